import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Report } from '../../src/model/reports/report.ts'
import { codes, facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, projectFolder, seedStory, verifyStory } from '../support/story.ts'

const SCHEMA = `
  create table authors (id uuid primary key default gen_random_uuid(), name text not null, category text not null);
  create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references authors, editor_id uuid references authors,
    title text not null, body text not null, category text not null, written_on date);
  create table likes (author_id uuid references authors, post_id uuid references posts on delete cascade, primary key (author_id, post_id));
`

const post = (i: number, category: string, date: string): string =>
  `---\ntitle: Post ${i}\ncategory: ${category}\ndate: ${date}\n---\n\nText ${i}.\n`

const files = (count: number, categories = ['van', 'tent', 'gear']) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `posts/p${i}.md`,
      post(i, categories[i % categories.length] as string, i % 2 === 0 ? '2025-12-01' : '2024-02-01'),
    ]),
  )

const FIELDS = {
  title: 'frontmatter.title',
  body: 'body',
  category: 'frontmatter.category',
  written_on: 'frontmatter.date',
}
const pool = (more: object = {}) => ({
  assetPools: { stories: { path: './posts/*.md', table: 'posts', fields: FIELDS, ...more } },
})
const BY_AUTHOR = { name: 'posts_to_authors', via: 'posts.author_id' }
const perAuthor = `select count(p.id)::int as n from authors a left join posts p on p.author_id = a.id group by a.id order by n`
const counts = (rows: readonly { readonly n: number }[]): number[] => rows.map(({ n }) => n)
const only = (report: Report) => report.associations?.[0]

it('too few items: rows are made up to one for each, or the minimum gives way, and both are told', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const root = projectFolder()
  putFiles(root, files(5))
  const first = {
    tables: { authors: 10 },
    ...pool({ fallbacks: { title: "'Made'" } }),
    associations: [{ ...BY_AUTHOR, constraints: { min: 1 } }],
  }
  const made = await seedStory(database.db, first, root)
  expect([made.errors, only(made)?.synthetic, only(made)?.pairs]).toEqual([[], 5, 10])
  expect(codes(made)).toContain('association-synthetic')
  expect(counts(await database.raw(perAuthor))).toEqual(Array.from({ length: 10 }, () => 1))
  await facts(database, `select count(*) = 5 from posts where title not like 'Post _'`)
  const again = await seedStory(database.db, first, root)
  expect([written(again), codes(again).includes('rows-lowered')]).toEqual([0, false])
  await cleanupStory(database.db, first, root)

  const counted = { tables: { authors: 6, posts: 4 }, associations: [{ ...BY_AUTHOR, min: 1 }] }
  expect(only(await seedStory(database.db, counted, root))?.synthetic).toBe(2)
  const once = await seedStory(database.db, counted, root)
  expect([written(once), codes(once)]).toEqual([0, []])
  // More targets than there are items for: as many more are made.
  const wider = { ...counted, tables: { authors: 9, posts: 5 } }
  expect(only(await seedStory(database.db, wider, root))?.synthetic).toBe(3)
  expect(counts(await database.raw(perAuthor))).toEqual(Array.from({ length: 9 }, () => 1))
  await cleanupStory(database.db, counted, root)

  putFiles(root, files(10))
  const second = {
    tables: { authors: 3 },
    ...pool(),
    associations: [{ ...BY_AUTHOR, constraints: { min: 5, max: 5 } }],
  }
  const relaxed = await seedStory(database.db, second, root)
  expect(relaxed.relaxations).toEqual([
    expect.objectContaining({
      constraint: 'minPerTarget',
      requested: 5,
      applied: 3,
      reason: expect.stringContaining('15 items'),
    }),
  ])
  expect(codes(relaxed)).toContain('association-relaxed')
  expect(counts(await database.raw(perAuthor))).toEqual([3, 3, 4])
  await cleanupStory(database.db, second, root)

  const strict = { ...second, associations: [{ ...second.associations[0], onConflict: 'error' }] }
  const refused = await refusal(seedStory(database.db, strict, root))
  expect([refused.code, refused.exitCode]).toEqual(['allot-conflict', 2])
  expect(refused.message).toContain('posts_to_authors')
  await facts(database, 'select not exists (select from posts) and not exists (select from authors)')

  const partial = { ...second, associations: [{ ...second.associations[0], onConflict: 'partial' }] }
  const part = await seedStory(database.db, partial, root)
  expect([part.ok, part.errors.map(({ code }) => code), only(part)?.unserved.count]).toEqual([
    false,
    ['association-unserved'],
    1,
  ])
  expect(counts(await database.raw(perAuthor))).toEqual([0, 5, 5])
  await cleanupStory(database.db, partial, root)

  // Who was not served the first time is not by a second run either.
  const edited = {
    tables: { authors: 4, posts: 10 },
    associations: [{ ...BY_AUTHOR, via: 'posts.editor_id', min: 3, max: 3, onConflict: 'partial' }],
  }
  expect(only(await seedStory(database.db, edited, root))?.unserved.count).toBe(1)
  expect(written(await seedStory(database.db, edited, root))).toBe(0)
  await cleanupStory(database.db, edited, root)

  // Rows that must lead somewhere, and have no room anywhere, are left out.
  const tight = { ...second, associations: [{ ...BY_AUTHOR, max: 2, onConflict: 'partial' }] }
  const left = await seedStory(database.db, tight, root)
  expect([left.ok, left.errors.map(({ code }) => code)]).toEqual([false, ['association-unassigned']])
  expect(counts(await database.raw(perAuthor))).toEqual([2, 2, 2])
  expect(written(await seedStory(database.db, tight, root))).toBe(0)
  rmSync(join(root, '.supa-seed'), { recursive: true, force: true })
  expect(written(await seedStory(database.db, tight, root))).toBe(0)
  await database.drop()
})

