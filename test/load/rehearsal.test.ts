import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepSequences } from '../../src/load/rehearse/keep-sequences.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { asRole } from '../catalog/wrapped.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { withClient } from '../support/postgres-databases.ts'
import { cleanupStory, planStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'

const servers: readonly ServerName[] = ['pg17', 'pglite']

/** Of each kind of refusal that only running shows, one table; and neighbours that must not suffer. */
const SCHEMA = `
create table accounts (id bigserial primary key, name text not null, kind text not null check (kind in ('private', 'public')));
create table locked (id serial primary key, account_id bigint not null references accounts, note text);
create table locked_notes (id serial primary key, locked_id int not null references locked, body text);
create table loosely (id serial primary key, locked_id int references locked, body text);
create function refuse() returns trigger language plpgsql as $$ begin
  execute format('do $i$ begin raise exception %L; end $i$', 'No ' || tg_table_name || ' on ' || 'Sundays'); return new; end $$;
create trigger refuse before insert on locked for each row execute function refuse();

create table gear (id serial primary key, account_id bigint not null references accounts, label text);
create table gear_photos (id serial primary key, gear_id int not null references gear on delete cascade, url text);
create function only_public() returns trigger language plpgsql as $$ declare k text; begin
  execute 'select kind from public.accounts where id = $1' into k using new.account_id;
  if k is distinct from 'public' then raise exception 'Gear of a private account cannot be shown'; end if;
  return new; end $$;
create trigger only_public before insert on gear for each row execute function only_public();

create table tenant_log (id serial primary key, message text);
create function tenant() returns trigger language plpgsql as $$ begin
  perform current_setting('app.' || 'tenant'); return new; end $$;
create trigger tenant before insert on tenant_log for each row execute function tenant();

create table orders (id serial primary key, total int);
create table order_lines (id serial primary key, order_id int not null references orders, quantity int);
create function has_lines() returns trigger language plpgsql as $$ begin
  if (select count(*) from public.order_lines where order_id = new.id) = 0 then raise exception 'order without lines'; end if;
  return null; end $$;
create constraint trigger has_lines after insert on orders deferrable initially deferred for each row execute function has_lines();

create table swallowed (id serial primary key, note text);
create function swallow() returns trigger language plpgsql as $$ begin if length(new.note) >= 0 or new.note is null then return null; end if; return new; end $$;
create trigger swallow before insert on swallowed for each row execute function swallow();

create table events (id serial primary key, account_id bigint not null references accounts, name text);
create table event_log (id serial primary key, event_id int not null, at timestamptz not null default now());
create function log_event() returns trigger language plpgsql as $$ begin insert into public.event_log (event_id) values (new.id); return null; end $$;
create trigger log_event after insert on events for each row execute function log_event();
`

const TABLES = ['accounts', 'gear', 'gear_photos', 'loosely', 'events', 'event_log', 'order_lines', 'locked', 'orders']

const contentsOf = async (database: TestDatabase): Promise<unknown> =>
  Promise.all(
    TABLES.map(async (table) => database.raw(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)),
  )

const sequencesOf = (database: TestDatabase): Promise<unknown> =>
  database.raw(`select sequencename, last_value::text from pg_sequences where schemaname = 'public' order by 1`)

test('a number that somebody else has drawn meanwhile is not drawn again', async () => {
  const database = await freshDatabase('pg17', 'create table ids (id serial primary key)')
  const draw = "select nextval('ids_id_seq')"
  const last = async () => (await database.raw('select last_value::int as n, is_called as called from ids_id_seq'))[0]
  await keepSequences(database.db, () => database.db.query(draw))
  expect(await last()).toEqual({ n: 1, called: false })
  await withClient(database.url ?? '', async (other) => {
    await keepSequences(database.db, async () => {
      await database.db.query(draw)
      await other.query('insert into ids default values')
    })
    expect(await last()).toEqual({ n: 2, called: true })
  })
})

const noteOf = (report: Report, table: string): string | undefined =>
  report.tables.find((one) => one.table === table)?.note

describe.each(servers)('%s', (server) => {
  test('what refuses rows is found before anything is written', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const { db } = database
    const root = projectFolder()
    const asking = { rows: 20 }
    const lessons = join(root, '.supa-seed', 'lessons.json')

    const report = await seedStory(db, asking, root)
    expect(report.errors).toEqual([])
    expect(report.ok).toBe(true)
    const left = report.warnings.filter(({ code }) => code === 'left-out').map(({ place }) => place.table)
    expect(left.sort()).toEqual(['locked', 'locked_notes', 'swallowed', 'tenant_log'])
    expect(noteOf(report, 'locked')).toContain('No locked on Sundays')
    expect(noteOf(report, 'tenant_log')).toContain('app.tenant')
    // An order and its lines come together, as the deferred trigger wants it.
    expect(report.tables.filter(({ table }) => table.startsWith('order')).map(({ inserted }) => inserted)).toEqual([
      20, 20,
    ])
    expect(noteOf(report, 'swallowed')).toContain('drops the row')
    const skipped = report.warnings.find(({ code, place }) => code === 'rows-skipped' && place.table === 'gear')
    expect(skipped?.message).toContain('Gear of a private account cannot be shown')
    const [facts] = await database.raw<Record<string, number>>(`select
      (select count(*)::int from accounts) as accounts, (select count(*)::int from gear) as gear,
      (select count(*)::int from gear_photos) as photos, (select count(*)::int from loosely) as loosely,
      (select count(*)::int from events) as events, (select count(*)::int from locked) as locked`)
    expect(facts).toMatchObject({ accounts: 20, loosely: 20, events: 20, locked: 0 })
    expect(facts?.gear).toBeGreaterThan(0)
    expect(facts?.gear).toBeLessThan(20)
    expect(facts?.photos).toBeGreaterThan(0)
    expect(report.tables.find(({ table }) => table === 'gear')).toMatchObject({
      planned: facts?.gear,
      inserted: facts?.gear,
    })

    const learned = readFileSync(lessons, 'utf8')
    const again = await seedStory(db, asking, root)
    expect(again.ok).toBe(true)
    expect(again.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
    expect(readFileSync(lessons, 'utf8')).toBe(learned)
    expect((await verifyStory(db, asking, root)).ok).toBe(true)

    // What is missing comes back, and only that.
    const before = await contentsOf(database)
    await database.raw('delete from gear_photos where id in (select id from gear_photos order by id limit 2)')
    await resetStory(db, asking, root)
    expect(await contentsOf(database)).toEqual(before)

    // Without a journal the rows are recognised, skipped ones and all.
    const clone = projectFolder()
    const { cpSync, mkdirSync } = await import('node:fs')
    mkdirSync(join(clone, '.supa-seed'))
    cpSync(lessons, join(clone, '.supa-seed', 'lessons.json'))
    const plan = await planStory(db, asking, clone)
    expect(plan.tables.filter(({ rows, present }) => rows > present).map(({ id }) => id)).toEqual([])

    await cleanupStory(db, asking, root)
    const [empty] = await database.raw<{ n: number }>(
      'select (select count(*) from accounts)::int + (select count(*) from gear)::int + (select count(*) from event_log)::int as n',
    )
    expect(empty?.n).toBe(0)
  })

  test('nothing remains of a rehearsal, and lessons make every plan the same', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const { db } = database
    const root = projectFolder()
    const sequences = await sequencesOf(database)
    const plain = await planStory(db, { rows: 10 }, root)
    const rehearsed = await planStory(db, { rows: 10 }, root, { rehearse: true })
    expect(await sequencesOf(database)).toEqual(sequences)
    expect((await contentsOf(database)) as unknown[][]).toEqual(TABLES.map(() => []))
    expect(rehearsed.left.filter(({ code }) => code === 'refused').map(({ table }) => table)).toEqual([
      'locked',
      'swallowed',
      'tenant_log',
    ])
    expect(rehearsed.hash).not.toBe(plain.hash)
    expect((await planStory(db, { rows: 10 }, root)).hash).toBe(rehearsed.hash)

    // A changed table is tried again.
    await database.raw('drop trigger tenant on tenant_log')
    await seedStory(db, { rows: 10 }, root)
    const [row] = await database.raw<{ n: number }>('select count(*)::int as n from tenant_log')
    expect(row?.n).toBe(10)
    expect(readFileSync(join(root, '.supa-seed', 'lessons.json'), 'utf8')).not.toContain('tenant_log')
  })

  test('a role that may not look at the users rehearses without them', async () => {
    const database = await freshDatabase(
      server,
      `do $$ begin if not exists (select from pg_roles where rolname = 'plain_writer') then create role plain_writer; end if; end $$;
       create schema auth;
       create table auth.users (id uuid primary key);
       insert into auth.users select gen_random_uuid();
       create table notes (id serial primary key, body text);
       create function by_back_end() returns trigger language plpgsql as $$ begin
         if coalesce(current_setting('request.jwt.claims', true)::json ->> 'role', '') <> 'service_role' then raise exception 'only the back end'; end if;
         return new; end $$;
       create trigger by_back_end before insert on notes for each row execute function by_back_end();
       grant usage on schema auth, public to plain_writer;
       grant all on notes, notes_id_seq to plain_writer;`,
    )
    const plan = await planStory(asRole(database.db, 'plain_writer'), { rows: 5 }, projectFolder(), { rehearse: true })
    expect(plan.findings.map(({ code }) => code)).not.toContain('not-rehearsed')
    expect(plan.tables.map(({ id, signedIn }) => [id, signedIn])).toEqual([
      ['notes', { by: 'role', role: 'service_role' }],
    ])
  })

  test('what was named must be met', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const { db } = database
    const root = projectFolder()
    await expect(seedStory(db, { tables: { locked: 5 } }, root)).rejects.toMatchObject({
      code: 'cannot-fill',
      exitCode: 2,
      message: expect.stringContaining('No locked on Sundays'),
    })
    expect(existsSync(join(root, '.supa-seed', 'lessons.json'))).toBe(false)
    const report = await seedStory(db, { tables: { accounts: 10, gear: 30 } }, root)
    expect(report.ok).toBe(false)
    expect(report.errors.map(({ code }) => code)).toEqual(['rows-skipped'])
    const without = await seedStory(db, { tables: { locked: 5 } }, projectFolder(), { rehearsal: false }).catch(
      (error: unknown) => error,
    )
    expect(without).toMatchObject({ code: 'rows-refused' })
  })

  test('rows that only the load meets become lessons, and the rest goes on', async () => {
    const database = await freshDatabase(
      server,
      `create table tickets (id serial primary key, title text not null);
       create table answers (id serial primary key, ticket_id int not null references tickets, body text);
       create function lucky() returns trigger language plpgsql as $$ begin
         if new.id in (1234, 2222) then raise exception 'unlucky number'; end if; return new; end $$;
       create trigger lucky before insert on tickets for each row execute function lucky();`,
    )
    const { db } = database
    const root = projectFolder()
    const report = await seedStory(db, { rows: 2500 }, root)
    expect(report.errors).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.warnings.map(({ message }) => message).join('\n')).toContain('unlucky number')
    const [row] = await database.raw<{ tickets: number; answers: number }>(
      'select (select count(*) from tickets)::int as tickets, (select count(*) from answers)::int as answers',
    )
    // Numbers that the first attempt has drawn are not drawn again, so the second one may pass.
    expect([2498, 2499]).toContain(row?.tickets)
    const tickets = report.tables.find(({ table }) => table === 'tickets')
    expect(tickets).toMatchObject({ planned: row?.tickets, inserted: row?.tickets })
    expect(row?.answers).toBeGreaterThan(2400)
    const again = await seedStory(db, { rows: 2500 }, root)
    expect(again.tables.filter(({ inserted }) => inserted > 0)).toEqual([])
  })

  test.each([
    [
      2516,
      [
        { from: 2515, to: 2516 },
        { from: 5000, to: 6000 },
      ],
    ],
    [5782, [{ from: 5000, to: 6000 }]],
  ])('of a large table that refuses rows nothing is written that was not tried: %i', async (unlucky, skipped) => {
    const database = await freshDatabase(
      server,
      `create table tickets (id serial primary key, title text not null);
       create function lucky() returns trigger language plpgsql as $$ begin
         execute 'select 1 / case when $1 = ${unlucky} then 0 else 1 end' using new.id; return new; end $$;
       create trigger lucky before insert on tickets for each row execute function lucky();`,
    )
    const plan = await planStory(database.db, { rows: 6000 }, projectFolder(), { rehearse: true })
    expect(plan.tables.map((table) => table.skipped)).toEqual([skipped])
  })
})
