import type { ColumnPlan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'

/**
 * Columns by which a row can be recognised without its serial numbers: those that are unique by construction where there are some, else all whose values
 * do not hang on the hour of the run. Serial columns are left out, and links that are mended later (a reset may have come between).
 */
export function comparableColumns(rows: TableRows, table: DbTable): string[] {
  const late = new Set(rows.plan.links.filter(({ patch }) => patch).flatMap(({ columns }) => columns))
  const lasting = rows.written.filter(
    (column) =>
      column.recipe.kind !== 'serial' &&
      !(column.recipe.kind === 'derive' && column.recipe.with === 'children') &&
      column.overwritten === undefined &&
      !isTime(column) &&
      !late.has(column.name) &&
      table.columns.has(column.name),
  )
  const unique = lasting.filter(
    ({ recipe, nulls, when }) =>
      'unique' in recipe && recipe.unique && isWhole(recipe.unique) && nulls === 0 && when.length === 0,
  )
  return (unique.length > 0 ? unique : lasting).map(({ name }) => name)
}

/** Unique in the table by itself: a path, or a permutation over the rows of the table that no other column shares. */
const isWhole = (unique: { by: string; scope?: string; radices?: readonly number[] }): boolean =>
  (unique.by === 'path' && unique.scope !== 'parent') || (unique.scope === 'row' && unique.radices?.length === 1)

const isTime = ({ encoding }: ColumnPlan): boolean =>
  encoding.kind === 'timestamp' || encoding.kind === 'date' || encoding.kind === 'time'

/** Serial columns whose numbers come from a sequence. */
export const serialColumns = (rows: TableRows): string[] =>
  rows.written.filter(({ recipe }) => recipe.kind === 'serial' && recipe.sequence !== null).map(({ name }) => name)
