import { expect, it } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import { gatherConfig } from '../../src/config/gather-config.ts'
import { settleAssociations } from '../../src/plan/associations/settle-associations.ts'
import { facts, refusal, written } from '../support/blog-with-assets.ts'
import { freshDatabase } from '../support/database.ts'
import { cleanupStory, projectFolder, seedStory } from '../support/story.ts'

const SCHEMA = `
  create table users (id uuid primary key default gen_random_uuid(), name text not null, role text not null check (role in ('admin', 'member')));
  create table posts (id uuid primary key default gen_random_uuid(), author_id uuid not null references users, editor_id uuid references users, title text not null);
  create table comments (id uuid primary key default gen_random_uuid(), post_id uuid not null references posts, user_id uuid not null references users, body text not null);
  create table likes (user_id uuid references users, post_id uuid references posts, primary key (user_id, post_id));
  create table follows (follower_id uuid references users, followed_id uuid references users, primary key (follower_id, followed_id));
  create table images (id int generated always as identity primary key, url text not null);
  create table albums (id int generated always as identity primary key, cover_id int not null references images, name text not null);
  create schema "Odd ""Schema";
  create table "Odd ""Schema"."It's α.table" ("the id" uuid primary key default gen_random_uuid(), "constructor" text not null, "__proto__" int not null default 0);
  create table "Odd ""Schema"."To Box" (id uuid primary key default gen_random_uuid(), label text not null, "constructor" int not null);
  create table "Odd ""Schema"."Joins, both" ("a ""b" uuid not null references "Odd ""Schema"."It's α.table", "c.d" uuid not null references "Odd ""Schema"."To Box", unique ("a ""b", "c.d"));
`

it('ways are found, asked for with the candidates, and taken as they are written', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const { relations } = await readCatalog(database.db)
  const refusedBy = async (association: object) => {
    const config = await gatherConfig({
      cwd: '/',
      env: {},
      flags: {},
      today: 0,
      input: { associations: [association] },
    })
    const { code, message, next, place } = await refusal(
      (async () => settleAssociations({ config, tables: relations, pools: new Map() }))(),
    )
    return { code, message, next, path: place.path }
  }
  expect(await refusedBy({ name: 'posts_to_users' })).toEqual({
    code: 'association-via',
    message: 'posts_to_users: posts and users come together in several ways.',
    next: "Say which is meant: via: 'posts.author_id', or via: 'posts.editor_id', or via: 'likes'",
    path: 'associations[0].via',
  })
  expect((await refusedBy({ name: 'posts_to_users', via: 'posts.title' })).message).toContain('is no way')
  expect((await refusedBy({ name: 'images_to_users' })).message).toBe(
    'images_to_users: nothing leads from images to users.',
  )
  expect((await refusedBy({ name: 'images_to_posts_and_more' })).code).toBe('association-sides')
  expect((await refusedBy({ name: 'likings' })).next).toContain('source: { table:')
  expect((await refusedBy({ name: 'x', source: { pool: 'likings' }, target: 'users' })).code).toBe('unknown-pool')
  expect((await refusedBy({ name: 'users_to_users' })).next).toContain(
    "via: { table: 'follows', source: 'follower_id', target: 'followed_id' }",
  )
  const typed = { name: 'users_to_images', source: 'posts', target: { table: 'images', type: 'team' }, via: 'x' }
  expect((await refusedBy(typed)).code).toBe('association-via')
  expect((await refusedBy({ name: 'image_to_album', target: { type: 'team' } })).code).toBe('association-type')
  const misspelled = { name: 'image_to_album', target: { filter: { titel: 'x' } } }
  expect(await refusedBy(misspelled)).toMatchObject({
    code: 'unknown-column',
    path: 'associations[0].target.filter.titel',
  })
  const pools = new Map([['images', ['cameraRoll']]])
  const named = async (name: string) => {
    const config = await gatherConfig({ cwd: '/', env: {}, flags: {}, today: 0, input: { associations: [{ name }] } })
    const [{ source, target, spelled } = { source: null, target: null, spelled: null }] = settleAssociations({
      config,
      tables: relations,
      pools,
    })
    return [source?.table, source?.pool, target?.table, spelled]
  }
  for (const name of ['images_to_albums', 'image_to_album', 'ImageToAlbums', 'images -> albums'])
    expect(await named(name)).toEqual(['images', null, 'albums', 'albums.cover_id'])
  expect(await named('cameraRoll_to_albums')).toEqual(['images', 'cameraRoll', 'albums', 'albums.cover_id'])
  await database.drop()
})

