import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import type { QueryRow } from '../../src/model/database.ts'
import { freshDatabase, onEachServer, type TestDatabase } from '../support/database.ts'

const FOLDER = join(import.meta.dirname, '../../examples/outdoor-platform/supabase/migrations')

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const [ANNA, BENO, CARLA, CATALOGUED, SOLD, PRIVATE, PUBLIC, POST, OTHER_POST] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(id)

const USERS = `
  insert into auth.users (instance_id, id, aud, role, email, raw_user_meta_data, created_at, updated_at)
  values
    ('${id(0)}', '${ANNA}', 'authenticated', 'authenticated', 'anna@example.com', '{"name": "Anna", "avatar_url": "/a.png"}', now(), now()),
    ('${id(0)}', '${BENO}', 'authenticated', 'authenticated', 'beno@example.com', '{"full_name": "Beno"}', now(), now()),
    ('${id(0)}', '${CARLA}', 'authenticated', 'authenticated', 'carla@example.com', null, now(), now())`

const ROWS = `
  insert into public.profiles (id, username) select id, split_part(email, '@', 1) from public.accounts where is_personal_account;
  insert into public.gear (id, account_id, category, gear_type, make, model, name)
  select '${SOLD}'::uuid, id, 'ultralight'::public.outdoor_category, 'tent', 'Tarnlight', 'One', 'One' from public.accounts where slug = 'trail-crew'
  union all select '${CATALOGUED}', null, 'ultralight', 'tent', 'Tarnlight', 'Two', 'Two';
  insert into public.setups (id, account_id, category, title, is_public)
  values ('${PRIVATE}', '${ANNA}', 'van-life', 'Blue van', false), ('${PUBLIC}', '${ANNA}', 'van-life', 'Red van', true);
  insert into public.setup_items (setup_id, gear_item_id) values ('${PRIVATE}', '${CATALOGUED}'), ('${PUBLIC}', '${SOLD}');
  insert into public.posts (id, author_id, title, slug, content, status, published_at)
  values ('${POST}', '${ANNA}', 'Dust', 'dust', 'Dust.', 'published', now()), ('${OTHER_POST}', '${ANNA}', 'Rain', 'rain', 'Rain.', 'draft', null);
  insert into public.comments (post_id, author_id, body) values ('${POST}', '${BENO}', 'Yes.');
  insert into public.trips (account_id, setup_id, title, location, days)
  values ('${ANNA}', '${PRIVATE}', 'Rim', 'Utah', '[2025-05-01,2025-05-05)')`

