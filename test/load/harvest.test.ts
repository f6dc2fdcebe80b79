import { describe, expect, it } from 'vitest'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { integer, pick, serial, uuidKey } from '../support/plan.ts'
import { look, planWith, seed, temporaryRoot } from './seeding.ts'

const TABLE = 'create table a (id uuid primary key, n int not null);'
const trigger = (body: string, when = 'after insert on a for each row') =>
  `create function f() returns trigger language plpgsql as $f$ ${body} $f$; create trigger f ${when} execute function f();`

const plan = (rows = 30, n = serial(0)) =>
  planWith({ a: { rows, columns: { id: uuidKey, n }, extra: { harvest: true, chunkRows: 10, parallel: false } } })

/** Seeds and returns what the journal says that triggers made: number of keys by table, and the columns of the keys. */
async function madeBy(database: Awaited<ReturnType<typeof freshDatabase>>, which = plan()) {
  const root = temporaryRoot()
  const { result } = await seed(database, root, which)
  const { history } = await look(database, root)
  const made: Record<string, { columns: readonly string[]; exact: boolean; keys: string[] }> = {}
  for (const { table, columns, exact, keys } of history.made) {
    made[table] ??= { columns, exact, keys: [] }
    made[table].keys.push(...keys.map((key) => key.join('|')))
  }
  return { made, findings: result.findings }
}

onEachServer(['pg15', 'pg17', 'pg18', 'pglite'], (server) => {
  describe('harvest', () => {
    it('finds rows of trigger chains, deferred triggers and exception blocks, and no others', async () => {
      const database = await freshDatabase(
        server,
        `${TABLE}
         create table log (id bigint generated always as identity primary key, a uuid);
         create table deep (a int, b int, primary key (b, a));
         create table late (id uuid primary key);
         create table tries (n int primary key);
         create table untouched (id int primary key);
         insert into log (a) values (gen_random_uuid()), (null);
         insert into late select gen_random_uuid(); insert into untouched values (1);
         ${trigger(`begin
           insert into public.log (a) values (new.id);
           begin insert into public.tries values (new.n / 2); exception when unique_violation then null; end;
           return null; end`)}
         create function g() returns trigger language plpgsql as $g$ begin insert into public.deep values (new.id, 1); return null; end $g$;
         create trigger g after insert on log for each row execute function g();
         create function h() returns trigger language plpgsql as $h$ begin insert into public.late values (new.id); return null; end $h$;
         create constraint trigger h after insert on a deferrable initially deferred for each row execute function h();`,
      )
      const { made, findings } = await madeBy(database)
      expect(findings).toEqual([])
      expect(Object.keys(made).sort()).toEqual(['deep', 'late', 'log', 'tries'])
      expect(made.log).toMatchObject({
        columns: ['id'],
        exact: true,
        keys: Array.from({ length: 30 }, (_, i) => `${i + 3}`),
      })
      expect(made.deep).toMatchObject({ columns: ['b', 'a'] })
      expect(made.deep?.keys[0]).toBe('1|3')
      expect(made.tries?.keys.sort()).toEqual(Array.from({ length: 15 }, (_, i) => `${i}`).sort())
      const late = await database.raw<{ id: string }>(
        'select id::text from late where id in (select id from a) order by id',
      )
      expect(made.late?.keys.sort()).toEqual(late.map(({ id }) => id))
    })

    it('tells rows that triggers make from rows that they update in the same table', async () => {
      const database = await freshDatabase(
        server,
        `${TABLE}
         create table counts (n int primary key, seen int not null default 1);
         insert into counts (n) values (0), (3), (99);
         ${trigger(`begin insert into public.counts (n) values (new.n % 5) on conflict (n) do update set seen = counts.seen + 1; return null; end`)}`,
      )
      const { made } = await madeBy(database)
      expect(made.counts?.keys.sort()).toEqual(['1', '2', '4'])
      const rows = await database.raw('select n, seen from counts order by n')
      expect(rows.map(({ seen }) => seen)).toEqual([7, 6, 6, 7, 6, 1])
    })

    it('finds more rows of the table itself', async () => {
      const database = await freshDatabase(
        server,
        `${TABLE} ${trigger(`begin
           if new.n < 5 then insert into public.a values (gen_random_uuid(), new.n + 1000); end if;
           update public.a set n = n where id = new.id; return null; end`)}`,
      )
      const { made } = await madeBy(database)
      const twins = await database.raw<{ id: string }>('select id::text from a where n >= 1000 order by id')
      expect(twins).toHaveLength(5)
      expect(made.a?.keys.sort()).toEqual(twins.map(({ id }) => id))
    })

    it('finds rows without a key by all their columns, in partitions too', async () => {
      const database = await freshDatabase(
        server,
        `${TABLE}
         create table bare (a uuid, note text);
         create table events (n int not null, a uuid) partition by range (n);
         create table events_low partition of events for values from (0) to (15);
         create table events_high partition of events for values from (15) to (1000);
         alter table events_low add primary key (n);
         ${trigger(`begin
           insert into public.bare values (new.id, null), (null, null);
           insert into public.events values (new.n, new.id); return null; end`)}`,
      )
      const { made } = await madeBy(database)
      expect(made.bare).toMatchObject({ columns: ['a', 'note'], exact: false })
      expect(made.bare?.keys).toHaveLength(60)
      expect(made.events_low).toMatchObject({ columns: ['n'], exact: true })
      expect(made.events_low?.keys).toHaveLength(15)
      expect(made.events_high).toMatchObject({ columns: ['n', 'a'], exact: false })
    })

    it('is not led astray by other sessions', async () => {
      const database = await freshDatabase(
        server,
        `${TABLE} create table log (id int generated always as identity primary key, a uuid);
        ${trigger('begin insert into public.log (a) values (new.id); return null; end')}`,
      )
      if (server === 'pglite') return
      const others = (async () => {
        for (let i = 0; i < 20; i++) await database.raw(`insert into log (a) values (null)`)
      })()
      const { made } = await madeBy(database)
      await others
      const ours = await database.raw<{ id: string }>('select id::text from log where a is not null')
      expect(made.log?.keys.sort()).toEqual(ours.map(({ id }) => id).sort())
    })
  })
})

