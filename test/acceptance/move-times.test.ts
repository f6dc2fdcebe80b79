import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ago, ahead } from '../../src/index.ts'
import type { Database } from '../../src/model/database.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { planStory, projectFolder, resetStory, seedStory } from '../support/story.ts'

const DDL = `
create table rooms (id uuid primary key, name text not null unique, created_at timestamptz not null default now());
create table "Odd ""bookings" (
  id bigint generated always as identity primary key,
  room_id uuid not null references rooms,
  status text not null check (status in ('pending', 'confirmed', 'in_progress', 'completed', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  note text,
  updated_at timestamptz not null default now()
);
create table shifts (
  id uuid primary key,
  room_id uuid not null references rooms,
  during tstzrange not null,
  status text not null check (status in ('scheduled', 'completed', 'cancelled')),
  exclude using gist (room_id with =, during with &&)
);
create table days (room_id uuid not null references rooms, day date not null, guests int not null, primary key (room_id, day));
create table visits (id uuid primary key, room_id uuid not null, day date not null, seen_at timestamptz not null, foreign key (room_id, day) references days on update cascade);
create table trips (id uuid primary key, departure_time timestamptz not null, arrival_time timestamptz not null, status text not null check (status in ('scheduled', 'departed', 'arrived')));
create function touch() returns trigger language plpgsql as $$ begin new.updated_at = now(); return new; end $$;
create trigger touched before update on "Odd ""bookings" for each row execute function touch();
`
const BOOKINGS = 'Odd "bookings'
const shared = {
  tables: { rooms: 6, [BOOKINGS]: 30, shifts: 40, days: 30, visits: 9, trips: 12 },
  fixtures: {
    [BOOKINGS]: {
      gone: { starts_at: ago('3 days', { at: '09:30' }), note: 'gone' },
      next: { starts_at: ahead('1 week'), note: 'next' },
      fixed: { starts_at: '2026-01-20T10:00:00Z', note: 'fixed' },
      done: { status: 'completed', note: 'done' },
      told: { starts_at: ({ now }: { now: Date }) => new Date(now.getTime() - 86_400_000), note: 'told' },
    },
  },
}
const BEFORE = { ...shared, now: '2026-01-15' }
const AFTER = { ...shared, now: '2026-02-11' }

const all = (db: Database) =>
  Promise.all(
    [
      `select id, room_id, status, starts_at::text, ends_at::text, note from "Odd ""bookings" order by id`,
      'select id, room_id, during::text, status from shifts order by id',
      'select room_id, day::text, guests from days order by room_id, day',
      'select id, name, created_at::text from rooms order by id',
      'select id, day::text, seen_at::text from visits order by id',
      'select id, departure_time::text, arrival_time::text from trips order by id',
    ].map((sql) => db.query(sql)),
  )
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code)

