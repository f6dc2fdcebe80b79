import { dependenciesOf } from '../../model/dependencies-of.ts'
import { gatheredBy } from '../../model/gathered-by.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan } from '../../model/plan.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'

/**
 * Columns by which a row can be recognised without its serial numbers: those that are unique by construction where there are some, else all whose values
 * do not hang on the hour of the run. Serial columns are left out, and links that are mended later (a reset may have come between) or lead to tables whose
 * numbers are not known yet (`unknown`: a cycle). `byUnique` false: always all of those.
 */
export function comparableColumns(
  rows: TableRows,
  table: DbTable,
  unknown: ReadonlySet<ObjectId>,
  byUnique = true,
): string[] {
  const links = rows.plan.links.filter(
    ({ patch, parent }) => patch || (parent.pool === null && unknown.has(parent.table)),
  )
  const late = new Set(links.flatMap(({ columns }) => columns))
  const moving = movingColumns(rows.written)
  const lasting = rows.written.filter(
    (column) =>
      column.recipe.kind !== 'serial' &&
      !moving.has(column.name) &&
      column.overwritten === undefined &&
      !isTime(column) &&
      !late.has(column.name) &&
      table.columns.has(column.name),
  )
  const unique = lasting.filter(
    ({ recipe, nulls, when }) =>
      'unique' in recipe && recipe.unique && isWhole(recipe.unique) && nulls === 0 && when.length === 0,
  )
  return (byUnique && unique.length > 0 ? unique : lasting).map(({ name }) => name)
}

/** Columns that hang on rows of other tables, of which there may be more by now, and what hangs on these. */
function movingColumns(columns: readonly ColumnPlan[]): ReadonlySet<string> {
  const moving = new Set<string>()
  for (let before = -1; before < moving.size; ) {
    before = moving.size
    for (const column of columns) {
      const counts =
        column.recipe.kind === 'derive' && (column.recipe.with === 'children' || column.recipe.with === 'nested')
      const hangs = dependenciesOf(column).some((input) => !('link' in input) && moving.has(input.column))
      if (counts || hangs || gatheredBy(column.recipe).length > 0) moving.add(column.name)
    }
  }
  return moving
}

/** Unique in the table by itself: a path, or a permutation over the rows of the table that no other column shares. */
const isWhole = (unique: { by: string; scope?: string; radices?: readonly number[] }): boolean =>
  (unique.by === 'path' && unique.scope !== 'parent') || (unique.scope === 'row' && unique.radices?.length === 1)

const isTime = ({ encoding }: ColumnPlan): boolean =>
  encoding.kind === 'timestamp' || encoding.kind === 'date' || encoding.kind === 'time'

/** Serial columns whose numbers come from a sequence. */
export const serialColumns = (rows: TableRows): string[] =>
  rows.written.filter(({ recipe }) => recipe.kind === 'serial' && recipe.sequence !== null).map(({ name }) => name)
