import { expect, it } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'

/** The complex mapping of checkpoint B3, as it stands there. */
const mappingConfig = {
  fields: {
    title: 'frontmatter.title',
    content: 'body',
    publishDate: 'frontmatter.date | random_recent(30_days)',
    slug: 'slugify(frontmatter.title)',
    tags: 'frontmatter.tags | []',
    readTime: 'calculate_read_time(body)',
  },
  fallbacks: {
    title: 'faker.lorem.sentence()',
    content: 'faker.lorem.paragraphs(3)',
    publishDate: 'random_recent_date()',
  },
}

it.each([
  ['as they are written', '"publishDate"', '"readTime"'],
  ['in another naming style', 'publish_date', 'read_time'],
  ['by another name', 'published_at', 'reading_time'],
])('the complex mapping fills columns %s', async (_, published, reading) => {
  const database = await freshDatabase(
    'pg17',
    `create table posts (id uuid primary key default gen_random_uuid(), title text not null, content text not null, slug text, tags text[] not null,
       ${published} timestamptz not null, ${reading} int)`,
  )
  const root = projectFolder()
  putFiles(root, {
    'content/posts/snow.md': '---\ntitle: Snow & Ice\ndate: 2025-01-31\ntags: [cold, white]\n---\n\nWords, words.\n',
    'content/posts/untold.md': '---\nmood: calm\n---\n',
  })
  const config = {
    now: '2025-06-01',
    assetPools: { posts: { path: './content/posts/*.md', table: 'posts', ...mappingConfig } },
  }
  const report = await seedStory(database.db, config, root)
  expect(report.errors).toEqual([])
  expect(report.notes.filter(({ code }) => code === 'fallback-used').map(({ place }) => place.column)).toEqual([
    'title',
    'content',
  ])
  expect(
    await database.raw(
      `select title, content, slug, tags, ${published}::date::text published, ${reading} reading from posts order by title <> 'Snow & Ice'`,
    ),
  ).toEqual([
    {
      title: 'Snow & Ice',
      content: 'Words, words.',
      slug: 'snow-ice',
      tags: ['cold', 'white'],
      published: '2025-01-31',
      reading: 1,
    },
    {
      title: expect.stringMatching(/^[A-Z][\w ]+\.$/),
      content: expect.stringMatching(/^.+\n.+\n.+$/),
      slug: expect.anything(),
      tags: [],
      published: expect.stringMatching(/^2025-05-/),
      reading: expect.anything(),
    },
  ])
  await database.drop()
})
