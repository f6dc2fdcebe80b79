import type { ColumnPlan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { Range } from '../write/slices.ts'

/** Rows that are not what they were: keys and values as texts, column by column. */
export interface ChangedRows {
  readonly names: readonly string[]
  readonly keys: readonly (readonly (string | null)[])[]
  /** By row, in the order of `names`. */
  readonly before: readonly (readonly (string | null)[])[]
  readonly after: readonly (readonly (string | null)[])[]
}

/** Columns that may be moved: those that statements set and no trigger sets anew. */
export const movable = (rows: TableRows, made: boolean): readonly string[] =>
  (made ? rows.enriched : rows.written).filter(isSettable).map(({ name }) => name)

const isSettable = ({ recipe, overwritten }: ColumnPlan): boolean =>
  overwritten === undefined && recipe.kind !== 'serial' && recipe.kind !== 'leave'

/** The rows of a range that differ between two ways to make them, in the columns in which any of them does. Null for none. */
export function changedRows(
  before: TableRows,
  after: TableRows,
  columns: readonly string[],
  { from, to }: Range,
): ChangedRows | null {
  const found: { readonly row: number; readonly was: (string | null)[]; readonly is: (string | null)[] }[] = []
  const differing = new Set<number>()
  for (let row = from; row < to; row++) {
    const was = before.texts(row, columns, 'final')
    const is = after.texts(row, columns, 'final')
    const changed = columns.flatMap((_, i) => (was[i] === is[i] ? [] : [i]))
    if (changed.length === 0) continue
    for (const i of changed) differing.add(i)
    found.push({ row, was, is })
  }
  if (found.length === 0) return null
  const chosen = [...differing].sort((a, b) => a - b)
  const some = (texts: readonly (string | null)[]) => chosen.map((i) => texts[i] ?? null)
  return {
    names: chosen.map((i) => columns[i] as string),
    keys: found.map(({ row }) => before.key(row)),
    before: found.map(({ was }) => some(was)),
    after: found.map(({ is }) => some(is)),
  }
}
