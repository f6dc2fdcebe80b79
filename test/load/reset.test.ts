import { describe, expect, it } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { readPast } from '../../src/load/read-past.ts'
import { type ResetOptions, reset } from '../../src/load/reset.ts'
import { resetEverything } from '../../src/load/reset-everything.ts'
import type { Database } from '../../src/model/database.ts'
import type { Plan } from '../../src/model/plan.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'
import { blocks, follow, integer, pick, serial, uuidKey } from '../support/plan.ts'
import { contents, journalOf, look, planWith, seed, temporaryRoot } from './seeding.ts'
import { unanswered } from './unanswered.ts'

async function restore(database: TestDatabase, root: string, options: Partial<ResetOptions> = {}) {
  const journal = await journalOf(database.db, root)
  try {
    const { history } = await readPast(database.db, journal, { probe: false })
    const { tables, findings } = await reset({ db: database.db, journal, history, ...options })
    return {
      findings,
      counts: Object.fromEntries(tables.map(({ table, restored, changed }) => [table, [restored, changed]])),
    }
  } finally {
    await journal.close()
  }
}

const SCHEMA = `
  create table users (id uuid primary key, email text unique, data json, spot point, friend uuid references users);
  create table orders (id bigint generated always as identity primary key, user_id uuid not null references users on delete cascade, first uuid, price numeric(8,2), c char(4));
  create table lines (id uuid primary key, order_id bigint not null references orders on delete cascade, n int);
  alter table orders add foreign key (first) references lines on delete set null;
  create table notes (a int, b text, j json);
  create table log (id bigint generated always as identity primary key, what uuid);
  create function note() returns trigger language plpgsql as $$ begin insert into public.log (what) values (new.id); return null; end $$;
  create trigger note after insert on users for each row execute function note();`

const TABLES = ['users', 'orders', 'lines', 'notes', 'log']

const PLAN: Plan = planWith(
  {
    users: {
      rows: 40,
      columns: {
        id: uuidKey,
        email: { kind: 'serial', sequence: null, step: 1, ranges: [{ row: 0, value: 100 }] },
        data: { recipe: pick({ a: 1 }, null), encoding: { kind: 'json' } },
        spot: pick('(1,2)', '(3,4)'),
        friend: follow('friend'),
      },
      links: {
        friend: {
          to: 'users',
          columns: ['friend'],
          choose: { kind: 'earlier', scope: 'table', roots: 0.2, itself: false },
        },
      },
      extra: { harvest: true, parallel: false },
    },
    orders: {
      rows: 60,
      columns: {
        id: { ...serial(1), sequence: 'orders_id_seq' } as never,
        user_id: follow('customer'),
        first: follow('first_line'),
        price: { recipe: pick(1.5, 20), encoding: { kind: 'number' } },
        c: pick('ab', 'c'),
      },
      links: {
        customer: { to: 'users', columns: ['user_id'], choose: blocks(60, 40) },
        first_line: { to: 'lines', columns: ['first'], choose: { kind: 'first-child', link: 'of_order' }, patch: true },
      },
    },
    lines: {
      rows: 150,
      columns: { id: uuidKey, order_id: follow('of_order'), n: integer(1, 9) },
      links: { of_order: { to: 'orders', columns: ['order_id'], choose: blocks(150, 60, { min: 1 }) } },
    },
    notes: {
      rows: 12,
      columns: {
        a: integer(1, 2),
        b: { recipe: pick('x'), nulls: 0.5 },
        j: { recipe: pick({ k: 'v' }), encoding: { kind: 'json' } },
      },
      key: ['a', 'b'],
      extra: { key: { columns: ['a', 'b'], exact: false } },
    },
  },
  [
    { kind: 'copy', table: 'users' },
    { kind: 'copy', table: 'orders' },
    { kind: 'copy', table: 'lines' },
    { kind: 'patch', table: 'orders', links: ['first_line'] },
    { kind: 'copy', table: 'notes' },
  ],
)

