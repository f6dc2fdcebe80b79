import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'

const BLOG = `
  create type category as enum ('van-life', 'backpacking', 'car-camping');
  create table authors (id uuid primary key default gen_random_uuid(), email text not null unique, created_at timestamptz not null default now());
  create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references authors,
    title varchar(60) not null, slug text not null unique, content text not null, category category not null, tags text[] not null default '{}',
    read_time int, views int not null default 0, published_at timestamptz, created_at timestamptz not null default now(), check (published_at >= created_at));
  create table comments (id bigint generated always as identity primary key, post_id uuid not null references posts on delete cascade, body text not null);
  create table gear (id int generated always as identity primary key, name text not null, brand text, price numeric(8,2) check (price > 0), category category not null, specs jsonb);
`

const post = (title: string, date: string | null, body = `About **${title}**.`): string =>
  `---\ntitle: ${title}\n${date === null ? '' : `date: ${date}\n`}category: Van Life\ntags: [a, ${title[0]}]\nlayout: wide\n---\n\n# ${title}\n\n${body}\n`

const TITLES = ['Airing down', 'Cold soaking', 'Diesel heaters', 'Laundromats', 'Quilts', 'Snow']
const posts = (titles = TITLES): Record<string, string> =>
  Object.fromEntries(
    titles.map((title, i) => [
      `content/posts/${title.toLowerCase().replace(' ', '-')}.md`,
      post(title, i === 3 ? null : `2025-0${i + 1}-03`),
    ]),
  )

const GEAR = JSON.stringify([
  { id: 'atmos', name: 'Atmos 65', make: 'Osprey', price: '$1,299.00', category: 'backpacking', specs: { litres: 65 } },
  { id: 'stove', name: 'PocketRocket', make: 'MSR', price: 49.95, category: 'Car Camping', specs: null },
])

const FIELDS = {
  title: 'frontmatter.title',
  content: 'body',
  slug: 'slugify(frontmatter.title)',
  category: 'frontmatter.category',
  tags: 'frontmatter.tags | []',
  published_at: 'frontmatter.date | random_recent(30_days)',
  read_time: 'calculate_read_time(body)',
}

const asking = (more: object = {}, tables: object = {}) => ({
  tables: { authors: 3, posts: { perParent: { min: 1, max: 4 } }, comments: 12, ...tables },
  assetPools: {
    posts: { path: './content/posts/*.md', table: 'posts', fields: FIELDS },
    gearCatalog: { path: './assets/gear/*.json', table: 'gear' },
  },
  ...more,
})

const written = (report: Report) => report.tables.reduce((sum, table) => sum + table.inserted + table.updated, 0)

const codes = (report: Report) => [...report.warnings, ...report.notes].map(({ code }) => code)

