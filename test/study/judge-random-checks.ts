import fc from 'fast-check'
import { expect } from 'vitest'
import { refusal } from './check-case.ts'
import { randomTable } from './random-check.ts'
import { studied } from './studied.ts'

/** Studies random tables and lets the database judge: rows within what was understood must pass, and what is called impossible must have none. */
export async function judgeRandomChecks(count: number, seed: number): Promise<void> {
  const tables = fc.sample(randomTable, { numRuns: count, seed })
  const ddl = tables.map(
    ({ columns, checks }, index) =>
      `create table t${index} (${columns}, ${checks.map((check) => `check (${check})`).join(', ')});`,
  )
  const { database, study } = await studied(ddl.join('\n'))
  const wrong: string[] = []
  const counts = { solved: 0, unsolved: 0, unproved: 0 }
  for (const [index, { checks }] of tables.entries()) {
    const table = study.tables[`t${index}`]!
    if (study.findings.some(({ code, place }) => code === 'check-impossible' && place.table === `t${index}`)) {
      const found = await database.db.query(anyRow(ddl[index]!, checks)).catch(() => [])
      if (found.length > 0) wrong.push(`not impossible: ${ddl[index]} takes ${JSON.stringify(found[0])}`)
    } else if (table.unsolved.length > 0) counts.unsolved += 1
    else {
      const refused = await refusal(database, table, Object.keys(table.columns)).catch(() => 'unproved')
      if (refused === 'unproved') counts.unproved += 1
      else if (refused === null) counts.solved += 1
      else wrong.push(`${ddl[index]}: ${refused}`)
    }
  }
  expect(wrong).toEqual([])
  expect(counts.solved).toBeGreaterThan(count * 0.75)
  expect(counts.unproved).toBeLessThan(count * 0.03)
}

/** Tries combinations of values that make checks true. */
function anyRow(ddl: string, checks: readonly string[]): string {
  const given = ['a', 's'].filter((column) => ddl.includes(`${column} ${column === 'a' ? 'int' : 'text'} not null`))
  const conditions = [
    ...given.map((column) => `${column} is not null`),
    ...checks.map((check) => `(${check}) is not false`),
  ]
  return `
    with numbers as (select unnest(array[null, -25, -21, -20, -5, -1, 0, 1, 2, 3, 4, 5, 10, 20, 21, 25]) n),
      words as (select unnest(array[null, '', 'x', 'y', 'zed', 'Abc', 'long word', '  ', 'ab', 'X']) w),
      days as (select unnest(array[null, date '1990-01-01', '2020-01-01', '2024-02-29', current_date - 31, current_date, current_date + 10, current_date + 100]) d)
    select * from (
      select x.n a, y.n b, z.n c, s.w s, t.w::varchar(9) t, d.d, e.d e, p.p
      from numbers x, numbers y, (select n from numbers order by n % 4, n limit 5) z, words s, (select w from words order by length(w) limit 4) t,
        (select d from days order by d limit 4) d, (select d from days order by d desc limit 4) e, unnest(array[null, true, false]) p(p)
    ) rows where ${conditions.join(' and ')} limit 1`
}
