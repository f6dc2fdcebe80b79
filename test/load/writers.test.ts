import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.ts'
import type { Progress } from '../../src/model/reports/report.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { blocks, follow, integer, pick, serial, uuidKey } from '../support/plan.ts'
import { contents, look, planWith, seed, temporaryRoot } from './seeding.ts'

const failure = async (work: Promise<unknown>): Promise<SeedError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(SeedError)
  return error as SeedError
}

const ODD = 'We"ird %s \\ täble.x'
const ODD_SQL = '"We""ird %s \\ täble.x"'
const ODD_COLUMN = `${'ü'.repeat(30)}"x'`
const ODD_COLUMN_SQL = `"${'ü'.repeat(30)}""x'"`

onEachServer(['pg17', 'pglite'], (server) => {
  describe('INSERT', () => {
    it('writes the same rows as COPY, always-identity included', async () => {
      const schema = `
        create type public.mood as enum ('sad', 'o''k \\');
        create domain public.small as varchar(5);
        create table a (id bigint generated always as identity primary key, m mood, s small, c char(3), n numeric(6,2), t text, at timestamptz, j jsonb, b bytea, l text[]);`
      const columns = {
        id: serial(5),
        m: pick('sad', "o'k \\"),
        s: { recipe: pick('abc', 'x'), nulls: 0.3 },
        c: pick('a', 'bcd'),
        n: { recipe: pick(1.5, 22), encoding: { kind: 'number' } },
        t: pick('', 'a\nb\t\\N', 'ünï "q" \'s\' {,}', 'NULL'),
        at: { recipe: pick(Date.UTC(2024, 1, 29, 12)), encoding: { kind: 'timestamp', zone: true } },
        j: { recipe: pick({ a: [1, 'x"y\\'] }, null), encoding: { kind: 'json' } },
        b: { recipe: { kind: 'constant', value: new Uint8Array([0, 255, 92]) }, encoding: { kind: 'bytes' } },
        l: {
          recipe: pick(['a', 'b,"c\\'], []),
          encoding: { kind: 'array', element: { kind: 'text' }, delimiter: ',' },
        },
      } as const
      const found = await Promise.all(
        (['copy', 'insert'] as const).map(async (kind) => {
          const database = await freshDatabase(server, schema)
          const plan = planWith({ a: { rows: 2500, columns, extra: { chunkRows: 1500 } } }, [{ kind, table: 'a' }])
          const { result } = await seed(database, temporaryRoot(), plan)
          expect(result.tables).toEqual([{ table: 'a', inserted: 2500, updated: 0 }])
          return contents(database, ['a'])
        }),
      )
      expect(found[1]?.a).toHaveLength(2500)
      expect(found[0]).toEqual(found[1])
    })

    it('takes odd names, and tables without columns to name', async () => {
      const database = await freshDatabase(
        server,
        `create schema "s."; create table "s.".${ODD_SQL} (id uuid primary key, ${ODD_COLUMN_SQL} int);
         create table plain (id int generated always as identity primary key, at timestamptz default now());`,
      )
      const id = `"s.".${ODD_SQL}`
      const columns = { id: uuidKey, [ODD_COLUMN]: integer(1, 9) }
      const leave = { kind: 'leave', why: 'default' } as const
      const plain = {
        rows: 12,
        columns: { id: leave, at: leave },
        key: ['at'],
        extra: { key: { columns: [], exact: false } },
      }
      for (const kind of ['copy', 'insert'] as const) {
        const plan = planWith(
          { [id]: { rows: 10, columns, extra: { schema: 's.', name: ODD, chunkRows: 3 } }, plain },
          [
            { kind, table: id },
            { kind, table: 'plain' },
          ],
        )
        const { result } = await seed(database, temporaryRoot(), plan)
        expect(result.tables.map(({ inserted }) => inserted)).toEqual([10, 12])
        await database.raw(`delete from ${id}`)
      }
    })
  })

  describe('UPDATE', () => {
    const schema = `
      create table users (id uuid primary key, email text);
      create table profiles (id uuid primary key references users on delete cascade, name text, bio text not null default '');
      create function make_profile() returns trigger language plpgsql as $$ begin
        if new.email <> 'none' then insert into public.profiles (id) values (new.id); end if; return new; end $$;
      create trigger make_profile after insert on users for each row execute function make_profile();`
    const plan = (email = 'a@example.com') =>
      planWith(
        {
          users: { rows: 20, columns: { id: uuidKey, email: pick(email) }, extra: { harvest: true, chunkRows: 8 } },
          profiles: {
            rows: 20,
            columns: { id: follow('user'), name: pick('Ann', 'Bob'), bio: pick('x') },
            links: {
              user: { to: 'users', columns: ['id'], choose: blocks(20, 20, { law: { kind: 'even' }, min: 1, max: 1 }) },
            },
            extra: { writer: { kind: 'update', trigger: 'make_profile', of: 'users', why: null }, chunkRows: 8 },
          },
        },
        [
          { kind: 'copy', table: 'users' },
          { kind: 'update', table: 'profiles' },
        ],
      )

    it('enriches rows that a trigger made', async () => {
      const database = await freshDatabase(server, schema)
      const { result } = await seed(database, temporaryRoot(), plan())
      expect(result.tables).toEqual([
        { table: 'users', inserted: 20, updated: 0 },
        { table: 'profiles', inserted: 0, updated: 20 },
      ])
      expect(result.findings).toEqual([])
      const rows = await database.raw<{ n: number }>(
        `select count(*)::int4 as n from profiles where name in ('Ann', 'Bob') and bio = 'x'`,
      )
      expect(rows[0]?.n).toBe(20)
    })

    it('tells of rows that the trigger did not make', async () => {
      const database = await freshDatabase(server, schema)
      const { result } = await seed(database, temporaryRoot(), plan('none'))
      expect(result.findings).toMatchObject([
        { id: 'rows-not-found:profiles', level: 'error', expected: '20 rows', found: '0 rows' },
      ])
    })
  })

  describe('what the database refuses', () => {
    const schema = `
      create table a (id uuid primary key, n int not null check (n < 90));
      create table b (id uuid primary key, n int not null);
      create function drop_some() returns trigger language plpgsql as $$ begin if new.n = 7 then return null; end if; return new; end $$;
      create table d (id uuid primary key, n int not null);
      create table e (id uuid primary key, d_id uuid not null references d);
      create trigger drop_some before insert on d for each row execute function drop_some();`
    const rows = (n: ReturnType<typeof integer> | ReturnType<typeof serial>, count = 100) => ({
      rows: count,
      columns: { id: uuidKey, n },
      extra: { chunkRows: 20, parallel: false },
    })

    it('is told with the row and its values, by COPY', async () => {
      const database = await freshDatabase(server, schema)
      const root = temporaryRoot()
      const error = await failure(seed(database, root, planWith({ a: rows(serial(41)) })))
      expect(error).toMatchObject({ code: 'rows-refused', exitCode: 1, place: { table: 'a', constraint: 'a_n_check' } })
      expect(error.message).toContain('row 49 of a')
      expect(error.found).toContain("n = '90'")
      expect((await contents(database, ['a'])).a).toHaveLength(40)
      const { past } = await look(database, root)
      expect(past.tables.a?.rows).toBe(40)
      // Another plan may go on from there.
      expect(past.unfinished).toBeNull()
    })

    it('is told with the slice, by INSERT; nothing written is exit code 2 and no run to take up', async () => {
      const database = await freshDatabase(server, schema)
      const root = temporaryRoot()
      const error = await failure(
        seed(database, root, planWith({ a: rows(serial(85)) }, [{ kind: 'insert', table: 'a' }])),
      )
      expect(error).toMatchObject({ code: 'rows-refused', exitCode: 2, place: { table: 'a', constraint: 'a_n_check' } })
      expect(error.message).toContain('rows 0 to 19 of a')
      expect((await look(database, root)).past).toMatchObject({ tables: {}, unfinished: null })
    })

    it('stops a table whose rows a trigger drops, with its children, and goes on with others', async () => {
      const database = await freshDatabase(server, schema)
      const root = temporaryRoot()
      const plan = planWith({
        d: rows(serial(0)),
        e: {
          rows: 10,
          columns: { id: uuidKey, d_id: follow('d_id') },
          links: { d_id: { to: 'd', choose: blocks(10, 100) } },
        },
        b: rows(serial(0)),
      })
      const { result } = await seed(database, root, plan)
      expect(result.findings.map(({ id }: Finding) => id)).toEqual(['rows-dropped:d', 'table-not-written:e'])
      expect(result.findings[0]).toMatchObject({ level: 'error', expected: '20 rows (0 to 19)', found: '19 rows' })
      expect(result.tables.map(({ inserted }) => inserted)).toEqual([0, 0, 100])
      const { past } = await look(database, root)
      expect(past.unfinished).toBeNull()
      expect(Object.keys(past.tables)).toEqual(['b'])
    })
  })

  describe('progress and interruption', () => {
    const schema = 'create table a (id uuid primary key, n int)'
    const plan = planWith({
      a: { rows: 5000, columns: { id: uuidKey, n: integer(1, 9) }, extra: { chunkRows: 500, parallel: false } },
    })

    it('tells of steps and rows, and ends at the total', async () => {
      const database = await freshDatabase(server, schema)
      const events: Progress[] = []
      await seed(database, temporaryRoot(), plan, { onProgress: (event) => events.push(event) })
      expect(events[0]).toEqual({ kind: 'step', step: 'copy a', table: 'a', rows: 5000 })
      expect(events.at(-1)).toEqual({ kind: 'rows', table: 'a', written: 5000, total: 5000 })
    })

    it('stops when asked, keeps what is committed, and ends with the same contents the next time', async () => {
      const [database, whole] = [await freshDatabase(server, schema), await freshDatabase(server, schema)]
      const root = temporaryRoot()
      let asked = 0
      const signal = {
        get aborted() {
          return ++asked > 7
        },
      } as AbortSignal
      const error = await failure(seed(database, root, plan, { signal }))
      expect(error).toMatchObject({ code: 'interrupted', exitCode: 130 })
      const { past } = await look(database, root)
      const there = (await contents(database, ['a'])).a?.length ?? 0
      expect(there % 500).toBe(0)
      expect(there).toBeGreaterThan(0)
      expect(there).toBeLessThan(5000)
      expect(past.tables.a?.rows ?? 0).toBe(there)
      await seed(database, root, plan)
      await seed(whole, temporaryRoot(), plan)
      expect(await contents(database, ['a'])).toEqual(await contents(whole, ['a']))
    })
  })
})
