import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { planStory, projectFolder } from '../support/story.ts'

it('writes rows that lead to earlier ones of their table over one connection, for these must be committed', async () => {
  const database = await freshDatabase(
    'pg17',
    'create table nodes (id serial primary key, parent_id int references nodes); create table leaves (id serial primary key)',
  )
  try {
    const plan = await planStory(database.db, { rows: 20 }, projectFolder())
    expect(plan.tables.map(({ id, parallel }) => [id, parallel])).toEqual([
      ['leaves', true],
      ['nodes', false],
    ])
  } finally {
    await database.drop()
  }
})
