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
    expect(refused.findings.map(({ found }) => found)).toContain('peple.name (character 8) in random(peple.name)')
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

describe('functions, fallbacks and priority', () => {
  const DDL = `create table notes (id uuid primary key default gen_random_uuid(), title text not null, mood text, size int not null, made_on date)`
  const pools = {
    'a/x.json': '[{"id":"x1","title":"x one"},{"id":"x2","title":"x two","size":2}]',
    'b/y.json': '[{"id":"y1","title":"y one","size":9}]',
  }

  it('are the user’s own', async () => {
    const database = await freshDatabase('pg17', DDL)
    const root = projectFolder()
    putFiles(root, pools)
    const config = {
      now: '2025-06-01',
      tables: { notes: 2 },
      functions: {
        shout: (text: string) => `${text.toUpperCase()}!`,
        nextDay: (date: Date) => new Date(date.getTime() + 86_400_000),
        about: (text: string, more: { readonly list: readonly number[] }) => ({ text, sum: more.list.length }),
      },
      assetPools: {
        low: {
          path: 'a/*.json',
          table: 'notes',
          fields: { title: 'shout(json.title)', size: 'json.size' },
          fallbacks: { size: 'about(json.id, { list: [1, 2, 3] }).sum' },
        },
        high: {
          path: 'b/*.json',
          table: 'notes',
          priority: 1,
          fields: { title: 'json.title', size: 'json.size', madeOn: 'nextDay(now())' },
        },
      },
    }
    const report = await seedStory(database.db, config, root)
    expect(report.errors).toEqual([])
    expect(report.notes).toContainEqual(expect.objectContaining({ code: 'fallback-used', found: 'a/x.json:1' }))
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'assets-left', found: 'a/x.json:1' }))
    expect(
      await database.raw(
        `select title, size, made_on::text from notes where made_on = '2025-06-02' or title like '%!' order by size`,
      ),
    ).toEqual([
      { title: 'X ONE!', size: 3, made_on: expect.anything() },
      { title: 'y one', size: 9, made_on: '2025-06-02' },
    ])
    await database.drop()
  })

  it('stand beside what is found by name and meaning, and draw from pools without a table', async () => {
    const database = await freshDatabase('pg17', `${DDL}; create table writers (name text)`)
    const root = projectFolder()
    putFiles(root, { ...pools, 'w/list.csv': 'pen name,age\nAnn,5\nBob,6\n' })
    const config = {
      tables: { notes: 2 },
      assetPools: {
        notes: {
          path: 'a/*.json',
          fallbacks: { size: '7', mood: "concat(row.title, ' by ', random(writers['pen name']))" },
        },
        writers: { path: 'w/*.csv', table: false as const },
      },
    }
    expect((await seedStory(database.db, config, root)).errors).toEqual([])
    expect(await database.raw('select title, size, mood from notes order by title')).toEqual([
      { title: 'x one', size: 7, mood: expect.stringMatching(/^x one by (Ann|Bob)$/) },
      { title: 'x two', size: 2, mood: expect.stringMatching(/^x two by (Ann|Bob)$/) },
    ])
    expect(await database.raw('select * from writers')).toEqual([])
    await database.drop()
  })

  it('are refused where they cannot be relied on', async () => {
    const database = await freshDatabase('pg17', DDL)
    const root = projectFolder()
    putFiles(root, pools)
    const config = (functions: object, fields: object, fallbacks: object = {}) => ({
      functions,
      assetPools: { notes: { path: 'a/*.json', fields: { title: 'json.title', size: '1', ...fields }, fallbacks } },
    })
    let n = 0
    const refusals: [object, object, string, RegExp][] = [
      [{ tick: () => ++n }, { size: 'tick()' }, 'function-varies', /tick gives something else/],
      [
        {
          bad: () => {
            throw new Error('no luck')
          },
        },
        { mood: 'bad()' },
        'asset-value',
        /None of 2 items fits/,
      ],
      [{ later: async () => 'x' }, { mood: 'later()' }, 'function-taken', /later of its own/],
      [{ slow: async () => 'x' }, { mood: 'slow()' }, 'asset-value', /no plain data/],
      [{ shout: () => 'x' }, { mood: 'shuot()' }, 'expression-invalid', /no function shuot/],
      [{}, { Size: '2', made_on: 'now()', mode: '3' }, 'assets-invalid', /problems/],
    ]
    for (const [functions, fields, code, message] of refusals)
      expect(await refusal(seedStory(database.db, config(functions, fields), root)), code).toMatchObject({
        code,
        message: expect.stringMatching(message),
      })
    const twice = await refusal(
      seedStory(database.db, config({}, { made_on: 'now()', madeOn: 'now()' }, { titel: '1', mood: 'row.mod' }), root),
    )
    expect(twice.findings.map(({ code, next }) => [code, next])).toEqual([
      ['column-twice', 'Leave madeOn out.'],
      ['unknown-column', 'Did you mean title?'],
      ['unknown-row-column', 'Did you mean row.mood?'],
    ])
    await database.drop()
  })
})