describe('harvest with less than all rights', () => {
  it('says which rows it could not see', async () => {
    const database = await freshDatabase(
      'pg17',
      `${TABLE} create table hidden (id int generated always as identity primary key);
       create table guarded (id int generated always as identity primary key);
       alter table guarded enable row level security;
       create policy p on guarded for insert with check (true);
       create function f() returns trigger language plpgsql security definer as $f$ begin insert into public.hidden default values; insert into public.guarded default values; return null; end $f$;
       create trigger f after insert on a for each row execute function f();
       do $$ begin create role load_harvester login password 'x'; exception when duplicate_object then null; end $$;
       grant select, insert on a to load_harvester; grant select, insert on guarded to load_harvester;`,
    )
    const url = new URL(database.url!)
    url.username = 'load_harvester'
    url.password = 'x'
    const { openDatabase } = await import('../../src/database/open-database.ts')
    const db = await openDatabase({ url: url.href, source: 'test' })
    try {
      const { result } = await seed({ db }, temporaryRoot(), plan(20, serial(0)))
      expect(result.findings.map(({ id }) => id)).toEqual(['trigger-rows-unseen:guarded', 'trigger-rows-unseen:hidden'])
    } finally {
      await db.close()
    }
  })

  it('does not look where the plan says that nothing is to be found', async () => {
    const database = await freshDatabase(
      'pg17',
      `${TABLE} create table log (id int generated always as identity primary key);
      ${trigger('begin insert into public.log default values; return null; end')}`,
    )
    const quiet = planWith({
      a: { rows: 3, columns: { id: uuidKey, n: integer(1, 2) } },
      log: { rows: 0, columns: { id: pick(1) } },
    })
    const { made } = await madeBy(database, quiet)
    expect(made).toEqual({})
  })
})
