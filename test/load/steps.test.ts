import { describe, expect, it } from 'vitest'
import type { Database } from '../../src/model/database.ts'
import type { Step } from '../../src/model/plan.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { blocks, follow, integer, pick, type TableSketch, uuidKey } from '../support/plan.ts'
import { contents, type Extra, look, planWith, seed, temporaryRoot } from './seeding.ts'

type Tables = Record<string, TableSketch & { extra?: Extra }>

/** Orders and their lines, where an order also names its first line. */
const circle = (orders: number, lines: number, patch: boolean, chunkRows = 10): Tables => ({
  orders: {
    rows: orders,
    columns: { id: uuidKey, first: follow('first_line'), n: integer(1, 9) },
    links: {
      first_line: { to: 'lines', columns: ['first'], choose: { kind: 'first-child', link: 'of_order' }, patch },
    },
    extra: { chunkRows },
  },
  lines: {
    rows: lines,
    columns: { id: uuidKey, order_id: follow('of_order') },
    links: { of_order: { to: 'orders', columns: ['order_id'], choose: blocks(lines, orders, { min: 1 }) } },
    extra: { chunkRows },
  },
})

const CIRCLE = (nullable: string, deferrable: string) => `
  create table orders (id uuid primary key, first uuid ${nullable}, n int);
  create table lines (id uuid primary key, order_id uuid not null references orders ${deferrable});
  alter table orders add foreign key (first) references lines ${deferrable};`

const CLOSED = `select count(*)::int4 as n from orders o join lines l on l.id = o.first and l.order_id = o.id`

onEachServer(['pg17', 'pglite'], (server) => {
  describe('tables that refer to one another', () => {
    const ways: { name: string; schema: string; patch: boolean; steps: Step[] }[] = [
      {
        name: 'copy-together, where keys are deferrable',
        schema: CIRCLE('not null', 'deferrable'),
        patch: false,
        steps: [{ kind: 'copy-together', tables: ['orders', 'lines'], deferred: [] }],
      },
      {
        name: 'insert-together, where they are not',
        schema: CIRCLE('not null', ''),
        patch: false,
        steps: [{ kind: 'insert-together', tables: ['orders', 'lines'] }],
      },
      {
        name: 'patch, where one may be null',
        schema: CIRCLE('', ''),
        patch: true,
        steps: [
          { kind: 'copy', table: 'orders' },
          { kind: 'copy', table: 'lines' },
          { kind: 'patch', table: 'orders', links: ['first_line'] },
        ],
      },
    ]

    it.each(ways)('$name', async ({ schema, patch, steps }) => {
      const database = await freshDatabase(server, schema)
      const root = temporaryRoot()
      const { result } = await seed(database, root, planWith(circle(45, 200, patch), steps))
      expect(result.findings).toEqual([])
      expect(result.tables.map(({ inserted }) => inserted)).toEqual([45, 200])
      expect((await database.raw<{ n: number }>(CLOSED))[0]?.n).toBe(45)
      const { past } = await look(database, root)
      expect([past.tables.orders?.rows, past.tables.lines?.rows]).toEqual([45, 200])
    })

    it('gives the same contents all three ways', async () => {
      const found = await Promise.all(
        ways.map(async ({ schema, patch, steps }) => {
          const database = await freshDatabase(server, schema)
          await seed(database, temporaryRoot(), planWith(circle(12, 40, patch, 5), steps))
          return contents(database, ['orders', 'lines'])
        }),
      )
      expect(found[1]).toEqual(found[0])
      expect(found[2]).toEqual(found[0])
    })

    it('go as one chunk when a table belongs to no range of the first', async () => {
      const database = await freshDatabase(server, CIRCLE('not null', 'deferrable'))
      const tables = circle(20, 50, false)
      const plan = planWith({ lines: tables.lines!, orders: tables.orders! }, [
        { kind: 'copy-together', tables: ['lines', 'orders'], deferred: [] },
      ])
      const { result } = await seed(database, temporaryRoot(), plan)
      expect(result.tables.map(({ inserted }) => inserted)).toEqual([50, 20])
      expect((await database.raw<{ n: number }>(CLOSED))[0]?.n).toBe(20)
    })

    it('add rows to what is there', async () => {
      const schema = CIRCLE('', 'deferrable')
      const [grown, atOnce] = [await freshDatabase(server, schema), await freshDatabase(server, schema)]
      const root = temporaryRoot()
      const steps: Step[] = [{ kind: 'copy-together', tables: ['orders', 'lines'], deferred: [] }]
      await seed(grown, root, planWith(circle(20, 60, false, 7), steps))
      const two = circle(30, 100, false, 7)
      const generations = [
        { rows: 60, parents: 20 },
        { rows: 100, parents: 30 },
      ]
      const lines = {
        ...two.lines!,
        links: { of_order: { ...two.lines!.links!.of_order!, choose: blocks(100, 30, { min: 1, generations }) } },
      }
      const withPresent = (a: number, b: number) =>
        planWith(
          {
            orders: { ...two.orders!, extra: { chunkRows: 7, present: a } },
            lines: { ...lines, extra: { chunkRows: 7, present: b } },
          },
          steps,
        )
      const { result } = await seed(grown, root, withPresent(20, 60))
      expect(result.tables.map(({ inserted }) => inserted)).toEqual([10, 40])
      await seed(atOnce, temporaryRoot(), withPresent(0, 0))
      expect(await contents(grown, ['orders', 'lines'])).toEqual(await contents(atOnce, ['orders', 'lines']))
    })
  })

  describe('COPY in pieces', () => {
    it('keeps below the limit of the server, and still names the row that was refused', async () => {
      const database = await freshDatabase(server, 'create table t (id uuid primary key, a int check (a <> 5500))')
      const pieces: number[] = []
      const db = limited(database.db, 70_000, pieces)
      const rows = (from: number) => ({
        rows: 6000,
        columns: {
          id: uuidKey,
          a: { kind: 'serial', sequence: null, step: 1, ranges: [{ row: 0, value: from }] } as const,
        },
      })
      await seed({ db }, temporaryRoot(), planWith({ t: rows(10_000) }))
      expect(pieces.length).toBeGreaterThan(2)
      expect(Math.max(...pieces)).toBeLessThan(140_000)
      await database.raw('delete from t')
      await expect(seed({ db }, temporaryRoot(), planWith({ t: rows(0) }))).rejects.toMatchObject({
        message: expect.stringContaining('row 5500 of t'),
      })
    })
  })
})

