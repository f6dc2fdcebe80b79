import type { Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, sameValue, unnest } from '../sql/sheet.ts'
import { cut } from '../write/slices.ts'
import { sheetOfRows } from './matched-rows.ts'

/** Parents in one statement. */
const SLICE = 5000

/** How many rows of a table refer by `columns` to the rows of `parents` (by their `parentColumns`), which are different from one another. */
export async function countByParents(
  tx: Queryable,
  table: DbTable,
  columns: readonly string[],
  parents: TableRows,
  parentColumns: readonly string[],
): Promise<number> {
  const same = columnsHere(table, columns).map((column, i) =>
    sameValue(`t.${quote(column.name)}`, `k.c${i + 1}::${column.type}`, column),
  )
  let count = 0
  for (const { from, to } of cut(0, parents.plan.rows, SLICE)) {
    const numbers = Array.from({ length: to - from }, (_, i) => from + i)
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::float8 as n from ${table.sql} t where exists (select from ${unnest('k', columns.length)} where ${same.join(' and ')})`,
      sheetOfRows(parents, numbers, parentColumns),
    )
    count += row?.n ?? 0
  }
  return count
}