describe('seed with another now', () => {
  let moved: TestDatabase
  let fresh: TestDatabase
  const root = projectFolder()
  beforeAll(async () => {
    moved = await freshDatabase('pg17', `create extension if not exists btree_gist;${DDL}`)
    fresh = await freshDatabase('pg17', `create extension if not exists btree_gist;${DDL}`)
    expect(await seedStory(fresh.db, AFTER, projectFolder())).toMatchObject({ ok: true, errors: [] })
    expect(await seedStory(moved.db, BEFORE, root)).toMatchObject({ ok: true, errors: [] })
  })
  afterAll(async () => {
    await moved.drop()
    await fresh.drop()
  })

  test('statuses fit times, and times statuses', async () => {
    const rows = await moved.db.query<{ status: string; over: boolean; ahead: boolean; note: string }>(
      `select status, ends_at < '2026-01-15 12:00Z' as over, starts_at > '2026-01-15 12:00Z' as ahead, note from "Odd ""bookings"`,
    )
    const wrong = rows.filter(
      ({ status, over, ahead: later }) =>
        (status === 'completed' && !over) ||
        (/^(confirmed|pending)$/.test(status) && !later) ||
        (status === 'in_progress' && (over || later)),
    )
    expect(wrong).toEqual([])
    const shifts = await moved.db.query(
      `select status, count(*)::int4 as n, bool_and(status <> 'completed' or upper(during) <= '2026-01-15 12:00Z') and bool_and(status <> 'scheduled' or upper(during) > '2026-01-15 12:00Z') as fit
       from shifts group by status order by status`,
    )
    expect(shifts.map(({ status, fit }) => [status, fit])).toEqual([
      ['cancelled', true],
      ['completed', true],
      ['scheduled', true],
    ])
    const trips = await moved.db.query(
      `select bool_and(arrival_time >= departure_time) and bool_and(status <> 'arrived' or arrival_time <= '2026-01-15 12:00Z') as fit from trips`,
    )
    expect(trips).toEqual([{ fit: true }])
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(3)
    const given = Object.fromEntries(rows.filter(({ note }) => note).map((row) => [row.note, row.status]))
    expect(given).toMatchObject({ gone: 'completed', done: 'completed', fixed: 'pending' })
    expect(given.next).toMatch(/pending|confirmed/)
  })

  test('the plan tells what moves, and writes nothing', async () => {
    const plan = await planStory(moved.db, AFTER, root)
    const told = plan.findings.filter(({ code }) => code === 'times-move')
    expect(told.map(({ place }) => place.table).sort()).toEqual(
      [BOOKINGS, 'days', 'rooms', 'shifts', 'trips', 'visits']
        .map((id) => (id === BOOKINGS ? plan.tables.find(({ name }) => name === BOOKINGS)?.id : id))
        .sort(),
    )
    expect(told.map(({ message }) => message).join('\n')).toMatch(
      /ends_at, starts_at, status of 30 rows .* move from 2026-01-15 12:00 to 2026-02-11 12:00/,
    )
    expect(codes(plan.findings)).toContain('move-fires-triggers')
    expect(codes((await planStory(moved.db, BEFORE, root)).findings)).not.toContain('times-move')
  })

  test('moves in place, to what a fresh seed gives; the second run changes nothing; reset goes by the new now', async () => {
    await moved.db.execute(`update "Odd ""bookings" set starts_at = starts_at - interval '1 hour' where note = 'done'`)
    const mine = await moved.db.query(`select starts_at::text from "Odd ""bookings" where note = 'done'`)
    const report = await seedStory(moved.db, AFTER, root)
    expect(report).toMatchObject({ ok: true, errors: [] })
    expect(codes([...report.notes, ...report.warnings])).toEqual(expect.arrayContaining(['times-move', 'times-left']))
    expect(await moved.db.query(`select starts_at::text from "Odd ""bookings" where note = 'done'`)).toEqual(mine)
    const again = await seedStory(moved.db, AFTER, root)
    expect(again.tables.every(({ inserted, updated }) => inserted + updated === 0)).toBe(true)
    expect(codes(again.notes)).not.toContain('times-move')
    await resetStory(moved.db, AFTER, root)
    expect(await all(moved.db)).toEqual(await all(fresh.db))
  })

  test('and back', async () => {
    const report = await seedStory(moved.db, BEFORE, root)
    expect(report.tables.reduce((sum, { updated }) => sum + updated, 0)).toBeGreaterThan(90)
    expect(codes(report.warnings)).not.toContain('times-left')
    await seedStory(moved.db, AFTER, root)
    expect(await all(moved.db)).toEqual(await all(fresh.db))
  })

  test('without a journal the times tell their now', async () => {
    const folder = projectFolder()
    const { now, ...rest } = AFTER
    const plan = await planStory(moved.db, rest, folder)
    expect(plan.now).toBe(Date.parse('2026-02-11T12:00:00Z'))
    expect(codes(plan.findings)).not.toContain('times-move')
    const report = await seedStory(moved.db, BEFORE, folder)
    expect(codes(report.warnings)).not.toContain('times-left')
    expect(codes(report.warnings)).not.toContain('fixture-changed')
    expect(report.tables.reduce((sum, { updated }) => sum + updated, 0)).toBeGreaterThan(90)
    await seedStory(moved.db, { ...rest, now: 'today' }, folder)
    await seedStory(moved.db, AFTER, folder)
    expect(await all(moved.db)).toEqual(await all(fresh.db))
  })
})