onEachServer(['pglite', 'pg17'], (server) => {
  let there: TestDatabase

  beforeAll(async () => {
    there = await freshDatabase(server)
    await layBase(there.db)
    for (const file of readdirSync(FOLDER).sort()) await there.raw(readFileSync(join(FOLDER, file), 'utf8'))
    await there.raw(USERS)
    await there.raw(`select public.create_team_account('Trail Crew', '${BENO}')`)
    await there.raw(`insert into public.accounts_memberships (user_id, account_id, account_role)
      select '${CARLA}', id, 'member' from public.accounts where slug = 'trail-crew'`)
    await there.raw(ROWS)
  })
  afterAll(() => there.drop())

  /** What `sql` yields for a signed-in user. */
  const as = (user: string | undefined, sql: string, claims: Record<string, unknown> = {}): Promise<QueryRow[]> =>
    there.db.transaction(async (tx) => {
      const all = { sub: user, role: 'authenticated', aal: 'aal1', ...claims }
      await tx.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(all)])
      await tx.execute('set local role authenticated')
      return tx.query(sql)
    })

  /** The message, or the SQLSTATE and the constraint, with which `sql` is refused. */
  const refused = (sql: string): Promise<string> =>
    there.raw(sql).then(
      () => 'accepted',
      (error: { code: string; constraint?: string; message: string }) =>
        error.code === 'P0001' ? error.message : `${error.code} ${error.constraint}`,
    )

  test('every user has a personal account, named after the metadata or the address', async () => {
    expect(
      await there.raw('select id, name, slug, picture_url from public.accounts where is_personal_account order by id'),
    ).toEqual([
      { id: ANNA, name: 'Anna', slug: null, picture_url: '/a.png' },
      { id: BENO, name: 'beno', slug: null, picture_url: null },
      { id: CARLA, name: 'carla', slug: null, picture_url: null },
    ])
  })

  test('teams get a slug of their own', async () => {
    const found = await there.raw(`insert into public.accounts (name, primary_owner_user_id)
      values ('Crème Brûlée & Sons', '${ANNA}'), ('Creme Brulee, Sons', '${ANNA}') returning slug`)
    expect(found).toEqual([{ slug: 'creme-brulee-sons' }, { slug: 'creme-brulee-sons-1' }])
    await there.raw(`delete from public.accounts where slug like 'creme%'`)
  })

  test('what contradicts the rules is refused', async () => {
    const team = `(select id from public.accounts where slug = 'trail-crew')`
    const wrong: readonly (readonly [sql: string, why: string])[] = [
      [
        `insert into public.profiles (id, username) select ${team}, 'crew'`,
        'Profiles can only be created for personal accounts',
      ],
      [
        `insert into public.invitations (email, account_id, invited_by, role, invite_token) values ('x@example.com', '${ANNA}', '${ANNA}', 'member', 't')`,
        'Account must be an team account',
      ],
      ['update public.accounts_memberships set account_role = account_role', 'Only the account_role can be updated'],
      [
        `delete from public.accounts_memberships where user_id = '${BENO}'`,
        'The primary account owner cannot be removed from the account membership list',
      ],
      [
        `insert into public.setup_items (setup_id, gear_item_id) values ('${PRIVATE}', '${SOLD}')`,
        'Gear of another account cannot be part of a private setup',
      ],
      [
        `insert into public.setups (account_id, category, title) values ('${ANNA}', 'van-life', 'BLUE VAN')`,
        '23505 setups_title_once_per_account',
      ],
      [
        "insert into public.base_templates (type, make, model, year) values ('Backpack', 'Tarnlight', 'Three', 2020)",
        '23514 base_templates_year_of_vehicles',
      ],
      [
        `insert into public.comments (post_id, parent_id, author_id, body) select '${OTHER_POST}', id, '${BENO}', 'No.' from public.comments`,
        '23503 comments_parent_fkey',
      ],
      [
        `insert into public.media_attachments (setup_id, file_name, storage_path) values ('${PUBLIC}', 'a.jpg', 'a.jpg')`,
        '23514 media_attachments_path_in_folder',
      ],
      [
        `insert into public.trips (account_id, setup_id, title, location, days) values ('${ANNA}', '${PRIVATE}', 'Rim', 'Utah', '[2025-05-04,2025-05-06)')`,
        '23P01 trips_setup_in_one_place',
      ],
      [
        `insert into public.trips (account_id, setup_id, title, location, days) values ('${BENO}', '${PUBLIC}', 'Rim', 'Utah', '[2025-06-04,2025-06-06)')`,
        '23503 trips_setup_fkey',
      ],
      [`insert into public.follows values ('${ANNA}', '${ANNA}')`, '23514 follows_somebody_else'],
    ]
    const found: [string, string][] = []
    for (const [sql] of wrong) found.push([sql, await refused(sql)])
    expect(found).toEqual(wrong)
  })

  test('likes are counted', async () => {
    await there.raw(`insert into public.post_likes values ('${POST}', '${BENO}'), ('${POST}', '${CARLA}')`)
    await there.raw(`delete from public.post_likes where profile_id = '${CARLA}'`)
    expect(await there.raw(`select like_count from public.posts where id = '${POST}'`)).toEqual([{ like_count: 1 }])
  })

  test('users see what is theirs, what their teams have and what is public', async () => {
    const counts = `select
      (select count(*)::int from public.accounts) as accounts,
      (select count(*)::int from public.accounts_memberships) as memberships,
      (select count(*)::int from public.setups) as setups,
      (select count(*)::int from public.setup_items) as items,
      (select count(*)::int from public.trips) as trips,
      (select count(*)::int from public.posts) as posts`
    expect(await as(ANNA, counts)).toEqual([{ accounts: 1, memberships: 0, setups: 2, items: 2, trips: 1, posts: 2 }])
    expect(await as(CARLA, counts)).toEqual([{ accounts: 3, memberships: 2, setups: 1, items: 1, trips: 0, posts: 1 }])
    const admin = { aal: 'aal2', app_metadata: { role: 'super-admin' } }
    expect(await as(ANNA, counts, admin)).toMatchObject([{ accounts: 4, memberships: 2 }])
  })

  test('users write what is theirs and nothing else', async () => {
    const setup = (account: string | undefined) =>
      `insert into public.setups (account_id, category, title) values ('${account}', 'ultralight', 'Tarp') returning title`
    expect(await as(ANNA, setup(ANNA))).toEqual([{ title: 'Tarp' }])
    await expect(as(ANNA, setup(BENO))).rejects.toMatchObject({ code: '42501' })
    await expect(as(ANNA, `update public.accounts set email = 'other@example.com'`)).rejects.toThrow(
      'You do not have permission to update this field',
    )
    await expect(as(ANNA, `select public.create_team_account('Mine', '${ANNA}')`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(as(ANNA, 'select from analytics.page_views')).rejects.toMatchObject({ code: '42501' })
    await there.raw("delete from public.setups where title = 'Tarp'")
  })
})
