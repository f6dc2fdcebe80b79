import type { Choose } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import { uniqueOf } from '../../model/unique-of.ts'
import { withUnique } from '../../model/with-unique.ts'

/** Rows of a parent: as the plan has them, and as they were found. */
export interface ParentRows {
  readonly planned: number
  readonly found: number
}

/**
 * A table as a first run would have planned it with `rows` rows, under the parents that were found: they own its rows, and are what a permutation deals
 * out where a key holds a link to them.
 */
export function asFirstMade(
  plan: TablePlan,
  rows: number,
  parentsOf: (table: ObjectId) => ParentRows | undefined,
): TablePlan {
  const widths = new Map<string, number>()
  for (const { choose, parent } of plan.links) {
    const parents = parent.pool === null ? parentsOf(parent.table) : undefined
    if (choose.kind === 'pair' && choose.unique !== undefined && parents !== undefined) {
      const { key, digit, radices } = choose.unique
      if (radices[digit] === Math.max(1, pairsOf(parents.planned)))
        widths.set(`${key} ${digit}`, Math.max(1, pairsOf(parents.found)))
    }
    if (choose.kind !== 'permute' || parents === undefined) continue
    const others = choose.avoid === undefined ? 0 : 1
    if (choose.radices[choose.digit] === Math.max(1, parents.planned - others))
      widths.set(`${choose.key} ${choose.digit}`, Math.max(1, parents.found - others))
  }
  const dealt = (key: string, radices: readonly number[]): number[] =>
    radices.map((radix, digit) => widths.get(`${key} ${digit}`) ?? radix)
  const links = plan.links.map((link) => {
    const parents = link.parent.pool === null ? parentsOf(link.parent.table) : undefined
    const choose = chosen(link.choose, rows, parents?.found, dealt, plan)
    if (link.generations === undefined) return { ...link, choose: withReach(choose, plan, parentsOf) }
    return {
      ...link,
      choose,
      generations: [{ rows, parents: parents?.found ?? link.generations.at(-1)?.parents ?? 0 }],
    }
  })
  const owner = links.find(({ name }) => name === plan.owner)?.choose
  const [first] = owner?.kind === 'blocks' ? owner.spread.generations : []
  const from = first?.given ?? 0
  const made = plan.made === undefined ? {} : { made: { ...plan.made, ranges: [{ from, to: first?.rows ?? from }] } }
  return { ...plan, ...made, rows, links, columns: plan.columns.map((column) => withRadices(column, dealt)) }
}

const pairsOf = (rows: number): number => (rows * (rows - 1)) / 2

type Dealt = (key: string, radices: readonly number[]) => readonly number[]

function chosen(choose: Choose, rows: number, found: number | undefined, dealt: Dealt, plan: TablePlan): Choose {
  if (choose.kind === 'permute') return { ...choose, radices: dealt(choose.key, choose.radices) }
  if (choose.kind === 'pair' && choose.unique !== undefined)
    return { ...choose, unique: { ...choose.unique, radices: dealt(choose.unique.key, choose.unique.radices) } }
  if (choose.kind !== 'blocks') return choose
  const { spread } = choose
  const parents = found ?? spread.generations.at(-1)?.parents ?? 0
  const { given = 0 } = spread.generations[0] ?? {}
  const { idle } = spread.generations.at(-1) ?? {}
  const first = given > 0 ? { given } : {}
  // Rows that a trigger makes, one for each parent, come before those that are written.
  const made = plan.made !== undefined && given + parents < rows ? [{ rows: given + parents, parents, ...first }] : []
  const generations = [
    ...made,
    { rows, parents, ...(made.length === 0 ? first : {}), ...(idle === undefined ? {} : { idle }) },
  ]
  return { ...choose, spread: { ...spread, generations } }
}

/** Rows that there were for links which must find one. */
function withReach(choose: Choose, plan: TablePlan, parentsOf: (table: ObjectId) => ParentRows | undefined): Choose {
  if (choose.kind !== 'blocks' || choose.spread.with === undefined) return choose
  const reach = choose.spread.with.map((name) => {
    const parent = plan.links.find((link) => link.name === name)?.parent
    return (parent?.pool === null ? parentsOf(parent.table)?.found : undefined) ?? Number.MAX_SAFE_INTEGER
  })
  const generations = choose.spread.generations.map((one) => ({ ...one, reach }))
  return { ...choose, spread: { ...choose.spread, generations } }
}

function withRadices(column: ColumnPlan, dealt: Dealt): ColumnPlan {
  const unique = uniqueOf(column.recipe)
  if (unique?.by !== 'permute') return column
  const radices = dealt(unique.key, unique.radices)
  return { ...column, recipe: withUnique(column.recipe, { ...unique, radices }) }
}
