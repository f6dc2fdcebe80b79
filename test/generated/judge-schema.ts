import { rmSync } from 'node:fs'
import type { Report } from '../../src/model/reports/report.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { contents } from '../support/contents.ts'
import type { TestDatabase } from '../support/database.ts'
import { EMPTY_AGAIN } from '../support/empty-again.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'
import { fillableTogether } from './fillable-together.ts'
import { roomLeft } from './room-left.ts'

/** Two databases of one server, emptied for every schema. */
export type Pair = readonly [first: TestDatabase, second: TestDatabase]

/** Lays a schema into both. @throws what the server says of the SQL. */
export async function layBoth(pair: Pair, statements: readonly string[]): Promise<void> {
  for (const database of pair) await database.raw([EMPTY_AGAIN, ...statements].join(';\n'))
}

/**
 * What is wrong with how a schema is filled, empty when nothing is. Both databases hold the schema and no rows. Every table holds the rows that were asked
 * for, or the report names it and not one row more goes in; a second run changes nothing; the second database gets the same; cleanup leaves nothing.
 */
export async function judgeSchema(pair: Pair, rows: number): Promise<string[]> {
  const [root, other] = [projectFolder(), projectFolder()]
  try {
    return await judge(pair, rows, root, other)
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    return [`thrown ${error.code}: ${error.message} ${error.found ?? ''} ${JSON.stringify(error.place)}`]
  } finally {
    for (const folder of [root, other]) rmSync(folder, { recursive: true, force: true })
  }
}

async function judge([first, second]: Pair, rows: number, root: string, other: string): Promise<string[]> {
  const report = await seedStory(first.db, { rows }, root)
  const problems = report.errors.map(({ code, message, found }) => `${code}: ${message} ${found ?? ''}`)
  if (!report.ok && problems.length === 0) problems.push('not ok, and no error says why')
  const counts = await countRows(first)
  for (const [table, count] of counts) problems.push(...(await judgeTable(first, report, table, count, rows)))
  if (problems.length > 0) return problems

  const again = await seedStory(first.db, { rows }, root)
  const changed = again.tables.filter(({ inserted, updated }) => inserted + updated > 0).map(({ table }) => table)
  if (changed.length > 0 || !again.ok) problems.push(`the second run changed ${changed.join(', ')}, ok ${again.ok}`)

  await seedStory(second.db, { rows }, other)
  const [one, two] = [await contents(first), await contents(second)]
  const unequal = Object.keys(one).filter((table) => one[table] !== two[table])
  if (unequal.length > 0) problems.push(`another database got other rows in ${unequal.join(', ')}`)

  await cleanupStory(first.db, { rows }, root)
  const rest = [...(await countRows(first))].filter(([, count]) => count > 0)
  if (rest.length > 0) problems.push(`cleanup left ${rest.map(([table, count]) => `${count} in ${table}`).join(', ')}`)

  const empty = [...counts].filter(([, count]) => count === 0).map(([table]) => table)
  problems.push(...(await fillableTogether(second, empty)).map((table) => `${table} was left empty and can be filled`))
  return problems
}

const TABLES = `
select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'auth', 'storage')
order by 1`

/** Rows by table, spelled for SQL. */
async function countRows(database: Pick<TestDatabase, 'raw'>): Promise<Map<string, number>> {
  const tables = await database.raw<{ name: string }>(TABLES)
  if (tables.length === 0) return new Map()
  const sql = tables.map(
    ({ name }) => `select '${name.replaceAll("'", "''")}' as name, count(*)::int as count from ${name}`,
  )
  const found = await database.raw<{ name: string; count: number }>(sql.join(' union all '))
  return new Map(found.map(({ name, count }) => [name, count]))
}

async function judgeTable(
  database: TestDatabase,
  report: Report,
  table: string,
  count: number,
  rows: number,
): Promise<string[]> {
  const told = report.tables.find((one) => one.table === table)
  const promised = Object.values(told?.origins ?? {}).reduce((sum, origin) => sum + origin, 0)
  if (promised !== count) return [`${table} holds ${count} rows, the report says ${promised}`]
  if (count >= rows) return []
  const said = [...report.warnings, ...report.notes]
    .filter(({ place }) => place.table === table)
    .map(({ message }) => message)
  if (told?.source === 'left out') said.push(told.note ?? '')
  if (said.length === 0) return [`${table} holds ${count} of ${rows} rows and nothing says why`]
  const row = await roomLeft(database, table)
  return row === null
    ? []
    : [`${table} holds ${count} of ${rows} rows and takes another: ${row}; said: ${said.join(' ')}`]
}
