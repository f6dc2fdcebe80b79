import { describe, expect, it } from 'vitest'
import { refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory, verifyStory } from '../support/story.ts'

const NOTES = `create table notes (id uuid primary key default gen_random_uuid(), title text not null, slug text not null unique, html text, author text, rating int check (rating between 1 and 5),
  summary text not null, made_at timestamptz not null, published_at timestamptz not null, check (made_at <= published_at))`
const note = (title: string): string => `---\ntitle: ${title}\n---\nAbout *${title}* <b>now</b>.\n`
const files = (titles: readonly string[]) => ({
  ...Object.fromEntries(titles.map((title) => [`n/${title}.md`, note(title)])),
  'a/list.json': JSON.stringify(['ann', 'bob', 'cleo'].map((id) => ({ id, name: id.toUpperCase() }))),
})
const FIELDS = {
  title: 'frontmatter.title',
  slug: 'slugify(row.title)',
  html: 'markdown_to_html(body)',
  author: 'random(people.name)',
  rating: 'faker.number.int({ min: 1, max: 5 })',
  summary: 'faker.lorem.sentence()',
  published_at: 'frontmatter.date | random_recent(30_days)',
  made_at: 'earlier(row.published_at, 2_days)',
}
const config = (fields: Readonly<Record<string, string>> = FIELDS) => ({
  seed: 'mapping',
  now: '2025-06-01',
  assetPools: { notes: { path: 'n/*.md', fields }, people: { path: 'a/*.json', table: 'people' } },
})

describe('expressions', () => {
  it('draw, look at other fields and call faker: the same in every run', async () => {
    const read = `select title, slug, html, author, rating, summary, published_at, made_at from notes order by title`
    const made: unknown[][] = []
    for (const titles of [
      ['One', 'Two', 'Three'],
      ['One', 'Three', 'Four', 'Two'],
    ]) {
      const database = await freshDatabase(
        'pg17',
        `${NOTES}; create table people (id text primary key, name text not null)`,
      )
      const root = projectFolder()
      putFiles(root, files(titles))
      expect((await seedStory(database.db, config(), root)).errors).toEqual([])
      expect(written(await seedStory(database.db, config(), root))).toBe(0)
      expect((await verifyStory(database.db, config(), root)).ok).toBe(true)
      made.push((await database.raw<{ title: string }>(read)).filter(({ title }) => title !== 'Four'))
      await database.drop()
    }
    expect(made[1]).toEqual(made[0])
    expect(made[0]?.[0]).toMatchObject({
      title: 'One',
      slug: 'one',
      html: '<p>About <em>One</em> &lt;b&gt;now&lt;/b&gt;.</p>',
      author: expect.stringMatching(/^(ANN|BOB|CLEO)$/),
      summary: expect.stringMatching(/\.$/),
    })
  })

  it('that cannot be are told before anything is written', async () => {
    const database = await freshDatabase(
      'pg17',
      `${NOTES}; create table people (id text primary key, name text not null)`,
    )
    const root = projectFolder()
    putFiles(root, files(['One']))
    const refused = await refusal(
      seedStory(
        database.db,
        config({
          ...FIELDS,
          title: 'row.summary',
          summary: 'concat(row.title)',
          author: 'random(peple.name)',
          rating: 'faker.number.itn()',
          made_at: 'row.publishd_at',
        }),
        root,
      ),
    )
    expect(refused.findings.map(({ code, place, next }) => [code, place.column, next])).toEqual(
      expect.arrayContaining([
        ['expression-cycle', 'title', expect.anything()],
        ['expression-cycle', 'summary', expect.anything()],
        ['expression-invalid', 'author', 'Did you mean people?'],
        ['expression-invalid', 'rating', 'Did you mean faker.number.int?'],
        ['unknown-row-column', 'made_at', 'Did you mean row.published_at?'],
      ]),
    )
    await database.drop()
  })
})
