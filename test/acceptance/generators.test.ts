import { expect, test } from 'vitest'
import { NEWEST_GENERATORS } from '../../src/model/generators.ts'
import { freshDatabase } from '../support/database.ts'
import { planStory, projectFolder, seedStory } from '../support/story.ts'

const DDL = `
create table shelves (id bigint generated always as identity primary key, zug text not null, name text not null);
create table boxes (id uuid primary key, shelf_id bigint not null references shelves, zug text not null, tags text[] not null);
`
const old = { rows: 6, generators: 1 }
const text = `select (select string_agg(zug, '|' order by id) from shelves) as shelves, (select string_agg(zug, '|' order by id) from boxes) as boxes`

test('a generation is pinned, remembered, told by the rows themselves, and raised only for rows that come anew', async () => {
  const { db, drop } = await freshDatabase('pg17', DDL)
  try {
    const root = projectFolder()
    await seedStory(db, old, root)
    const [first] = await db.query<{ shelves: string; boxes: string }>(text)
    for (const folder of [root, projectFolder()]) {
      const plan = await planStory(db, { rows: 6 }, folder)
      expect(plan.generators ?? 1).toBe(1)
      const newer = plan.findings.find(({ code }) => code === 'generators-newer')
      expect(newer?.message).toBe('generators: 2 would make other values for shelves.zug, boxes.zug.')
      expect(plan.tables.every(({ present, rows }) => present === rows)).toBe(true)
    }
    const raised = await planStory(db, { rows: 6, generators: 2 }, root)
    expect(raised.findings.map(({ code }) => code)).toContain('generators-changed')
    expect(raised.findings.map(({ code }) => code)).not.toContain('recipe-changed')
    const more = await seedStory(db, { rows: 12, generators: 2 }, root)
    expect(more).toMatchObject({ ok: true })
    const [grown] = await db.query<{ shelves: string; boxes: string }>(text)
    expect(grown?.shelves.startsWith(first?.shelves ?? '-')).toBe(true)
  } finally {
    await drop()
  }
})

test('fresh databases get the newest, and other values than from the first', async () => {
  const values: unknown[] = []
  for (const input of [{ rows: 6 }, { rows: 6, generators: NEWEST_GENERATORS }, old]) {
    const { db, drop } = await freshDatabase('pg17', DDL)
    try {
      await seedStory(db, input, projectFolder())
      values.push((await db.query(text))[0])
    } finally {
      await drop()
    }
  }
  expect(values[1]).toEqual(values[0])
  expect(values[2]).not.toEqual(values[0])
})

test.each([0, 1.5, NEWEST_GENERATORS + 1, '2'])('an unknown generation is refused: %s', async (generators) => {
  const { db, drop } = await freshDatabase('pg17', DDL)
  try {
    await expect(planStory(db, { generators }, projectFolder())).rejects.toMatchObject({
      code: 'config-invalid',
      place: { path: 'generators' },
      exitCode: 2,
    })
  } finally {
    await drop()
  }
})
