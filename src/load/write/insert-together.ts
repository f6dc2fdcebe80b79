import { DatabaseError, type Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { RowError } from '../chunk/row-error.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { insertSql, orSet } from './insert-rows.ts'
import type { Range } from './slices.ts'

/** The rows of one table that go into one statement together with others. */
export interface Together {
  readonly into: DbTable
  readonly table: TableRows
  readonly ranges: readonly Range[]
}

/**
 * Inserts rows of several tables by one statement with an inserting CTE for each: foreign keys that are not deferrable are checked when the statement ends.
 * Returns the number of rows inserted in each. `where`: for each table a condition on its sheet `u`. Throws RowError.
 */
export async function insertTogether(
  tx: Queryable,
  tables: readonly Together[],
  where?: (table: Together) => string,
): Promise<number[]> {
  const ctes: string[] = []
  const parameters: (string | null)[][] = []
  for (const [n, part] of tables.entries()) {
    const names = part.table.written.map(({ name }) => name)
    ctes.push(
      `i${n} as (${insertSql(part.into, names, parameters.length + 1, where?.(part) ?? '')}${orSet(part.into, part.table, names)} returning 1)`,
    )
    parameters.push(...sheetOf(part.table, part.ranges, names))
  }
  const counts = tables.map((_, n) => `(select count(*)::int4 from i${n}) as n${n}`)
  try {
    const [row] = await tx.query<Record<string, number>>(
      `with ${ctes.join(', ')} select ${counts.join(', ')}`,
      parameters,
    )
    return tables.map((_, n) => row?.[`n${n}`] ?? 0)
  } catch (error) {
    const lead = tables[0]
    if (!(error instanceof DatabaseError) || !lead) throw error
    throw new RowError(idOf(lead), lead.ranges[0]?.from ?? 0, lead.ranges.at(-1)?.to ?? 0, error)
  }
}

const idOf = (part: Together): ObjectId => part.table.plan.id

function sheetOf(table: TableRows, ranges: readonly Range[], names: readonly string[]): (string | null)[][] {
  const sheet = names.map((): (string | null)[] => [])
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row++)
      for (const [i, text] of table.texts(row, names, 'written').entries()) sheet[i]?.push(text)
  }
  return sheet
}