it('pairs of users, covers of albums, comments as pairs, rows told apart by their role, and odd names', async () => {
  const database = await freshDatabase('pglite', SCHEMA)
  const root = projectFolder()
  const config = {
    tables: {
      users: { count: 12, columns: { role: { oneOf: ['admin', 'member', 'member'] } } },
      posts: 20,
      images: 5,
      albums: 12,
      comments: 30,
      '"Odd ""Schema"."It\'s α.table"': 9,
      '"Odd ""Schema"."To Box"': 6,
    },
    associations: [
      {
        name: 'friends',
        source: 'users',
        target: 'users',
        via: { table: 'follows', source: 'followed_id', target: 'follower_id' },
        min: 2,
        max: 4,
      },
      { name: 'images_to_albums' },
      { name: 'posts_to_users', via: 'comments' },
      { name: 'written', source: 'posts', target: { table: 'users', type: 'admin' }, via: 'posts.author_id' },
      {
        name: "o'dd",
        source: '"Odd ""Schema"."It\'s α.table"',
        target: '"Odd ""Schema"."To Box"',
        strategy: 'weighted_random',
        itemWeights: '__proto__',
        weights: 'constructor',
        min: 1,
        max: 3,
        constraints: { uniqueness: 'pair' },
      },
    ],
  }
  const report = await seedStory(database.db, config, root)
  expect([report.errors, report.relaxations]).toEqual([[], []])
  const held = [
    'select bool_and(n between 2 and 4) from (select count(*) as n from users u left join follows on follower_id = u.id group by u.id) of_each',
    'select not exists (select from follows where follower_id = followed_id)',
    'select count(*) = 30 from comments',
    'select count(distinct (post_id, user_id)) = 30 from comments',
    'select count(distinct cover_id) > 2 from albums',
    `select bool_and(role = 'admin') from posts join users u on u.id = author_id`,
    `select bool_and(n between 1 and 3) from (select count("a ""b") as n from "Odd ""Schema"."To Box" left join "Odd ""Schema"."Joins, both" on "c.d" = id group by id) of_each`,
  ]
  await facts(database, ...held)
  expect(written(await seedStory(database.db, config, root))).toBe(0)
  const more = { ...config, tables: { ...config.tables, comments: 36 } }
  expect([
    written(await seedStory(database.db, more, root)),
    written(await seedStory(database.db, more, root)),
  ]).toEqual([6, 0])
  await facts(database, 'select count(distinct (post_id, user_id)) = 36 from comments')
  await cleanupStory(database.db, config, root)
  await facts(database, 'select not exists (select from comments) and not exists (select from follows)')
  await database.drop()
})

it('rows of others take part, and pairs of others are not repeated', async () => {
  const database = await freshDatabase(
    'pglite',
    `create table gear (id int primary key, name text not null, weight int not null);
     create table setups (id int primary key, title text not null);
     create table setup_gear (setup_id int references setups, gear_id int references gear, primary key (setup_id, gear_id));
     insert into gear select n, 'Piece ' || n, n % 3 from generate_series(1, 12) n;
     insert into setups select n, 'Setup ' || n from generate_series(1, 8) n;
     insert into setup_gear values (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 7), (3, 9);`,
  )
  const root = projectFolder()
  const config = {
    associations: [
      {
        name: 'gear_to_setups',
        source: { table: 'gear', filter: { weight: { gte: 1 } } },
        target: { table: 'setups', count: 6 },
        min: 2,
        max: 4,
        itemWeights: 'weight',
      },
    ],
  }
  const report = await seedStory(database.db, config, root)
  expect([report.errors, report.associations?.[0]?.present]).toEqual([[], 7])
  await facts(
    database,
    'select count(*) = 5 from setup_gear where setup_id = 1',
    'select bool_and(n between 2 and 4) from (select count(*) as n from setup_gear where setup_id between 2 and 6 group by setup_id) of_each',
    'select not exists (select from setup_gear where setup_id > 6)',
    'select bool_and(weight >= 1) from setup_gear join gear on id = gear_id where (setup_id, gear_id) not in ((1, 3), (3, 9))',
  )
  expect(written(await seedStory(database.db, config, root))).toBe(0)
  await database.raw(`insert into setups values (0, 'Setup 0')`)
  const more = await seedStory(database.db, config, root)
  expect(more.errors).toEqual([])
  await cleanupStory(database.db, config, root)
  await facts(database, 'select count(*) = 7 from setup_gear', 'select count(*) = 9 from setups')
  await database.drop()
})
