import { randomInt } from 'node:crypto'
import { expect } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { cleanup } from '../../src/load/cleanup.ts'
import { load } from '../../src/load/load.ts'
import { readPast } from '../../src/load/read-past.ts'
import type { Plan } from '../../src/model/plan.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { blocks, follow, integer, serial, uuidKey } from '../support/plan.ts'
import { Crash } from './crash.ts'
import { contents, journalOf, look, planWith, temporaryRoot } from './seeding.ts'

const SCHEMA = `
  create table orders (id uuid primary key, n int not null, first bigint);
  create table lines (id bigint generated always as identity primary key, order_id uuid not null references orders, n int not null);
  alter table orders add foreign key (first) references lines;
  create table log (id bigint generated always as identity primary key, order_id uuid);
  create table stock (id uuid primary key, n int, m int);
  insert into log (order_id) values (null);
  create function note() returns trigger language plpgsql as $$ begin
    insert into public.log (order_id) values (new.id); insert into public.stock (id, n) values (new.id, new.n); return null; end $$;
  create trigger note after insert on orders for each row execute function note();`

const PLAN: Plan = planWith(
  {
    orders: {
      rows: 12,
      columns: { id: uuidKey, n: integer(1, 99), first: follow('first_line') },
      links: {
        first_line: { to: 'lines', columns: ['first'], choose: { kind: 'first-child', link: 'of_order' }, patch: true },
      },
      extra: { harvest: true, chunkRows: 7, parallel: false },
    },
    lines: {
      rows: 40,
      columns: {
        id: { ...serial(1), sequence: 'lines_id_seq' } as never,
        order_id: follow('of_order'),
        n: integer(1, 99),
      },
      links: { of_order: { to: 'orders', columns: ['order_id'], choose: blocks(40, 12, { min: 1 }) } },
      extra: { chunkRows: 15, parallel: true },
    },
    stock: {
      rows: 12,
      columns: { id: follow('of_order'), n: { kind: 'leave', why: 'trigger' }, m: integer(1, 9) },
      links: {
        of_order: { to: 'orders', columns: ['id'], choose: blocks(12, 12, { min: 1, max: 1, law: { kind: 'even' } }) },
      },
      extra: { writer: { kind: 'update', trigger: 'note', of: 'orders', why: null }, chunkRows: 7 },
    },
  },
  [
    { kind: 'copy', table: 'orders' },
    { kind: 'copy', table: 'lines' },
    { kind: 'update', table: 'stock' },
    { kind: 'patch', table: 'orders', links: ['first_line'] },
    { kind: 'sequences', columns: [{ table: 'lines', column: 'id', sequence: 'lines_id_seq' }] },
  ],
)

/** All contents without the numbers that sequences gave: those differ when a process dies between drawing them and writing them down. */
const SHAPE = `
  select 'order ' || o.id || ' ' || o.n || ' ' || (l.order_id = o.id)::text || ' ' || l.n as row from orders o left join lines l on l.id = o.first
  union all select 'line ' || order_id || ' ' || n || ' ' || row_number() over (partition by order_id order by id) from lines
  union all select 'log ' || order_id || ' ' || count(*) from log group by order_id
  union all select 'stock ' || id || ' ' || n || ' ' || m from stock order by 1`
const shape = async (database: TestDatabase) => (await database.raw<{ row: string }>(SHAPE)).map(({ row }) => row)

