import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layBase } from '../../src/database/base/lay-base.ts'
import { sessionCookies } from '../../src/run/testing/browser/session-cookies.ts'
import { handles, seedAdapter, signedInState } from '../../src/test.ts'
import { freshFolder } from '../support/children.ts'
import { freshDatabase } from '../support/database.ts'

const config = {
  seed: 'adapter',
  manifest: 'seeded.json',
  fixtures: { users: { alice: {} }, notes: { first: { body: 'Hello', user_id: { $ref: 'alice' } } } },
}

test('seeds the database that pgsql-test has made, and leaves nothing in the project', async () => {
  const database = await freshDatabase('pg17')
  await layBase(database.db)
  await database.raw(
    'create table notes (id uuid primary key, body text not null, user_id uuid not null references auth.users)',
  )
  const { hostname: host, port, username, password, pathname } = new URL(database.url ?? '')
  const cwd = freshFolder()
  const given = {
    host,
    port: Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  }
  await seedAdapter({ config, cwd }).seed({ config: given })
  const h = handles(config)
  expect(await database.raw('select id::text, user_id::text from notes')).toContainEqual({
    id: h.first.id,
    user_id: h.alice.id,
  })
  expect(readdirSync(cwd)).toEqual([])
  const unknown = seedAdapter({ config: { fixtures: { nowhere: { x: {} } } }, cwd })
  await expect(unknown.seed({ config: given })).rejects.toMatchObject({ code: 'unknown-table' })
  await expect(seedAdapter({ cwd }).seed({ config: { ...given, database: 'none "here/?' } })).rejects.toMatchObject({
    code: 'no-such-database',
  })
  await database.drop()
})

test('a session in cookies is cut as @supabase/ssr cuts it', () => {
  const session = JSON.stringify({ access_token: 'ä'.repeat(2500) })
  const cookies = sessionCookies('sb-127-auth-token', session, new URL('https://app.test:3000/home'))
  expect(cookies.map(({ name, value }) => [name, value.length])).toEqual([
    ['sb-127-auth-token.0', 3180],
    ['sb-127-auth-token.1', 3180],
    ['sb-127-auth-token.2', expect.any(Number)],
  ])
  const text = cookies.map(({ value }) => value).join('')
  expect(Buffer.from(text.replace(/^base64-/, ''), 'base64url').toString()).toBe(session)
  expect(cookies[0]).toMatchObject({ domain: 'app.test', path: '/', secure: true, httpOnly: false, sameSite: 'Lax' })
  expect(
    sessionCookies('key', '{}', new URL('http://localhost')).map(({ name, value, secure }) => [name, value, secure]),
  ).toEqual([['key', 'base64-e30', false]])
})

test('where nobody can be signed in, it is said before anything is asked', async () => {
  const user = { email: 'a@example.com', password: 'not this one' }
  const options = { url: 'http://127.0.0.1:54321', anonKey: 'k', app: 'http://127.0.0.1:3000', user }
  for (const wrong of [{ url: '127.0.0.1:54321' }, { app: 'ftp://x' }, { user: { email: null, password: null } }])
    await expect(signedInState({ ...options, ...wrong })).rejects.toMatchObject({ code: 'sign-in-options' })
})
