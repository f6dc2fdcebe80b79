import type { Queryable } from '../../model/database.ts'
import { spansOf } from '../../model/row-spans.ts'
import type { OwnRows } from '../past/history.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, rowText, sameRow, sheetText, unnestNumbered } from '../sql/sheet.ts'
import { cut, keysOf, type Range } from '../write/slices.ts'

/** Keys in one statement. */
const SLICE = 5000

/** The rows of a part that are not there, as ranges. Of rows that are the same in everything, as many as there are too few. */
export async function missingRows(tx: Queryable, into: DbTable, { rows, from, to }: OwnRows): Promise<Range[]> {
  const { key } = rows.plan
  const columns = columnsHere(into, key.columns)
  const missing: number[] = []
  for (const range of cut(from, to, key.exact ? SLICE : to - from)) {
    const found = await tx.query<{ n: number }>(
      key.exact
        ? `select u.n::int4 as n from ${unnestNumbered('u', columns.length)}
           where not exists (select from ${into.sql} t where ${sameRow('t', 'u', columns, true)}) order by u.n`
        : `select w.n::int4 as n
           from (select u.n, ${sheetText('u', columns)} as text, row_number() over (partition by ${sheetText('u', columns)} order by u.n) as k
                 from ${unnestNumbered('u', columns.length)}) w
           left join (select ${rowText('t', columns)} as text, count(*) as n from ${into.sql} t group by 1) c on c.text = w.text
           where w.k > coalesce(c.n, 0) order by w.n`,
      [...keysOf(rows, [range])],
    )
    for (const { n } of found) missing.push(range.from + n - 1)
  }
  return spansOf(missing)
}
