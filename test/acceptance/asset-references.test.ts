import { expect, it } from 'vitest'
import { codes, facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, seedStory } from '../support/story.ts'

const SCHEMA = `
  create table authors (id uuid primary key default gen_random_uuid(), email text not null unique, name text not null);
  create table categories (id int generated always as identity primary key, name text not null, slug text not null unique);
  create table tags (id uuid primary key default gen_random_uuid(), name text not null unique);
  create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references authors, category_id int references categories,
    title text not null, slug text not null unique, content text not null);
  create table post_tags (post_id uuid not null references posts on delete cascade, tag_id uuid not null references tags, primary key (post_id, tag_id));
`

const post = (title: string, head: string): string => `---\ntitle: ${title}\n${head}\n---\n\nText of ${title}.\n`

const FILES = {
  'people/ada.json': '{ "name": "Ada Quill", "email": "ada@example.com" }',
  'people/bo.json': '{ "name": "Bo Reed", "email": "bo@example.com" }',
  'posts/one.md': post('One', 'author: ADA@example.com\ncategory: van-life\ntags: [sand, Tyres]'),
  'posts/two.md': post('Two', 'author: Bo Reed\ncategory: Van Life\ntags: sand, tyres, sand'),
  'posts/three.md': post('Three', 'author: ada\ncategory: Cooking'),
}

const BY_NAME = {
  assetPools: { authors: { path: './people/*.json' }, posts: { path: './posts/*.md' } },
}

const PAIRS = `select p.title, a.name as author, c.name as category, c.slug,
    (select string_agg(t.name, ' ' order by lower(t.name)) from post_tags join tags t on t.id = tag_id where post_id = p.id) as tags
  from posts p join authors a on a.id = author_id left join categories c on c.id = category_id order by title`

