import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, quote } from '../../model/name.ts'
import { columnsOf, type SqlColumn, sameKey, sheet, transposed } from './columns.ts'
import type { Look } from './look-at-table.ts'
import type { OwnTable } from './own-rows.ts'

/** Columns whose values are not printed. */
const SECRET = /passw|secret|token|hash/i

/** Do rows that are given hold what was given? Each of them, column by column. */
export const checkGiven: Look = async (tx, table, columns) => {
  const { plan } = table.rows
  const key = plan.key.exact ? columnsOf(columns, plan.key.columns) : null
  const handles = new Map(plan.fixtures?.map(({ row, handle }) => [row, handle]))
  const there = (row: number): boolean => table.own.some(({ from, to }) => row >= from && row < to)
  const rows = [...handles.keys()].filter(there)
  if (key === null || rows.length === 0) return { judged: 0, findings: [] }
  const findings: Finding[] = []
  for (const [name, given] of givenColumns(table)) {
    const column = columns.get(name)
    const chosen = given.filter(there)
    if (column === undefined || chosen.length === 0) continue
    const texts = chosen.map((row) => [...table.rows.key(row), ...table.rows.texts(row, [name])])
    const wrong = await tx.query<{ n: number; found: string | null; expected: string | null }>(
      different(table, key, column),
      transposed(key.length + 1, texts),
    )
    for (const { n, found, expected } of wrong)
      findings.push(changed(table, name, handles.get(chosen[n - 1] ?? -1) ?? '', expected, found))
  }
  return { judged: rows.length, findings }
}

/** Columns with the rows in which they are given, as values or as links; columns of the key are how the row was found. */
function givenColumns({ rows: { plan } }: OwnTable): Map<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  const take = (name: string, rows: readonly number[]): void => {
    if (plan.key.columns.includes(name)) return
    found.set(name, new Set([...(found.get(name) ?? []), ...rows]))
  }
  for (const { name, fixed = [] } of plan.columns)
    if (fixed.length > 0)
      take(
        name,
        fixed.map(([row]) => row),
      )
  for (const { columns, fixed = [] } of plan.links)
    for (const name of columns)
      if (fixed.length > 0)
        take(
          name,
          fixed.map(([row]) => row),
        )
  return new Map([...found].map(([name, rows]) => [name, [...rows].sort((a, b) => a - b)]))
}

function different({ id }: OwnTable, key: readonly SqlColumn[], { name, type }: SqlColumn): string {
  const now = `t.${quote(name)}::text`
  const then = `k.c${key.length + 1}::${type}::text`
  return `select k.n::int4 as n, ${now} as found, ${then} as expected
    from ${sheet(key.length + 1)} join ${idToSql(id)} t on ${sameKey(key)} where ${now} is distinct from ${then} order by k.n`
}

function changed(
  { id }: OwnTable,
  name: string,
  handle: string,
  expected: string | null,
  found: string | null,
): Finding {
  return finding(
    'given-row-changed',
    'error',
    { table: id, column: name, path: `fixtures.${id}.${handle}` },
    `The given row ${handle} of ${id} does not hold the ${name} that was given.`,
    {
      ...(SECRET.test(name) ? {} : { expected: expected ?? 'NULL', found: found ?? 'NULL' }),
      next: 'supa-seed reset restores it, unless a trigger sets it.',
    },
  )
}