/** Seeds (or cleans) with an own pool of connections, dying at a boundary. Returns whether it came to its end before. */
async function attempt(
  database: TestDatabase,
  root: string,
  boundary: number,
  what: 'seed' | 'cleanup' = 'seed',
): Promise<Crash | null> {
  const crash = new Crash(boundary)
  const real = await openDatabase({ url: database.url!, source: 'test', connections: 2 })
  const db = crash.database(real)
  const journal = await journalOf(real, root)
  const catalog = what === 'cleanup' ? await readCatalog(real) : null
  const work = async () => {
    const wrapped = crash.journal(journal)
    const read = await readPast(db, wrapped)
    if (catalog !== null) await cleanup({ db, catalog, journal: wrapped, history: read.history })
    else {
      const { unfinished } = read.history
      const present = PLAN.tables.map((table) => ({ ...table, present: read.past.tables[table.id]?.rows ?? 0 }))
      const plan = unfinished?.plan ?? { ...PLAN, tables: present }
      await load({ db, plan, journal: wrapped, history: read.history, reference: [], jobs: 2 })
    }
  }
  const finished = work()
  finished.catch(() => undefined)
  const end = await Promise.race([finished, crash.happened])
  await journal.close()
  // What a killed process leaves to the server: connections that are closed, sooner or later.
  if (end === 'crashed') {
    await database.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    return crash
  }
  await real.close()
  return null
}

const NEVER = Number.POSITIVE_INFINITY

async function unbroken(): Promise<string[]> {
  const database = await freshDatabase('pg17', SCHEMA)
  await attempt(database, temporaryRoot(), NEVER)
  return shape(database)
}

/** The next seed ends with the same contents, and knows every row that is ours. At each `step`th boundary. */
export async function seedDiesAtBoundaries(step: number): Promise<void> {
  const expected = await unbroken()
  expect(expected.length).toBe(12 + 40 + 13 + 12)
  for (let boundary = randomInt(step); ; boundary += step) {
    const database = await freshDatabase('pg17', SCHEMA)
    const root = temporaryRoot()
    const crash = await attempt(database, root, boundary)
    if (crash === null) break
    await attempt(database, root, NEVER)
    expect(await shape(database), crash.last).toEqual(expected)
    const { history, past, findings } = await look(database, root)
    expect(findings, crash.last).toEqual([])
    expect(past.unfinished).toBeNull()
    const made = history.made
      .filter(({ table }) => table === 'log')
      .flatMap(({ keys }) => keys.map(([key]) => Number(key)))
    const log = await database.raw<{ id: string }>(
      'select id::text from log where order_id is not null order by log.id',
    )
    expect(
      made.sort((a, b) => a - b),
      crash.last,
    ).toEqual(log.map(({ id }) => Number(id)))
    await database.drop()
  }
}

/** A cleanup removes all that a seed left. */
export async function cleanupAfterSeedDied(step: number): Promise<void> {
  const empty = await freshDatabase('pg17', SCHEMA)
  const before = await contents(empty, ['orders', 'lines', 'stock', 'log'])
  for (let boundary = randomInt(step); ; boundary += step) {
    const database = await freshDatabase('pg17', SCHEMA)
    const root = temporaryRoot()
    const crash = await attempt(database, root, boundary)
    if (crash === null) break
    await attempt(database, root, NEVER, 'cleanup')
    expect(await contents(database, ['orders', 'lines', 'stock', 'log']), crash.last).toEqual(before)
    await database.drop()
  }
}

/** The next cleanup ends one that died. */
export async function cleanupDiesAtBoundaries(step: number): Promise<void> {
  const empty = await freshDatabase('pg17', SCHEMA)
  const before = await contents(empty, ['orders', 'lines', 'stock', 'log'])
  for (let boundary = randomInt(step); ; boundary += step) {
    const database = await freshDatabase('pg17', SCHEMA)
    const root = temporaryRoot()
    await attempt(database, root, NEVER)
    const crash = await attempt(database, root, boundary, 'cleanup')
    if (crash === null) break
    await attempt(database, root, NEVER, 'cleanup')
    expect(await contents(database, ['orders', 'lines', 'stock', 'log']), crash.last).toEqual(before)
    await database.drop()
  }
}

/** Several times over. */
export async function seedDiesAtChance(): Promise<void> {
  const expected = await unbroken()
  for (let round = 0; round < 5; round++) {
    const database = await freshDatabase('pg17', SCHEMA)
    const root = temporaryRoot()
    while (await attempt(database, root, Math.floor(Math.random() * 60)));
    expect(await shape(database)).toEqual(expected)
    await database.drop()
  }
}