onEachServer(['pg15', 'pg17', 'pg18', 'pglite'], (server) => {
  describe('reset', () => {
    it('brings back what is gone, sets back what was changed, and leaves the rest', async () => {
      const database = await freshDatabase(server, SCHEMA)
      const root = temporaryRoot()
      await seed(database, root, PLAN)
      const before = await contents(database, TABLES)
      expect((await restore(database, root)).counts).toEqual({
        users: [0, 0],
        orders: [0, 0],
        lines: [0, 0],
        notes: [0, 0],
      })
      expect(await contents(database, TABLES)).toEqual(before)

      const mine = '00000000-0000-4000-8000-000000000001'
      for (const statement of [
        `update users set email = 'changed ' || email, data = '{"b":2}', spot = '(9,9)' where id in (select id from users order by id limit 3)`,
        `update users set friend = null where friend is not null`,
        `update orders set price = price + 1 where id <= 10`,
        `update orders set first = null where id = 1`,
        `delete from users where id in (select id from users where friend is null order by id desc limit 5)`,
        `delete from notes where ctid in (select ctid from notes limit 4)`,
        `insert into users (id, email, friend) select '${mine}', 'mine', id from users order by id limit 1`,
      ])
        await database.raw(statement)
      const log = (await contents(database, ['log'])).log!

      const { counts, findings } = await restore(database, root)
      expect(findings).toEqual([])
      expect(counts.users?.[0]).toBe(5)
      expect(counts.notes).toEqual([4, 0])
      expect(counts.users![1]).toBeGreaterThan(3)
      const after = await contents(database, TABLES)
      const [own] = after.users!.filter((row) => row.includes(mine))
      expect(own).toContain('mine')
      expect(after.users!.filter((row) => row !== own)).toEqual(before.users)
      for (const table of ['orders', 'lines', 'notes']) expect(after[table]).toEqual(before[table])
      // The trigger fired for rows that came back; its rows are ours, and cleanup will find them.
      expect(after.log).toHaveLength(log.length + 5)
      const { history } = await look(database, root)
      expect(history.made.filter(({ table }) => table === 'log').flatMap(({ keys }) => keys)).toHaveLength(45)
      expect((await restore(database, root)).counts).toEqual({
        users: [0, 0],
        orders: [0, 0],
        lines: [0, 0],
        notes: [0, 0],
      })
    })
  })
})

describe('reset', () => {
  const seeded = async () => {
    const database = await freshDatabase('pg17', SCHEMA)
    const root = temporaryRoot()
    await seed(database, root, PLAN)
    return { database, root }
  }

  it('brings back all, even to tables that were emptied with their sequences', async () => {
    const { database, root } = await seeded()
    const before = await contents(database, TABLES)
    await database.raw('truncate users, orders, lines, notes, log restart identity')
    const { counts, findings } = await restore(database, root)
    expect([counts, findings]).toEqual([{ users: [40, 0], orders: [60, 0], lines: [150, 0], notes: [12, 0] }, []])
    const after = await contents(database, TABLES)
    for (const table of ['users', 'orders', 'lines', 'notes']) expect(after[table]).toEqual(before[table])
    expect((await database.raw(`select nextval('orders_id_seq')::int4 as next`))[0]).toEqual({ next: 61 })
    expect((await look(database, root)).past.tables.orders?.rows).toBe(60)
  })

  it('tells what it restored when the answer to its COMMIT was lost', async () => {
    const { database, root } = await seeded()
    await database.raw('update lines set n = 0')
    expect((await restore(database, root, { db: unanswered(database.db) })).counts).toMatchObject({ lines: [0, 150] })
  })

  it('restores single tables', async () => {
    const { database, root } = await seeded()
    await database.raw('update lines set n = 0; update orders set price = 0')
    expect((await restore(database, root, { only: ['lines'] })).counts).toEqual({ lines: [0, 150] })
    const [row] = await database.raw('select count(*)::int4 as n from orders where price = 0')
    expect(row).toEqual({ n: 60 })
  })

  it('changes nothing when the database does not take a row', async () => {
    const { database, root } = await seeded()
    await database.raw('update users set friend = null')
    const [gone] = await database.raw<{ id: string; email: string }>(
      `delete from users where id in (select id from users order by id limit 1) returning id::text, email`,
    )
    await database.raw(`insert into users (id, email) values (gen_random_uuid(), $1)`, [gone!.email])
    await database.raw(`update lines set n = 0`)
    await expect(restore(database, root)).rejects.toMatchObject({
      code: 'reset-refused',
      exitCode: 2,
      place: { table: 'users', constraint: 'users_email_key' },
    })
    expect((await database.raw('select count(*)::int4 as n from lines where n = 0'))[0]).not.toEqual({ n: 0 })
  })

  it('restores rows that go together in one statement', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table a (id uuid primary key, b_id uuid not null);
       create table b (id uuid primary key, a_id uuid not null references a on delete cascade);
       alter table a add foreign key (b_id) references b on delete cascade;`,
    )
    const root = temporaryRoot()
    const plan = planWith(
      {
        a: {
          rows: 20,
          columns: { id: uuidKey, b_id: follow('b') },
          links: { b: { to: 'b', columns: ['b_id'], choose: { kind: 'first-child', link: 'a' } } },
        },
        b: {
          rows: 50,
          columns: { id: uuidKey, a_id: follow('a') },
          links: { a: { to: 'a', columns: ['a_id'], choose: blocks(50, 20, { min: 1 }) } },
        },
      },
      [{ kind: 'insert-together', tables: ['a', 'b'] }],
    )
    await seed(database, root, plan)
    const before = await contents(database, ['a', 'b'])
    await database.raw('delete from a where id in (select id from a order by id limit 6)')
    await database.raw('update b set a_id = (select id from a limit 1)')
    await restore(database, root)
    expect(await contents(database, ['a', 'b'])).toEqual(before)
  })

  it('has a trigger make its rows again before it enriches them', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table users (id uuid primary key, n int);
       create table profiles (id uuid primary key references users on delete cascade, bio text, made text not null);
       create function f() returns trigger language plpgsql as $$ begin insert into public.profiles values (new.id, null, 'by trigger'); return null; end $$;
       create trigger f after insert on users for each row execute function f();`,
    )
    const root = temporaryRoot()
    const plan = planWith(
      {
        users: { rows: 10, columns: { id: uuidKey, n: integer(1, 9) }, extra: { harvest: true } },
        profiles: {
          rows: 10,
          columns: { id: follow('user'), bio: pick('x', 'y'), made: { kind: 'leave', why: 'trigger' } },
          links: {
            user: { to: 'users', columns: ['id'], choose: blocks(10, 10, { law: { kind: 'even' }, min: 1, max: 1 }) },
          },
          extra: { writer: { kind: 'update', trigger: 'f', of: 'users', why: null } },
        },
      },
      [
        { kind: 'copy', table: 'users' },
        { kind: 'update', table: 'profiles' },
      ],
    )
    await seed(database, root, plan)
    const before = await contents(database, ['users', 'profiles'])
    await database.raw('delete from users where id in (select id from users order by id limit 4)')
    const { counts, findings } = await restore(database, root)
    expect(findings).toEqual([])
    expect(counts.users).toEqual([4, 0])
    expect(await contents(database, ['users', 'profiles'])).toEqual(before)
    // Without its maker it cannot come back: nobody knows what else the trigger writes.
    await database.raw('delete from profiles where id in (select id from profiles order by id limit 1)')
    expect((await restore(database, root)).findings).toMatchObject([
      { id: 'rows-not-restored:profiles', level: 'error' },
    ])
  })
})