onEachServer(['pglite', 'pg17'], (server) => {
  it('items find each other by what they are called, and rows that are missing are made', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const root = projectFolder()
    putFiles(root, FILES)
    const [planned] = (await planStory(database.db, BY_NAME, root)).tables.filter(({ id }) => id === 'posts')
    expect(planned?.columns.find(({ name }) => name === 'author_id')?.why).toBe(
      'asset pool posts (author names rows of authors)',
    )
    const report = await seedStory(database.db, BY_NAME, root)
    expect(report.errors).toEqual([])
    expect(report.tables).toContainEqual(
      expect.objectContaining({ table: 'tags', source: 'assets', note: 'named by the asset pool posts' }),
    )
    const one = { title: 'One', author: 'Ada Quill', category: 'Van Life', slug: 'van-life', tags: 'sand Tyres' }
    expect(await database.raw(PAIRS)).toEqual([
      one,
      { title: 'Three', author: 'Ada Quill', category: 'Cooking', slug: 'cooking', tags: null },
      { ...one, title: 'Two', author: 'Bo Reed' },
    ])
    await facts(
      database,
      'select count(*) = 2 from authors',
      'select count(*) = 2 from categories',
      'select count(*) = 2 from tags',
      'select count(*) = 4 from post_tags',
    )
    expect(written(await seedStory(database.db, BY_NAME, root))).toBe(0)
    putFiles(root, { 'posts/four.md': post('Four', 'author: bo\ncategory: cooking\ntags: [tyres, wind]') })
    expect((await seedStory(database.db, BY_NAME, root)).errors).toEqual([])
    expect((await database.raw(PAIRS))[0]).toEqual({
      title: 'Four',
      author: 'Bo Reed',
      category: 'Cooking',
      slug: 'cooking',
      tags: 'Tyres wind',
    })
    expect(written(await seedStory(database.db, BY_NAME, root))).toBe(0)
    // What has gone comes back as its file says now, with its references.
    await database.raw(`delete from posts where title = 'Four'`)
    putFiles(root, { 'posts/four.md': post('Four', 'author: ada\ncategory: van-life\ntags: [sand]') })
    expect((await seedStory(database.db, BY_NAME, root)).errors).toEqual([])
    const four = { title: 'Four', author: 'Ada Quill', category: 'Van Life', slug: 'van-life', tags: 'sand' }
    expect((await database.raw(PAIRS))[0]).toEqual(four)
    // A pool under another name keeps its rows, and others find them.
    const renamed = {
      assetPools: {
        people: { ...BY_NAME.assetPools.authors, table: 'authors' },
        articles: { ...BY_NAME.assetPools.posts, table: 'posts' },
      },
    }
    putFiles(root, { 'posts/five.md': post('Five', 'author: bo\ncategory: cooking\ntags: [wind]') })
    expect((await seedStory(database.db, renamed, root)).errors).toEqual([])
    expect((await database.raw(PAIRS)).slice(0, 2)).toEqual([
      { title: 'Five', author: 'Bo Reed', category: 'Cooking', slug: 'cooking', tags: 'wind' },
      four,
    ])
    expect(written(await seedStory(database.db, renamed, root))).toBe(0)
    await cleanupStory(database.db, renamed, root)
    await facts(
      database,
      'select not exists (select from posts) and not exists (select from tags) and not exists (select from post_tags)',
    )
    await database.drop()
  })

  it('rows that are there are found by name; what is not there is an error, NULL, or leaves the item out', async () => {
    const database = await freshDatabase(
      server,
      `${SCHEMA} insert into authors values ('00000000-0000-4000-8000-000000000001', 'ada@example.com', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'cy@example.com', 'Cy');
       insert into categories (name, slug) values ('Cooking', 'cooking'), ('Packing', 'packing');`,
    )
    const root = projectFolder()
    putFiles(root, FILES)
    const asking = (references: object) => ({
      assetPools: {
        posts: {
          path: './posts/*.md',
          fields: {
            title: 'frontmatter.title',
            slug: 'slugify(frontmatter.title)',
            content: 'body',
            author_id: 'frontmatter.author',
            category: 'frontmatter.category',
            tags: 'split(frontmatter.tags)',
          },
          references,
        },
      },
    })
    const refused = await refusal(planStory(database.db, asking({ tags: 'create' }), root))
    expect(refused.code).toBe('assets-invalid')
    expect(refused.findings.map(({ code, place, found, next }) => [code, place.path, found, next])).toEqual([
      [
        'reference-missing',
        'assetPools.posts.fields.author_id',
        'Bo Reed',
        expect.stringContaining("author_id: 'create'"),
      ],
      [
        'reference-missing',
        'assetPools.posts.fields.category',
        'van-life, Van Life',
        expect.stringContaining("'null', 'skip'"),
      ],
    ])
    const rest = { author_id: { onMissing: 'skip' }, category: 'null', tags: { by: 'name', onMissing: 'create' } }
    const report = await seedStory(database.db, asking(rest), root)
    expect(report.errors).toEqual([])
    expect(codes(report).filter((code) => code === 'reference-missing')).toHaveLength(2)
    expect(await database.raw(PAIRS)).toEqual([
      { title: 'One', author: 'Ada', category: null, slug: null, tags: 'sand Tyres' },
      { title: 'Three', author: 'Ada', category: 'Cooking', slug: 'cooking', tags: null },
    ])
    await facts(database, 'select count(*) = 2 from authors', 'select count(*) = 2 from categories')
    // Others come first among the rows that are there now; the links of an earlier plan count by its own list.
    await database.raw(
      `insert into authors values ('00000000-0000-4000-8000-000000000000', 'aaa@example.com', 'Aaa'); insert into categories overriding system value values (-1, 'Aaa', 'aaa')`,
    )
    putFiles(root, { 'posts/zero.md': post('Zero', 'author: cy@example.com\ncategory: Packing') })
    expect((await seedStory(database.db, asking(rest), root)).errors).toEqual([])
    expect((await database.raw(PAIRS)).at(-1)).toMatchObject({ title: 'Zero', author: 'Cy', category: 'Packing' })
    await database.drop()
  })

  it('fixtures are found by handle and by what they say; a name for several rows is refused', async () => {
    const database = await freshDatabase(server, SCHEMA)
    const root = projectFolder()
    putFiles(root, FILES)
    const fixtures = {
      authors: { ada: { name: 'Ada', email: 'ada@example.com' }, bo: { name: 'Bo Reed', email: 'bo@example.com' } },
      categories: { van: { name: 'Van Life', slug: 'van-life' }, cooking: { name: 'Cooking', slug: 'cooking' } },
    }
    const pools = { assetPools: { posts: { path: './posts/*.md' } } }
    expect((await seedStory(database.db, { ...pools, fixtures }, root)).errors).toEqual([])
    expect((await database.raw<{ author: string }>(PAIRS)).map(({ author }) => author)).toEqual([
      'Ada',
      'Ada',
      'Bo Reed',
    ])
    await cleanupStory(database.db, { ...pools, fixtures }, root)
    const twins = { ...fixtures.authors, bo2: { name: 'Bo Reed', email: 'bo2@example.com' } }
    const refused = await refusal(planStory(database.db, { ...pools, fixtures: { authors: twins } }, root))
    expect(refused).toMatchObject({ code: 'reference-invalid', found: 'Bo Reed', place: { file: 'posts/two.md' } })
    await database.drop()
  })

  it('rows that cannot be made, and that nobody asked for, stop nothing', async () => {
    const database = await freshDatabase(
      server,
      `${SCHEMA} insert into categories (name, slug) values ('Cooking', 'cooking')`,
    )
    const root = projectFolder()
    putFiles(root, FILES)
    const report = await seedStory(database.db, BY_NAME, root)
    expect(report.notes).toContainEqual(
      expect.objectContaining({ code: 'reference-missing', found: expect.stringContaining('posts/one.md') }),
    )
    const asked = { posts: { path: './posts/*.md', references: { category: 'create' } } }
    const refused = await refusal(planStory(database.db, { assetPools: { ...BY_NAME.assetPools, ...asked } }, root))
    expect(refused).toMatchObject({ code: 'reference-missing', next: expect.stringContaining("category: 'skip'") })
    await database.raw('alter table tags alter name type varchar(5)')
    putFiles(root, { 'posts/long.md': post('Long', 'tags: [much longer]') })
    const long = { posts: { path: './posts/*.md', references: { tags: 'create' } } }
    expect(
      await refusal(planStory(database.db, { assetPools: { ...BY_NAME.assetPools, ...long } }, root)),
    ).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          code: 'reference-invalid',
          place: expect.objectContaining({ file: 'posts/long.md' }),
        }),
      ]),
    })
    await database.drop()
  })

  it('tables that join say more; what nobody asked for and is no name stops nothing', async () => {
    const database = await freshDatabase(
      server,
      `${SCHEMA} drop table post_tags; create table post_tags (id bigint generated always as identity primary key, post_id uuid not null references posts,
        tag_id uuid not null references tags, added_by uuid not null references authors, position int not null, unique (post_id, tag_id));`,
    )
    const root = projectFolder()
    putFiles(root, {
      ...FILES,
      'posts/code.md': post('Code', 'tags: [C, c, "C++", "C#"]'),
      'posts/odd.md': post('Odd', 'author: { name: Ada }\ncategory: [a, b]\ntags: [{ a: 1 }]'),
    })
    const report = await seedStory(database.db, BY_NAME, root)
    expect(codes(report).filter((code) => code === 'reference-unnamed')).toHaveLength(3)
    await facts(
      database,
      "select count(*) = 2 from posts join post_tags on post_id = posts.id where title = 'Two'",
      "select string_agg(name, ' ' order by name) = 'C C# C++' from post_tags join posts p on p.id = post_id join tags t on t.id = tag_id where title = 'Code'",
    )
    expect(written(await seedStory(database.db, BY_NAME, root))).toBe(0)
    await database.drop()
  })
})
