import type { TablePlan } from '../model/plan.ts'

/**
 * How many rows a table can have under the plan that its rows were made by: its permutations and bounds are frozen. `parentsOf` tells how many rows
 * a table will have.
 */
export function roomToGrow(
  plan: TablePlan,
  parentsOf: (table: string) => number | undefined,
): { readonly rows: number; readonly key: string | null } {
  const owner = plan.links.find((link) => link.name === plan.owner)
  const before = owner?.choose.kind === 'blocks' ? (owner.choose.spread.generations.at(-1)?.parents ?? 0) : 0
  const now = owner !== undefined && owner.parent.pool === null ? (parentsOf(owner.parent.table) ?? 0) : 0
  const parents = Math.max(before, now)
  let room: { rows: number; key: string | null } = { rows: Number.POSITIVE_INFINITY, key: null }
  const bound = (rows: number, key: string): void => {
    if (rows < room.rows) room = { rows, key }
  }
  if (owner?.choose.kind === 'blocks' && owner.choose.spread.max !== null)
    bound(parents * owner.choose.spread.max, owner.name)
  for (const { key, scope, radices, candidates } of permutations(plan)) {
    const space = Math.floor(radices.reduce((product, radix) => product * radix, 1) / candidates)
    bound(scope === 'parent' ? space * parents : space, key)
  }
  return room
}

interface Permutation {
  readonly key: string
  readonly scope: 'row' | 'parent'
  readonly radices: readonly number[]
  readonly candidates: number
}

function permutations(plan: TablePlan): Permutation[] {
  const links = plan.links.flatMap(({ choose }) => {
    const unique = choose.kind === 'pair' ? choose.unique : choose.kind === 'permute' ? choose : undefined
    return unique === undefined ? [] : [{ ...unique, candidates: 1 }]
  })
  const columns = plan.columns.flatMap(({ recipe }) =>
    'unique' in recipe && recipe.unique?.by === 'permute' ? [recipe.unique] : [],
  )
  return [...links, ...columns]
}