describe('resetEverything', () => {
  const SHOP = `
    create table countries (code text primary key); insert into countries values ('AT'), ('BE');
    create table users (id int primary key generated always as identity, country text references countries);
    create table posts (id int primary key generated always as identity, user_id int references users, best int);
    create table comments (id int primary key generated always as identity, post_id int not null references posts);
    alter table posts add foreign key (best) references comments;
    create table platform (id int primary key, user_id int references users);`
  const fill = `insert into users (country) values ('AT'), ('BE'); insert into posts (user_id) values (1); insert into comments (post_id) values (1); update posts set best = 1`
  const app = ['countries', 'users', 'posts', 'comments']

  async function empty(database: TestDatabase, db: Database = database.db, reference: string[] | null = ['countries']) {
    const journal = await journalOf(database.db, temporaryRoot())
    try {
      const catalog = await readCatalog(database.db)
      return await resetEverything({ db, catalog, journal, tables: app, reference })
    } finally {
      await journal.close()
    }
  }
  const counts = async (database: TestDatabase) =>
    Object.values(await contents(database, [...app, 'platform'])).map((rows) => rows.length)

  it('empties the app’s tables and keeps reference data; sequences go on', async () => {
    const database = await freshDatabase('pg17', SHOP)
    await database.raw(`${fill}; drop table platform`)
    expect(await empty(database)).toEqual({ emptied: ['comments', 'posts', 'users'], how: 'truncate' })
    await database.raw(`insert into users (country) values ('AT')`)
    expect(Object.values(await contents(database, app)).map((rows) => rows.length)).toEqual([2, 1, 0, 0])
    expect((await contents(database, ['users'])).users).toEqual(['(3,AT)'])
  })

  it('deletes where a table that is kept could refer to them, and refuses where it does', async () => {
    const database = await freshDatabase('pg17', SHOP)
    await database.raw(`${fill}; insert into platform values (1, 2)`)
    await expect(empty(database)).rejects.toMatchObject({
      code: 'rows-of-others',
      place: { table: 'platform' },
      found: 'id = 1',
      exitCode: 2,
    })
    expect(await counts(database)).toEqual([2, 2, 1, 1, 1])
    await database.raw('update platform set user_id = null')
    expect(await empty(database)).toMatchObject({ how: 'delete' })
    expect(await counts(database)).toEqual([2, 0, 0, 0, 1])
  })

  it('refuses what is not on this machine, and not to know what is reference data', async () => {
    const database = await freshDatabase('pg17', SHOP)
    await expect(empty(database, database.db, null)).rejects.toMatchObject({ code: 'reference-unknown', exitCode: 2 })
    const remote = Object.create(database.db, {
      address: { value: { ...database.db.address, host: 'db.example.com', local: false } },
    }) as Database
    await expect(empty(database, remote)).rejects.toMatchObject({ code: 'not-local', exitCode: 2 })
  })
})
