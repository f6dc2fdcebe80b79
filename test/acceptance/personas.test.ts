import { expect, test } from 'vitest'
import { settle } from '../../src/config/settle.ts'
import { layBase } from '../../src/database/base/lay-base.ts'
import { contents } from '../support/contents.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder, seedStory } from '../support/story.ts'

const APP = `
create table profiles (id uuid primary key references auth.users on delete cascade, bio text);
create table posts (id bigint generated always as identity primary key, author_id uuid not null references profiles on delete cascade, title text not null);
create table comments (
  id bigint generated always as identity primary key, post_id bigint not null references posts on delete cascade,
  author_id uuid not null references auth.users on delete cascade, body text not null
);
insert into auth.users (id, email, aud, role) values ('11111111-1111-4111-8111-111111111111', 'somebody@example.com', 'authenticated', 'authenticated');`

const CONFIG = {
  userStrategy: 'hybrid',
  additionalUsers: { count: 6, personas: ['casual_camper', 'content_creator', 'trail_angel'] },
  users: { passwordCost: 4 },
  personas: {
    trail_angel: { weight: 4, role: 'moderator', metadata: { badge: true }, bio: ['Leaves water at the trailhead.'] },
  },
  tables: { posts: 270, comments: 540 },
}

test('content follows the weights of personas', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(APP)
  const root = projectFolder()
  expect(await seedStory(database.db, CONFIG, root)).toMatchObject({ ok: true, users: { created: 6, existing: 1 } })
  const rows = await database.raw<{
    persona: string | null
    posts: number
    comments: number
    role: string | null
    bios: string[]
  }>(`
    select raw_user_meta_data ->> 'persona' as persona, (select count(*)::int from posts where author_id = u.id) as posts,
      (select count(*)::int from comments where author_id = u.id) as comments, raw_app_meta_data ->> 'role' as role,
      (select array_agg(bio) from profiles p where p.id = u.id) as bios
    from auth.users u order by u.id`)
  // 1 + 2 * (1 + 8 + 4) = 27 parts of 270.
  const expected: Readonly<Record<string, number>> = { casual_camper: 1, content_creator: 8, trail_angel: 4 }
  const personas = rows.map(({ persona }) => persona ?? '').sort()
  const names = Object.keys(expected)
  expect(personas).toEqual(['', ...names, ...names].sort())
  for (const { persona, posts, comments, role, bios } of rows) {
    const weight = persona === null ? 1 : (expected[persona] ?? 0)
    expect(Math.abs(posts - weight * 10), `${persona}: ${posts} posts`).toBeLessThanOrEqual(2)
    expect(Math.abs(comments - weight * 20), `${persona}: ${comments} comments`).toBeLessThanOrEqual(8 + 4 * weight)
    expect(role).toBe(persona === 'trail_angel' ? 'moderator' : null)
    if (persona === 'trail_angel') expect(bios).toEqual(['Leaves water at the trailhead.'])
  }
  const whole = await contents(database)
  await seedStory(database.db, CONFIG, projectFolder())
  expect(await contents(database)).toEqual(whole)
  const more = {
    ...CONFIG,
    additionalUsers: { ...CONFIG.additionalUsers, count: 9 },
    tables: { posts: 400, comments: 540 },
  }
  expect(await seedStory(database.db, more, root)).toMatchObject({ ok: true, users: { created: 3 }, warnings: [] })
  const [least] = await database.raw<{ creators: boolean }>(`
    select min(n) filter (where persona = 'content_creator') > 3 * max(n) filter (where persona = 'casual_camper') as creators
    from (select raw_user_meta_data ->> 'persona' as persona, count(p.id) as n from auth.users u left join posts p on p.author_id = u.id group by u.id) c`)
  expect(least).toEqual({ creators: true })
  await database.drop()
})

test('an unknown persona names the nearest one and all that are known', () => {
  const circumstances = { today: 0, root: '/project', file: null }
  const input = { users: { count: 2, personas: ['content_creater'] } }
  const settled = () => settle([{ kind: 'file', name: 'supa-seed.config.ts', input }], circumstances)
  expect(settled).toThrow(
    expect.objectContaining({
      code: 'unknown-persona',
      place: { path: 'users.personas[0]' },
      expected: expect.stringContaining('casual_camper, expert_overlander, van_life, backpacker'),
      next: 'Did you mean content_creator?',
    }),
  )
})
