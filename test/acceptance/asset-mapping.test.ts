import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { asking, BLOG, FIELDS, facts, post, posts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder, seedStory } from '../support/story.ts'

describe('mapping', () => {
  it('takes records of CSV by the names of their columns, and by what is said of them', async () => {
    const database = await freshDatabase(
      'pg17',
      `create table products (id int generated always as identity primary key, name text not null, brand text, price numeric(8,2) not null, "inStock" boolean, added date, note text)`,
    )
    const root = projectFolder()
    putFiles(root, {
      'd/a.csv':
        'Name;manufacturer;price;in_stock;added\n"Tent; two";MSR;1.299,00;yes;31.1.2025\nMug;;9,5;no;2025-02-01\n',
      'd/b.tsv': '=1+1\t5\n',
    })
    const assetPools = {
      products: { path: 'd/*.csv' },
      more: {
        path: 'd/*.tsv',
        table: 'products',
        header: false,
        columns: ['what', 'much'],
        fields: { name: 'csv.what', price: 'csv.much', note: "'fixed'" },
      },
    }
    const report = await seedStory(database.db, { assetPools }, root)
    expect(report.errors).toEqual([])
    expect(
      await database.raw(
        `select name, price::text, "inStock", added::text, note = 'fixed' fixed from products order by id`,
      ),
    ).toMatchObject([
      { name: 'Tent; two', price: '1299.00', inStock: true, added: '2025-01-31' },
      { name: 'Mug', price: '9.50', inStock: false, added: '2025-02-01' },
      { name: '=1+1', price: '5.00', fixed: true },
    ])
    await facts(database, `select (select brand from products where name ~ 'Tent') = 'MSR'`)
    expect(written(await seedStory(database.db, { assetPools }, root))).toBe(0)
    const wrong = { products: { path: 'd/*.csv', fields: { name: 'csv.nam', price: 'csv.price' } } }
    const lost = await refusal(
      seedStory(
        (await freshDatabase('pg17', 'create table products (name text, price numeric)')).db,
        { assetPools: wrong },
        root,
      ),
    )
    expect(lost).toMatchObject({ code: 'unknown-field', next: 'Did you mean csv.Name?' })
    await database.drop()
  })

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

  it('takes what files of several kinds call alike for one field', async () => {
    const database = await freshDatabase(
      'pglite',
      'create table gear (id int generated always as identity primary key, name text not null unique, weight_grams int)',
    )
    const root = projectFolder()
    putFiles(root, {
      'gear/a.csv': 'name,weight_grams\nAtmos,2000\n',
      'gear/b.yaml': 'Name: Porter\nweightGrams: 900\n',
      'gear/c.json': '{ "name": "Stove" }',
    })
    const report = await seedStory(database.db, { assetPools: { gear: { path: './gear/*' } } }, root)
    expect(report.errors).toEqual([])
    expect(
      await database.raw("select name from gear where name <> 'Stove' and weight_grams in (2000, 900) order by name"),
    ).toEqual([{ name: 'Atmos' }, { name: 'Porter' }])
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
        ['unknown-field', 'author_id', 'assetPools.posts.fields.author_id', expect.anything()],
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
        ['asset-unreadable', '', 'content/posts/broken.md:1:1', expect.anything()],
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
      // A base type that nobody knows values of.
      `create type spot; create function spot_in(cstring) returns spot language internal immutable strict as 'textin';
       create function spot_out(spot) returns cstring language internal immutable strict as 'textout';
       create type spot (input = spot_in, output = spot_out, like = text);
       create table notes (id serial primary key, title text not null, place spot not null default '10:20:'); create view looking as select 1 as title`,
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
