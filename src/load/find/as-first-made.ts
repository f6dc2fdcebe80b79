import type { Choose } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'

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
    if (choose.kind !== 'permute' || parents === undefined) continue
    const others = choose.avoid === undefined ? 0 : 1
    if (choose.radices[choose.digit] === Math.max(1, parents.planned - others))
      widths.set(`${choose.key} ${choose.digit}`, Math.max(1, parents.found - others))
  }
  const dealt = (key: string, radices: readonly number[]): number[] =>
    radices.map((radix, digit) => widths.get(`${key} ${digit}`) ?? radix)
  const links = plan.links.map((link) => {
    const parents = link.parent.pool === null ? parentsOf(link.parent.table) : undefined
    return { ...link, choose: chosen(link.choose, rows, parents?.found, dealt) }
  })
  return { ...plan, rows, links, columns: plan.columns.map((column) => withRadices(column, dealt)) }
}

type Dealt = (key: string, radices: readonly number[]) => readonly number[]

function chosen(choose: Choose, rows: number, parents: number | undefined, dealt: Dealt): Choose {
  if (choose.kind === 'permute') return { ...choose, radices: dealt(choose.key, choose.radices) }
  if (choose.kind !== 'blocks') return choose
  const { spread } = choose
  const generations = [{ rows, parents: parents ?? spread.generations.at(-1)?.parents ?? 0 }]
  return { ...choose, spread: { ...spread, generations } }
}

function withRadices(column: ColumnPlan, dealt: Dealt): ColumnPlan {
  const { recipe } = column
  if (!('unique' in recipe) || recipe.unique?.by !== 'permute') return column
  const { unique } = recipe
  return { ...column, recipe: { ...recipe, unique: { ...unique, radices: dealt(unique.key, unique.radices) } } }
}
