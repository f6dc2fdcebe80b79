import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AssetItem } from '../../src/model/assets/asset-item.ts'
import { asking, BLOG, codes, FIELDS, facts, GEAR, post, posts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { cleanupStory, planStory, projectFolder, resetStory, seedStory, verifyStory } from '../support/story.ts'

onEachServer(['pglite', 'pg17'], (server) => {
  it('rows without an item get what the fallbacks say, but for keys', async () => {
    const database = await freshDatabase(server, BLOG)
    const root = projectFolder()
    putFiles(root, posts())
    const pool = (more: object) => ({
      path: './content/posts/*.md',
      table: 'posts',
      fields: { ...FIELDS, slug: 'slugify(row.title)' },
      fallbacks: {
        title: "concat('Made up ', faker.number.int({ min: 10, max: 99 }))",
        content: 'row.title',
        slug: 'slugify(row.title)',
      },
      ...more,
    })
    const config = { tables: { authors: 2, posts: 9 }, assetPools: { posts: pool({}) } }
    const report = await seedStory(database.db, config, root)
    expect(report.errors).toEqual([])
    expect(report.tables).toContainEqual(
      expect.objectContaining({ table: 'posts', inserted: 9, note: '6 of 9 from the asset pool posts' }),
    )
    await facts(
      database,
      `select count(*) = 3 and bool_and(content = title) and count(distinct slug) = 3 from posts where title ~ '^Made up [0-9]{2}$'`,
    )
    expect(written(await seedStory(database.db, config, root))).toBe(0)
    await cleanupStory(database.db, config, root)
    const long = { ...config, assetPools: { posts: pool({ fallbacks: { title: 'faker.lorem.paragraphs(3)' } }) } }
    expect(await refusal(planStory(database.db, long, root))).toMatchObject({
      code: 'fallback-value',
      place: { column: 'title' },
    })
    const merged = await planStory(
      database.db,
      { tables: { authors: 8 }, assetPools: { posts: pool({ merge: 'with_generated' }) } },
      root,
    )
    expect(merged.tables.find(({ id }) => id === 'posts')?.rows).toBeGreaterThan(12)
    await database.drop()
  })

  it('a selection says which files become rows, and rows that are there keep theirs', async () => {
    const database = await freshDatabase(server, BLOG)
    const root = projectFolder()
    putFiles(root, posts())
    const pool = (selection: object) => ({
      tables: { authors: 2 },
      assetPools: { posts: { path: './content/posts/*.md', table: 'posts', fields: FIELDS, selection } },
    })
    const spring = (post: AssetItem) => new Date(post.frontmatter.date) > new Date('2025-01-15')
    await seedStory(database.db, pool({ strategy: 'filtered', filter: spring, count: 3 }), root)
    const titles = async () =>
      (await database.raw<{ title: string }>('select title from posts order by title')).map(({ title }) => title)
    const first = await titles()
    expect(first).toHaveLength(3)
    expect(first).not.toContain('Airing down')
    putFiles(root, posts(['Awnings', 'Bivvies', 'Canoes', 'Dust', 'Embers', 'Fires', 'Gaiters']))
    expect(written(await seedStory(database.db, pool({ strategy: 'filtered', filter: spring, count: 3 }), root))).toBe(
      0,
    )
    expect(await titles()).toEqual(first)
    await seedStory(database.db, pool({ strategy: 'filtered', filter: spring, count: 4 }), root)
    expect(await titles()).toHaveLength(4)
    expect(await titles()).toEqual(expect.arrayContaining(first))
    const bare = projectFolder()
    putFiles(bare, posts())
    const none = await refusal(planStory(database.db, pool({ tags: 'nobody' }), bare))
    expect(none).toMatchObject({ code: 'pool-empty', place: { path: 'assetPools.posts' } })
    await database.drop()
  })

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

  it('notices a file that changes while the command is at work: nothing of it goes in', async () => {
    const database = await freshDatabase('pg17', 'create table posts (id uuid primary key, title text, content text)')
    const root = projectFolder()
    // More than is kept in memory of texts that were read.
    const long = (title: string): string => `---\ntitle: ${title}\n---\n${`${title} `.repeat(300_000)}`
    putFiles(root, { 'c/a.md': long('a'), 'c/b.md': long('b'), 'c/c.md': long('c') })
    const config = {
      assetPools: { posts: { path: 'c/*.md', fields: { title: 'frontmatter.title', content: 'body' } } },
    }
    const edited = seedStory(database.db, config, root, {
      onPlan: async () => {
        putFiles(root, { 'c/b.md': long('B') })
        return true
      },
    })
    expect(await refusal(edited)).toMatchObject({ code: 'asset-changed', place: { file: 'c/b.md' } })
    await facts(database, 'select count(*) = 0 from posts')
    const report = await seedStory(database.db, config, root)
    expect(report.errors).toEqual([])
    await facts(database, `select array_agg(left(content, 1) order by content collate "C") = '{B,a,c}' from posts`)
    await database.drop()
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
