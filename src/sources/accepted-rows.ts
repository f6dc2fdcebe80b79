import type { Check, Column } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import { quote } from '../model/name.ts'
import type { TablePlan } from '../model/plan.ts'
import type { Texts } from './candidate-rows.ts'

/** Rows that all of the checks let pass, in a transaction that only reads; null where the database cannot say of any. `tries`: queries at most, where some
 * rows are no values of their types, or make a check fail. */
export async function acceptedRows(
  db: Database,
  table: TablePlan,
  columns: readonly string[],
  checks: readonly Check[],
  rows: readonly Texts[],
  tries: number,
): Promise<Texts[] | null> {
  const where = ['true', ...checks.map((check) => `(${check.expression}) is not false`)].join(' and ')
  const open: (readonly Texts[])[] = [rows]
  const accepted: Texts[] = []
  let judgedAny = false
  for (let n = 0; n < tries; n++) {
    const part = open.shift()
    if (part === undefined) break
    const found = await judged<{ n: number }>(
      db,
      table,
      columns,
      part,
      'select u.__n::int4 as n',
      `where ${where} order by 1`,
    )
    if (found !== null) {
      judgedAny = true
      accepted.push(...found.map(({ n }) => part[n - 1] as Texts))
    } else if (part.length > 1) {
      const half = Math.ceil(part.length / 2)
      open.push(part.slice(0, half), part.slice(half))
    }
  }
  return judgedAny ? accepted : null
}

/** How many of the rows each of the checks refuses; null where the database cannot say. `generated`: columns that are worked out from the others. */
export async function refusedRows(
  db: Database,
  table: TablePlan,
  columns: readonly string[],
  checks: readonly Check[],
  rows: readonly Texts[],
  generated: readonly Column[] = [],
): Promise<number[] | null> {
  const counts = checks.map((check, n) => `count(*) filter (where (${check.expression}) is false)::int4 as k${n}`)
  const found = await judged<Record<string, number>>(
    db,
    table,
    columns,
    rows,
    `select ${counts.join(', ')}`,
    '',
    generated,
  )
  return found === null ? null : checks.map((_, n) => found[0]?.[`k${n}`] ?? 0)
}

async function judged<Row extends Record<string, unknown>>(
  db: Database,
  table: TablePlan,
  columns: readonly string[],
  rows: readonly Texts[],
  select: string,
  where: string,
  generated: readonly Column[] = [],
): Promise<readonly Row[] | null> {
  const casts = columns.map(
    (name, i) => `r.c${i}::${table.columns.find((column) => column.name === name)?.cast} as ${quote(name)}`,
  )
  const sheet = columns.map((_, i) => rows.map((row) => row[i] ?? null))
  const source = columns.map((_, i) => `$${i + 1}::text[]`).join(', ')
  const names = columns.map((_, i) => `c${i}`).join(', ')
  const plain = `(select r.n as __n, ${casts.join(', ')} from unnest(${source}) with ordinality as r(${names}, n)) u`
  const further = generated.map((one) => `${one.generated?.expression} as ${quote(one.name)}`)
  const from = further.length === 0 ? `from ${plain}` : `from (select *, ${further.join(', ')} from ${plain}) u`
  try {
    return await db.transaction((tx) => tx.query<Row>(`${select} ${from} ${where}`, sheet), {
      readOnly: true,
      statementTimeout: 5000,
      searchPath: 'own',
    })
  } catch {
    // A candidate that does not even have the type, a function that needs more than the columns: nothing is learned.
    return null
  }
}