async function refusal(work: Promise<unknown>): Promise<SeedError> {
  try {
    await work
  } catch (error) {
    if (error instanceof SeedError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const facts = async (database: TestDatabase, ...queries: readonly string[]) => {
  for (const query of queries) expect(Object.values((await database.raw(query))[0] ?? {}), query).toEqual([true])
}

onEachServer(['pglite', 'pg17'], (server) => {
  it('files become rows, shared out among their parents, and stay as they are', async () => {
    const database = await freshDatabase(server, BLOG)
    const root = projectFolder()
    putFiles(root, { ...posts(), 'assets/gear/gear.json': GEAR })
    const plan = await planStory(database.db, asking(), root)
    const why = Object.fromEntries(
      plan.tables.flatMap(({ id, columns }) => columns.map((one) => [`${id}.${one.name}`, one.why])),
    )
    expect(why).toMatchObject({
      'posts.title': 'asset pool posts (configuration)',
      'gear.name': 'asset pool gearCatalog (same name)',
      'gear.brand': 'asset pool gearCatalog (who made it)',
    })
    const report = await seedStory(database.db, asking(), root)
    expect(report.errors).toEqual([])
    expect(report.tables).toMatchObject([
      { table: 'authors', inserted: 3, source: 'generated' },
      { table: 'posts', inserted: 6, source: 'assets', note: 'from the asset pool posts' },
      { table: 'comments', inserted: 12 },
      { table: 'gear', inserted: 2, source: 'assets' },
    ])
    expect(codes(report).sort()).toEqual(['asset-incomplete', 'label-spelled', 'label-spelled'])
    expect(
      await database.raw('select title, slug, content, category, tags, read_time from posts order by title limit 1'),
    ).toEqual([
      {
        title: 'Airing down',
        slug: 'airing-down',
        content: '# Airing down\n\nAbout **Airing down**.',
        category: 'van-life',
        tags: ['a', 'A'],
        read_time: 1,
      },
    ])
    expect(await database.raw('select name, brand, price::text, category, specs from gear order by id')).toEqual([
      { name: 'Atmos 65', brand: 'Osprey', price: '1299.00', category: 'backpacking', specs: { litres: 65 } },
      { name: 'PocketRocket', brand: 'MSR', price: '49.95', category: 'car-camping', specs: expect.anything() },
    ])
    await facts(
      database,
      'select count(*) = 3 and min(n) >= 1 and max(n) <= 4 from (select count(*) n from posts group by author_id) s',
      `select bool_and(published_at = timestamptz '2025-01-03' + make_interval(months => m::int)) from (select published_at, row_number() over (order by title) - 1 m from posts) s where m <> 3`,
      `select published_at between timestamptz '2025-12-16 12:00Z' and '2026-01-15 12:00Z' from posts where title = 'Laundromats'`,
      'select count(distinct post_id) >= 3 from comments',
    )
    expect(written(await seedStory(database.db, asking(), root))).toBe(0)
    expect((await verifyStory(database.db, asking(), root)).ok).toBe(true)
    const removed = await cleanupStory(database.db, asking(), root)
    expect(removed.tables.map(({ table, removed: rows }) => [table, rows])).toContainEqual(['posts', 6])
    await facts(database, 'select not exists (select from posts) and not exists (select from gear)')
    await database.drop()
  })
})

describe('over time', () => {
  it('rows keep their files when others are added, in whatever order they come', async () => {
    const database = await freshDatabase('pg17', BLOG)
    const root = projectFolder()
    putFiles(root, { ...posts(), 'assets/gear/gear.json': GEAR })
    // Two rows more than there are files.
    const more = asking({}, { posts: { count: 8 } })
    await seedStory(database.db, more, root)
    const rows = 'select id, title, slug, views, published_at, created_at, author_id from posts order by id'
    const before = await database.raw(rows)
    putFiles(root, {
      'content/posts/bears.md': post('Bears', '2025-09-09'),
      'content/posts/zion.md': post('Zion', null),
    })
    const capped = await seedStory(database.db, more, root)
    expect(written(capped)).toBe(0)
    expect(capped.warnings).toMatchObject([
      { code: 'assets-left', next: 'Raise tables.posts.count to 10, or leave it out.' },
    ])
    const grown = await seedStory(database.db, asking({}, { posts: {} }), root)
    expect(grown.errors).toEqual([])
    expect(grown.tables.find(({ table }) => table === 'posts')).toMatchObject({ planned: 10, inserted: 2 })
    const after = await database.raw<{ id: string; title: string }>(rows)
    expect(after.filter(({ id }) => before.some((row) => row.id === id))).toEqual(before)
    expect(
      after
        .filter(({ id }) => !before.some((row) => row.id === id))
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Bears', 'Zion'])
    expect(written(await seedStory(database.db, asking({}, { posts: {} }), root))).toBe(0)
    await database.drop()
  })

  it('a row is known by its file: what else is drawn for it does not hang on other files', async () => {
    const SQL = 'create table posts (id uuid primary key, title text not null, views int not null, likes int not null)'
    const config = { assetPools: { posts: { path: 'c/*.md', fields: { title: 'frontmatter.title' } } } }
    const seeded = async (titles: readonly string[]) => {
      const database = await freshDatabase('pg17', SQL)
      const root = projectFolder()
      putFiles(root, Object.fromEntries(titles.map((title) => [`c/${title}.md`, post(title, null)])))
      await seedStory(database.db, config, root)
      const rows = await database.raw<{ title: string }>('select title, views, likes from posts')
      await database.drop()
      return new Map(rows.map((row) => [row.title, row]))
    }
    const few = await seeded(['b', 'd'])
    const many = await seeded(['a', 'b', 'c', 'd', 'e'])
    for (const [title, row] of few) expect(many.get(title)).toEqual(row)
    expect(new Set([...many.values()].map((row) => JSON.stringify({ ...row, title: '' }))).size).toBe(5)
  })

  it('files that have changed or are gone leave their rows alone', async () => {
    const database = await freshDatabase('pg17', BLOG)
    const root = projectFolder()
    putFiles(root, { ...posts(), 'assets/gear/gear.json': GEAR })
    await seedStory(database.db, asking(), root)
    const before = await database.raw('select * from posts order by id')
    putFiles(root, { 'content/posts/quilts.md': post('Three quilts', '2025-05-03') })
    rmSync(join(root, 'content/posts/snow.md'))
    const report = await seedStory(database.db, asking(), root)
    expect(written(report)).toBe(0)
    expect(report.errors).toEqual([])
    expect(report.warnings).toMatchObject([
      { code: 'asset-changed', found: 'quilts.md' },
      { code: 'asset-missing', found: 'snow.md' },
    ])
    expect(await database.raw('select * from posts order by id')).toEqual(before)
    // Values that nobody knows any more are needed: the error names the file.
    putFiles(root, { 'content/posts/snow.md': posts()['content/posts/snow.md'] as string })
    await database.raw(`delete from comments; delete from posts where title = 'Quilts'`)
    const lost = await refusal(resetStory(database.db, asking(), root))
    expect(lost).toMatchObject({
      code: 'asset-changed',
      place: { file: 'content/posts/quilts.md', path: 'assetPools.posts' },
    })
    expect(lost.next).toContain('cleanup')
    // Keys are known all the same, even without any file or configuration.
    rmSync(join(root, 'content'), { recursive: true })
    const removed = await cleanupStory(database.db, {}, root)
    expect(removed.tables).toContainEqual({ table: 'posts', removed: 5 })
    await facts(database, 'select not exists (select from posts) and not exists (select from authors)')
    await database.drop()
  })

  it('keys that come from files are known when the files are gone', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table brands (code text primary key check (code = lower(code)), name text not null);
       create table models (id uuid primary key default gen_random_uuid(), brand text not null references brands, year int not null);
       create table tags (label text, weight int);`,
    )
    const root = projectFolder()
    putFiles(root, {
      'b/brands.jsonl': '{"code": "msr", "name": "MSR"}\n{"code": "osprey", "name": "Osprey"}\n',
      't/tags.json': '[{"label": "a", "weight": 1}, {"label": "b", "weight": 2}]',
    })
    const config = { tables: { models: 9 }, assetPools: { brands: { path: 'b/*' }, tags: { path: 't/*' } } }
    expect((await seedStory(database.db, config, root)).errors).toEqual([])
    await facts(
      database,
      `select array_agg(code order by code) = '{msr,osprey}' from brands`,
      'select count(*) = 9 and count(distinct brand) = 2 from models',
    )
    rmSync(join(root, 'b'), { recursive: true })
    rmSync(join(root, 't'), { recursive: true })
    const removed = await cleanupStory(database.db, {}, root)
    expect(removed.tables.map(({ table, removed: rows }) => [table, rows]).sort()).toEqual([
      ['brands', 2],
      ['models', 9],
      ['tags', 2],
    ])
    await facts(database, 'select not exists (select from brands) and not exists (select from tags)')
    await database.drop()
  })

  it('rows are recognised without a journal', async () => {
    const database = await freshDatabase('pg17', BLOG)
    const root = projectFolder()
    putFiles(root, { ...posts(), 'assets/gear/gear.json': GEAR })
    await seedStory(database.db, asking(), root)
    rmSync(join(root, '.supa-seed'), { recursive: true })
    expect(written(await seedStory(database.db, asking(), root))).toBe(0)
    const removed = await cleanupStory(database.db, asking(), root)
    expect(removed.tables).toContainEqual({ table: 'gear', removed: 2 })
    await database.drop()
  })

  it('an interrupted run is finished with the files that it was planned with', async () => {
    const database = await freshDatabase('pg17', BLOG)
    const root = projectFolder()
    putFiles(root, { ...posts(), 'assets/gear/gear.json': GEAR })
    const stop = new AbortController()
    const onProgress = (event: { kind: string; table?: string | null }): void => {
      if (event.kind === 'rows' && event.table === 'authors') stop.abort()
    }
    const halted = await refusal(seedStory(database.db, asking(), root, { signal: stop.signal, onProgress }))
    expect(halted.exitCode).toBe(130)
    putFiles(root, { 'content/posts/snow.md': post('Snow again', null) })
    const lost = await refusal(seedStory(database.db, asking(), root))
    expect(lost).toMatchObject({ code: 'asset-changed', place: { file: 'content/posts/snow.md' } })
    await facts(database, 'select not exists (select from posts)')
    putFiles(root, posts())
    expect((await seedStory(database.db, asking(), root)).errors).toEqual([])
    await facts(database, `select count(*) = 6 and bool_or(title = 'Snow') from posts`)
    await database.drop()
  })

  it('what is mapped otherwise now holds for rows that are added', async () => {
    const database = await freshDatabase(
      'pg17',
      'create table notes (id serial primary key, title text not null, stars int)',
    )
    const root = projectFolder()
    const config = (title: string) => ({ assetPools: { notes: { path: 'n/*.md', fields: { title } } } })
    putFiles(root, { 'n/a.md': post('a', null), 'n/b.md': post('b', null) })
    await seedStory(database.db, { tables: { notes: 3 } }, root)
    await seedStory(database.db, config('frontmatter.title'), root)
    putFiles(root, { 'n/c.md': post('c', null) })
    const changed = await seedStory(database.db, config('upper(frontmatter.title)'), root)
    expect(codes(changed)).toContain('mapping-changed')
    const titles = (await database.raw<{ title: string }>('select title from notes order by id')).map(
      ({ title }) => title,
    )
    expect(titles).toHaveLength(6)
    expect(titles.slice(3)).toEqual(['a', 'b', 'C'])
    expect(written(await seedStory(database.db, config('upper(frontmatter.title)'), root))).toBe(0)
    await database.drop()
  })
})

describe('mapping', () => {
  it('takes fields by name and meaning', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table articles (id uuid primary key, "headline" text not null, body_markdown text, "publishDate" date, excerpt varchar(160), slug text unique,
         reading_time int, keywords text, draft boolean, cover_image_url text, meta jsonb, rating numeric, updated_at timestamptz, section text)`,
    )
    const root = projectFolder()
    const text = (title: string, more: string): string =>
      `---\ntitle: ${title}\npublish-date: Jan 5, 2025\ntags: [x, y]\ndraft: no\ncover: /a.png\nmeta: { a: [1] }\nlastmod: 2025-02-01\n${more}---\nFirst sentence of ${title}. More.\n`
    putFiles(root, { 'a/one.md': text('One', 'category: News\n'), 'a/two.md': text('Two', 'persona: ann\n') })
    const report = await seedStory(database.db, { assetPools: { Articles: { path: ['a/*.md'] } } }, root)
    expect(report.errors).toEqual([])
    expect(report.notes.find(({ code }) => code === 'fields-unused')?.message).toContain('persona')
    expect(
      await database.raw(`select headline, body_markdown, "publishDate"::text date, excerpt, slug, reading_time, keywords, draft, cover_image_url, meta,
      updated_at::date::text updated, section from articles order by headline limit 1`),
    ).toEqual([
      {
        headline: 'One',
        body_markdown: 'First sentence of One. More.',
        date: '2025-01-05',
        excerpt: 'First sentence of One. More.',
        slug: 'one',
        reading_time: 1,
        keywords: 'x, y',
        draft: false,
        cover_image_url: '/a.png',
        meta: { a: [1] },
        updated: '2025-02-01',
        section: 'News',
      },
    ])
    await database.drop()
  })

  it('fills what a trigger makes, several pools of one table, and what files say of themselves', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table accounts (id uuid primary key, email text not null unique);
       create table profiles (id uuid primary key references accounts on delete cascade, handle text, bio text);
       create function add_profile() returns trigger language plpgsql as $$ begin insert into profiles (id, handle) values (new.id, new.email); return new; end $$;
       create trigger add_profile after insert on accounts for each row execute function add_profile();
       create table media (id bigint generated always as identity primary key, file_name text not null, file_path text not null unique, file_size int not null, mime_type text, alt_text text);`,
    )
    const root = projectFolder()
    putFiles(root, {
      'bios/ann.md': 'Ann walks.',
      'bios/bob.md': '---\nmood: calm\n---\nBob drives.',
      'img/setups/van-build.svg': '<svg/>',
      'img/gear/camp_stove.svg': '<svg></svg>',
    })
    const config = {
      tables: { accounts: 4 },
      assetPools: {
        bios: { path: './bios/*.md', table: 'profiles', fields: { bio: 'body' } },
        setups: {
          path: './img/setups/*.svg',
          table: 'media',
          fields: {
            file_name: 'file.name',
            file_path: "concat('setups/', file.path)",
            file_size: 'file.size',
            mime_type: 'file.type',
            alt_text: 'title_case(file.stem)',
          },
        },
        gear: { path: './img/gear/*.svg', table: 'media' },
      },
    }
    const report = await seedStory(database.db, config, root)
    expect(report.errors).toEqual([])
    expect(report.tables.find(({ table }) => table === 'media')).toMatchObject({
      inserted: 2,
      note: 'from the asset pools gear, setups',
    })
    const bios = await database.raw<{ bio: string }>('select bio from profiles')
    expect(bios).toHaveLength(4)
    expect(bios.map(({ bio }) => bio)).toEqual(expect.arrayContaining(['Ann walks.', 'Bob drives.']))
    expect(
      await database.raw('select file_name, file_path, file_size, mime_type, alt_text from media order by id'),
    ).toEqual([
      {
        file_name: 'van-build.svg',
        file_path: 'setups/van-build.svg',
        file_size: 6,
        mime_type: 'image/svg+xml',
        alt_text: 'Van Build',
      },
      {
        file_name: 'camp_stove.svg',
        file_path: 'camp_stove.svg',
        file_size: 11,
        mime_type: 'image/svg+xml',
        alt_text: 'Camp Stove',
      },
    ])
    expect(written(await seedStory(database.db, config, root))).toBe(0)
    await database.drop()
  })

  it('rows beyond the files do not say what files say, and NULL is said as such', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table currencies (code char(3) primary key, symbol text, note text);
       create table links (id serial primary key, slug text not null unique, grade int not null unique check (grade between 1 and 99));
       create table grades (id serial primary key, grade int not null unique check (grade between 1 and 9))`,
    )
    const root = projectFolder()
    putFiles(root, {
      'c/list.json': '[{"code": "USD", "symbol": "$"}, {"code": "EUR"}, {"code": "GBP", "symbol": "£"}]',
      'l/list.json': JSON.stringify([5, 2, 9].map((grade) => ({ slug: `s${grade}`, grade }))),
    })
    const config = {
      tables: { currencies: 12, links: 9 },
      assetPools: {
        currencies: { path: 'c/*', fields: { code: 'json.code', symbol: 'json.symbol | null' } },
        links: { path: 'l/*' },
      },
    }
    expect((await seedStory(database.db, config, root)).errors).toEqual([])
    await facts(
      database,
      'select count(*) = 12 from currencies',
      `select bool_and(symbol is not distinct from case code when 'USD' then '$' when 'GBP' then '£' end) from currencies where code in ('USD', 'EUR', 'GBP')`,
      'select count(*) = 9 and count(distinct grade) = 9 from links',
    )
    // Where there is no room to give way, there are no other rows.
    const crowded = {
      ...config,
      tables: { grades: 9 },
      assetPools: { grades: { path: 'l/*', fields: { grade: 'json.grade' } } },
    }
    expect(await refusal(seedStory(database.db, crowded, root))).toMatchObject({
      code: 'space-too-small',
      expected: 'at most 3 rows',
    })
    await database.drop()
  })

  it('tells everything that does not fit at once, and writes nothing', async () => {
    const database = await freshDatabase('pg17', BLOG)
    const root = projectFolder()
    putFiles(root, {
      ...posts(['Snow', 'Quilts']),
      'content/posts/long.md': post('L'.repeat(80), '2025-01-01'),
      'content/posts/wrong.md': post('Wrong', 'someday').replace('Van Life', 'kayak'),
      'content/posts/twice.md': post('snow!', '2025-01-01'),
      'content/posts/broken.md': '---\ntitle: a\n',
      'assets/gear/gear.json':
        '[{"name": "Free", "price": 0, "category": "backpacking"},\n{"name": "Dear", "price": "1.2.3", "category": "backpacking"}]',
    })
    const config = asking({
      assetPools: {
        posts: {
          path: './content/posts/*.md',
          table: 'posts',
          fields: {
            ...FIELDS,
            autor_id: 'frontmatter.author',
            author_id: 'frontmatter.author',
            views: 'slugfy(body)',
            read_time: 'frontmatter.minutes',
          },
        },
        gearCatalog: {
          path: './assets/gear/*.json',
          table: 'gear',
          fields: { id: 'json.id', name: 'json.name', price: 'json.price', category: 'json.category' },
        },
      },
    })
    const refused = await refusal(seedStory(database.db, config, root))
    expect(refused).toMatchObject({ code: 'assets-invalid', exitCode: 2 })
    const told = refused.findings.map(({ code, place, next }) => [
      code,
      place.column ?? '',
      place.file ?? place.path,
      next,
    ])
    expect(told).toEqual(
      expect.arrayContaining([
        ['unknown-column', 'autor_id', 'assetPools.posts.fields.autor_id', 'Did you mean author_id?'],
        ['column-linked', 'author_id', 'assetPools.posts.fields.author_id', 'Leave author_id out of fields.'],
        ['expression-invalid', 'views', 'assetPools.posts.fields.views', 'Did you mean slugify?'],
        [
          'unknown-field',
          'read_time',
          'assetPools.posts.fields.read_time',
          expect.stringContaining('frontmatter.minutes | null'),
        ],
        ['column-serial', 'id', 'assetPools.gearCatalog.fields.id', expect.anything()],
        ['asset-value', 'title', 'content/posts/long.md', 'truncate(…, 60) shortens it.'],
        ['asset-value', 'published_at', 'content/posts/wrong.md', expect.anything()],
        ['asset-value', 'category', 'content/posts/wrong.md', expect.anything()],
        ['asset-twice', 'slug', 'content/posts/twice.md', expect.anything()],
        ['asset-value', 'price', 'assets/gear/gear.json:1', expect.anything()],
        ['asset-value', 'price', 'assets/gear/gear.json:2', expect.anything()],
        ['asset-unreadable', '', 'content/posts/broken.md:1', expect.anything()],
      ]),
    )
    expect(told).toHaveLength(12)
    await facts(database, 'select not exists (select from authors)')
    expect(readdirSync(root)).not.toContain('.supa-seed')
    await database.drop()
  })

  it.each<[string, object, string, RegExp]>([
    ['no file', { notes: { path: 'nowhere/*.md' } }, 'pool-empty', /No file matches/],
    ['no file that can be used', { notes: { path: 'bad/*.md' } }, 'pool-empty', /could be used/],
    ['no table', { pictures: { path: 'n/*.md' } }, 'pool-without-table', /names no table/],
    ['an unknown table', { notes: { path: 'n/*.md', table: 'nots' } }, 'unknown-table', /no table nots/],
    ['nothing in common', { notes: { path: 'n/*.json', table: 'notes' } }, 'pool-unmapped', /No field/],
    [
      'the wrong kind of file',
      { notes: { path: 'n/*.md', fields: { title: 'json.title' } } },
      'unknown-field',
      /have no json/,
    ],
    ['a table that cannot be filled', { v: { path: 'n/*.md', table: 'looking' } }, 'unknown-table', /looking/],
    [
      'a default that other rows need',
      { notes: { path: 'n/*.md', fields: { title: 'frontmatter.title', place: 'frontmatter.place' } } },
      'asset-beside-default',
      /left to the database/,
    ],
  ])('refuses %s', async (_, assetPools, code, message) => {
    const database = await freshDatabase(
      'pg17',
      `create type spot as (x int, y int); create table notes (id serial primary key, title text not null, place pg_snapshot not null default '10:20:'); create view looking as select 1 as title`,
    )
    const root = projectFolder()
    putFiles(root, {
      'n/a.md': post('a', null).replace('layout: wide', "place: '10:20:'"),
      'n/b.md': post('b', null),
      'n/c.json': '{"zzz": 1}',
      'bad/a.md': '---\n',
    })
    const refused = await refusal(seedStory(database.db, { assetPools, tables: { notes: 4 } }, root))
    expect(refused).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(refused.next).not.toBe('')
    await database.drop()
  })
})
