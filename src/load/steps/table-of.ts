import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { LoadContext } from '../chunk/chunk.ts'
import type { DbTable } from '../sql/read-columns.ts'

/** A table's rows and the table itself. Throws SeedError `schema-changed` when it is gone. */
export function tableOf(
  context: Pick<LoadContext, 'rows' | 'tables'>,
  id: ObjectId,
): { readonly rows: TableRows; readonly into: DbTable } {
  const into = context.tables.get(id)
  if (into) return { rows: context.rows.table(id), into }
  throw new SeedError({
    code: 'schema-changed',
    message: `The table ${id} is not there any more.`,
    place: { table: id },
    next: 'Run the command again: a new plan is made from the schema as it is now.',
  })
}
