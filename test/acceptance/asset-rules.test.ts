import { expect, it } from 'vitest'
import { refusal } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'

it('items that are not what the pool says are passed over, or stop the run where it is strict', async () => {
  const database = await freshDatabase('pg17', 'create table posts (id int primary key, title text not null, day date)')
  const root = projectFolder()
  putFiles(root, {
    'c/a.md': '---\ntitle: A\ndate: 2025-01-31\n---\n',
    'c/b.md': '---\ntitle: B\n---\n',
    'c/c.md': '---\ntitle: C\ndate: soon\n---\n',
  })
  const posts = {
    path: 'c/*.md',
    requiredFrontmatter: ['title', 'date'],
    validation: { title: 'string', date: 'date' },
    fields: { title: 'frontmatter.title', day: 'frontmatter.date' },
  }
  const strict = await refusal(seedStory(database.db, { assetPools: { posts: { ...posts, strict: true } } }, root))
  expect(strict.code).toBe('assets-invalid')
  expect(strict.findings.map(({ code, level, place }) => [code, level, place.file])).toEqual([
    ['asset-invalid', 'error', 'c/b.md:2'],
    ['asset-invalid', 'error', 'c/c.md:3:1'],
  ])
  expect(await database.raw('select * from posts')).toEqual([])
  const unknown = { posts: { ...posts, schema: 'none.json' } }
  expect(await refusal(seedStory(database.db, { assetPools: unknown }, root))).toMatchObject({ code: 'schema-invalid' })
  const report = await seedStory(database.db, { assetPools: { posts } }, root)
  expect(report.errors).toEqual([])
  expect(report.warnings.map(({ message }) => message)).toEqual([
    'The field date is missing.',
    'The field date must be a date (date), and is the text "soon".',
  ])
  expect(await database.raw('select title, day::text from posts')).toEqual([{ title: 'A', day: '2025-01-31' }])
  await database.drop()
})