onEachServer(['pg15', 'pg18'], (server) => {
  describe('serials', () => {
    const SCHEMA = `
      create table a (id bigint generated by default as identity (start with 100 increment by 5) primary key, n int);
      create table b (id int generated always as identity primary key, a_id bigint not null references a);`
    const serialOf = (sequence: string, step: number) =>
      ({ kind: 'serial', sequence, step, ranges: [{ row: 0, value: 1 }] }) as const
    const plan = planWith({
      a: { rows: 50, columns: { id: serialOf('a_id_seq', 5), n: integer(1, 9) }, extra: { chunkRows: 20 } },
      b: {
        rows: 80,
        columns: { id: serialOf('b_id_seq', 1), a_id: follow('of_a') },
        links: { of_a: { to: 'a', columns: ['a_id'], choose: blocks(80, 50) } },
        extra: { chunkRows: 20 },
      },
    })

    it('are drawn from their sequences, so that the app goes on after them', async () => {
      const database = await freshDatabase(server, SCHEMA)
      await database.raw('insert into a (n) values (0)')
      const { result } = await seed(database, temporaryRoot(), plan)
      expect(result.plan.hash).not.toBe(plan.hash)
      expect(result.plan.tables[0]?.columns[0]?.recipe).toMatchObject({ ranges: [{ row: 0, value: 105 }] })
      const [row] = await database.raw<{ low: number; high: number; next: number }>(
        `select min(id)::int4 as low, max(id)::int4 as high, nextval('a_id_seq')::int4 as next from a`,
      )
      expect(row).toEqual({ low: 100, high: 350, next: 355 })
    })

    it('keep what rows that are there have, and draw the rest', async () => {
      const database = await freshDatabase(server, SCHEMA)
      const root = temporaryRoot()
      await seed(database, root, plan)
      await database.raw('insert into a (n) values (0)')
      const { result } = await seed(database, root, ({ past }) => {
        const before = past.tables.a!.plan
        return {
          ...plan,
          tables: [{ ...before, rows: 60, present: 50 }],
          stages: [{ name: '', steps: [{ kind: 'copy', table: 'a' }] }],
        }
      })
      expect(result.plan.tables[0]?.columns[0]?.recipe).toMatchObject({
        ranges: [
          { row: 0, value: 100 },
          { row: 50, value: 355 },
        ],
      })
      const rows = await database.raw<{ n: number }>('select count(*)::int4 as n from a')
      expect(rows[0]?.n).toBe(61)
    })

    it('come as ranges when others draw meanwhile, or the sequence skips', async () => {
      const database = await freshDatabase(
        server,
        `create sequence s; create table t (id int primary key default nextval('s'));
        create function skip() returns int language sql as $$ select 1 $$;`,
      )
      await database.raw(`alter sequence s maxvalue 30 cycle`)
      await database.raw(`select setval('s', 25)`)
      const cycled = planWith({ t: { rows: 10, columns: { id: serialOf('s', 1) } } })
      const { result } = await seed(database, temporaryRoot(), cycled)
      expect(result.plan.tables[0]?.columns[0]?.recipe).toMatchObject({
        ranges: [
          { row: 0, value: 26 },
          { row: 5, value: 1 },
        ],
      })
    })

    it('that run out are told, and nothing is written', async () => {
      const database = await freshDatabase(server, 'create sequence s maxvalue 5; create table t (id int primary key)')
      const exhausted = planWith({ t: { rows: 10, columns: { id: serialOf('s', 1) } } })
      await expect(seed(database, temporaryRoot(), exhausted)).rejects.toMatchObject({
        code: 'sequence-exhausted',
        exitCode: 2,
      })
    })
  })

  describe('sequences, statistics and views', () => {
    it('moves a sequence up where it was overtaken, and never back', async () => {
      const database = await freshDatabase(
        server,
        `create sequence up; create sequence ahead; create sequence down increment -1; create sequence fresh; create sequence "Od.d";
         create table t (id uuid primary key, a int, b int, c int, d int, e int);`,
      )
      await database.raw(`select nextval('up'), setval('ahead', 500), setval('down', -3)`)
      const values = { a: pick(40), b: pick(40), c: pick(-40), d: pick(1), e: pick(7) }
      const columns = (['a', 'b', 'c', 'd', 'e'] as const).map((column, i) => ({
        table: 't',
        column,
        sequence: ['up', 'ahead', 'down', 'fresh', '"Od.d"'][i]!,
      }))
      const plan = planWith({ t: { rows: 3, columns: { id: uuidKey, ...values } } }, [
        { kind: 'copy', table: 't' },
        { kind: 'sequences', columns },
        { kind: 'sequences', columns },
      ])
      const { result } = await seed(database, temporaryRoot(), plan)
      expect(result.findings).toEqual([])
      const [row] = await database.raw(
        `select nextval('up')::int4 as up, nextval('ahead')::int4 as ahead, nextval('down')::int4 as down, nextval('fresh')::int4 as fresh, nextval('"Od.d"')::int4 as odd`,
      )
      expect(row).toEqual({ up: 41, ahead: 501, down: -41, fresh: 2, odd: 8 })
    })

    it('tells of a sequence that cannot hold the key', async () => {
      const database = await freshDatabase(
        server,
        'create sequence small maxvalue 10; create table t (id uuid primary key, a int)',
      )
      const plan = planWith({ t: { rows: 1, columns: { id: uuidKey, a: pick(40) } } }, [
        { kind: 'copy', table: 't' },
        { kind: 'sequences', columns: [{ table: 't', column: 'a', sequence: 'small' }] },
      ])
      const { result } = await seed(database, temporaryRoot(), plan)
      expect(result.findings).toMatchObject([{ id: 'sequence-behind:t.a', level: 'warning' }])
    })

    it('analyses tables and refreshes views, with a finding for one that fails', async () => {
      const database = await freshDatabase(
        server,
        `create table t (id uuid primary key, a int);
         create materialized view good as select count(*) as n from t;
         create materialized view bad as select 1 / count(*) as n from t with no data;`,
      )
      const plan = planWith({ t: { rows: 3, columns: { id: uuidKey, a: pick(0) } } }, [
        { kind: 'copy', table: 't' },
        { kind: 'analyze', tables: ['t'] },
        { kind: 'refresh', views: ['good', 'bad'] },
      ])
      await seed(database, temporaryRoot(), plan)
      const [row] = await database.raw(
        `select (select n::int4 from good) as good, reltuples::int4 as tuples from pg_class where relname = 't'`,
      )
      expect(row).toEqual({ good: 3, tuples: 3 })
      await database.raw(
        'drop materialized view bad; create materialized view bad as select 1 / (count(*) - 3) as n from t with no data',
      )
      const { result } = await seed(database, temporaryRoot(), {
        ...plan,
        tables: [],
        stages: [{ name: '', steps: [{ kind: 'refresh', views: ['bad', 'good'] }] }],
      })
      expect(result.findings).toMatchObject([
        { id: 'view-not-refreshed:bad', level: 'warning', found: 'SQLSTATE 22012' },
      ])
    })
  })
})

/** The same database that takes COPY only in pieces; their sizes in bytes are noted. */
function limited(db: Database, copyLimit: number, pieces: number[]): Database {
  const capabilities = { ...db.capabilities, copyLimit }
  return {
    address: db.address,
    capabilities,
    query: db.query.bind(db),
    execute: db.execute.bind(db),
    copyIn: db.copyIn.bind(db),
    result: db.result.bind(db),
    close: db.close.bind(db),
    transaction: (work, options) =>
      db.transaction(
        (tx) =>
          work({
            query: tx.query,
            execute: tx.execute,
            result: tx.result,
            copyIn: (sql, chunks) => {
              const place = pieces.push(0) - 1
              return tx.copyIn(
                sql,
                counted(chunks, (bytes) => (pieces[place] = (pieces[place] ?? 0) + bytes)),
              )
            },
          }),
        options,
      ),
  }
}

async function* counted(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length)
    yield chunk
  }
}
