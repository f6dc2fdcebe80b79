import { expect, test } from 'vitest'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const SCHEMA = `
create table parents (id uuid primary key, name text not null);
create table children (id uuid primary key, parent_id uuid not null references parents);
create table others (id uuid primary key, name text not null);
create function few() returns trigger language plpgsql as $$
begin
  if (select count(*) from public.others) > 3 then raise exception 'enough of them'; end if;
  return null;
end $$;
create constraint trigger few after insert on others for each row execute function few();
`

const refused = (work: Promise<unknown>): Promise<SeedError> =>
  work.then(
    () => Promise.reject(new Error('nothing was refused')),
    (error) => (error instanceof SeedError ? error : Promise.reject(error)),
  )

/** A database with a run that was interrupted between parents and children. */
async function interrupted() {
  const { db, raw } = await freshDatabase('pg17', SCHEMA)
  const root = projectFolder()
  const stop = new AbortController()
  const run = seedStory(db, { rows: 20, except: ['others'] }, root, {
    signal: stop.signal,
    onProgress: (event) => {
      if (event.kind === 'rows' && event.table === 'parents') stop.abort()
    },
  })
  expect(await refused(run)).toMatchObject({ code: 'interrupted', exitCode: 130 })
  return { db, root, count: async (table: string) => (await raw(`select count(*)::int4 as n from ${table}`))[0]?.n }
}

test('an interrupted run is finished first, and what is refused after it does not say that nothing was written', async () => {
  const { db, root, count } = await interrupted()
  expect(await count('children')).toBe(0)
  const error = await refused(seedStory(db, { rows: 20 }, root, { rehearsal: false }))
  expect(error).toMatchObject({ code: 'rows-refused', exitCode: 1, place: { table: 'others' } })
  expect(error.next).toContain('What an interrupted run still lacked was written first (20 rows) and stays.')
  expect([await count('parents'), await count('children'), await count('others')]).toEqual([20, 20, 0])
})

test('nor does a plan that is declined after it', async () => {
  const { db, root, count } = await interrupted()
  const declined = seedStory(db, { rows: 20 }, root, { onPlan: async () => false })
  expect(await refused(declined)).toMatchObject({
    code: 'declined',
    exitCode: 1,
    next: expect.stringContaining('(20 rows)'),
  })
  expect(await count('children')).toBe(20)
  expect(await refused(seedStory(db, { rows: 20 }, root, { onPlan: async () => false }))).toMatchObject({
    code: 'declined',
    exitCode: 2,
  })
})

test('what was refused may be said otherwise: the next run starts from a new plan', async () => {
  const { db, raw, drop } = await freshDatabase('pg17', SCHEMA)
  const root = projectFolder()
  const error = await refused(seedStory(db, { rows: 20 }, root, { rehearsal: false }))
  expect(error).toMatchObject({ code: 'rows-refused', place: { table: 'others' } })
  expect(await seedStory(db, { rows: 20, except: ['others'] }, root)).toMatchObject({ ok: true })
  const more = await seedStory(db, { rows: 20, tables: { others: 3 } }, root)
  expect(more).toMatchObject({ ok: true })
  const [row] = await raw(
    'select (select count(*) from parents)::int4 as parents, (select count(*) from children)::int4 as children, (select count(*) from others)::int4 as others',
  )
  expect(row).toEqual({ parents: 20, children: 20, others: 3 })
  await drop()
})
