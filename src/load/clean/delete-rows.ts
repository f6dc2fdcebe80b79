import type { Queryable } from '../../model/database.ts'
import { Parameters } from '../sql/parameters.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { rowText, sameRow, sheetText, unnest } from '../sql/sheet.ts'
import type { KeySheet } from './target.ts'

/** Rows of one table, in one or more sheets. */
export interface Doomed {
  readonly table: DbTable
  readonly sheets: readonly KeySheet[]
  /** Rules rewrite its deletions: they go by statements of their own, for neither WITH nor RETURNING may stand before them. */
  readonly ruled?: boolean
}

/** Rows that were there, and how many of them were deleted. */
export interface Deleted {
  readonly there: number
  readonly gone: number
}

/**
 * Deletes rows of one or more tables by one statement, so that foreign keys among them are checked when all are gone. Returns the counts in the order
 * of the tables. Triggers may keep rows: then `gone` is less than `there`.
 */
export async function deleteRows(tx: Queryable, doomed: readonly Doomed[]): Promise<Deleted[]> {
  if (doomed.some(({ ruled }) => ruled)) return oneByOne(tx, doomed)
  const parameters = new Parameters()
  const ctes: string[] = []
  const counts: string[] = []
  for (const [n, { table, sheets }] of doomed.entries()) {
    const conditions = sheets.map((sheet) => `(${isNamed(table, sheet, parameters)})`).join(' or ') || 'false'
    ctes.push(`d${n} as (delete from ${table.sql} t where ${conditions} returning 1)`)
    counts.push(
      `(select count(*)::int4 from ${table.sql} t where ${conditions}) as there${n}`,
      `(select count(*)::int4 from d${n}) as gone${n}`,
    )
  }
  const [row] = await tx.query<Record<string, number>>(
    `with ${ctes.join(', ')} select ${counts.join(', ')}`,
    parameters.values,
  )
  return doomed.map((_, n) => ({ there: row?.[`there${n}`] ?? 0, gone: row?.[`gone${n}`] ?? 0 }))
}

/** Foreign keys among the tables are checked after each, unless they are deferred. */
async function oneByOne(tx: Queryable, doomed: readonly Doomed[]): Promise<Deleted[]> {
  const deleted: Deleted[] = []
  for (const { table, sheets } of doomed) {
    const parameters = new Parameters()
    const conditions = sheets.map((sheet) => `(${isNamed(table, sheet, parameters)})`).join(' or ') || 'false'
    const count = `select count(*)::int4 as n from ${table.sql} t where ${conditions}`
    const [before] = await tx.query<{ n: number }>(count, parameters.values)
    await tx.execute(`delete from ${table.sql} t where ${conditions}`, parameters.values)
    const [after] = await tx.query<{ n: number }>(count, parameters.values)
    const there = before?.n ?? 0
    deleted.push({ there, gone: there - (after?.n ?? 0) })
  }
  return deleted
}

/** The condition that a row `t` is named by a sheet. Of rows that are the same in everything only as many as the sheet names. */
export function isNamed(table: DbTable, { columns, exact, sheet }: KeySheet, parameters: Parameters): string {
  const source = unnest('k', columns.length, parameters.add(sheet))
  if (exact) return `exists (select from ${source} where ${sameRow('t', 'k', columns, true)})`
  return `(t.tableoid, t.ctid) in (
    select c.tableoid, c.ctid
    from (
      select s.tableoid, s.ctid, ${rowText('s', columns)} as text, row_number() over (partition by ${rowText('s', columns)}) as n from ${table.sql} s
    ) c
    join (select ${sheetText('k', columns)} as text, count(*) as n from ${source} group by 1) w on w.text = c.text and c.n <= w.n
  )`
}