it('shares of categories and dates of front matter, and what may go where, hold by data', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const root = projectFolder()
  putFiles(root, files(30))
  const balanced = {
    tables: { authors: { count: 6, columns: { category: { oneOf: ['van', 'tent', 'gear'] } } } },
    ...pool(),
    associations: [
      {
        name: 'stories_to_authors',
        source: { pool: 'stories' },
        via: 'posts.editor_id',
        constraints: {
          max: 5,
          totalItems: 20,
          categoryBalance: { van: { min: 0.5, max: 0.5 }, tent: { max: 0.3 } },
          dateDistribution: { recentWeight: 0.7, oldWeight: 0.3, cutoff: '2025-06-01' },
        },
      },
      {
        ...BY_AUTHOR,
        constraints: { allowed: [{ item: 'category', equals: { target: 'category' } }] },
      },
    ],
  }
  const report = await seedStory(database.db, balanced, root)
  expect(report.errors).toEqual([])
  await facts(
    database,
    'select count(*) = 20 from posts where editor_id is not null',
    `select count(*) filter (where category = 'van') = 10 and count(*) filter (where category = 'tent') <= 6 from posts where editor_id is not null`,
    `select count(*) filter (where written_on > '2025-06-01') = 14 from posts where editor_id is not null`,
    'select bool_and(p.category = a.category) from posts p join authors a on a.id = author_id',
  )
  expect(written(await seedStory(database.db, balanced, root))).toBe(0)
  expect((await verifyStory(database.db, balanced, root)).ok).toBe(true)
  await database.drop()
})

it('somebody who asks to stop is heard while rows are shared out', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const controller = new AbortController()
  let asked = 0
  const weights = (): number => {
    asked++
    controller.abort()
    return 1
  }
  const config = {
    tables: { authors: 3, posts: 6 },
    associations: [{ ...BY_AUTHOR, strategy: 'weighted_random', weights }],
  }
  const stopped = seedStory(database.db, config, projectFolder(), { signal: controller.signal })
  await expect(stopped).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 })
  // Once for each author: there was no second round.
  expect(asked).toBe(3)
  await facts(database, 'select count(*) = 0 from authors')
  await database.drop()
})
