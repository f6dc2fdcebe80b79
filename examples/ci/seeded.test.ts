import { PGlite } from '@electric-sql/pglite'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp'
import { afterAll, beforeAll, expect, test } from 'vitest'

let db: PGlite
beforeAll(async () => {
  db = await PGlite.create({ dataDir: '.supa-seed/embedded', extensions: { pgcrypto, uuid_ossp } })
})
afterAll(() => db.close())

/** Asks as a user, as Supabase's REST API does. */
async function asUser<Row>(id: string, sql: string): Promise<Row[]> {
  return db.transaction(async (tx) => {
    const claims = JSON.stringify({ sub: id, role: 'authenticated' })
    await tx.query(`select set_config('request.jwt.claims', $1, true)`, [claims])
    await tx.exec('set local role authenticated')
    return (await tx.query<Row>(sql)).rows
  })
}

test('everybody sees notes of their own, and no others', async () => {
  const { rows: users } = await db.query<{ id: string }>('select id from auth.users order by id limit 5')
  expect(users).toHaveLength(5)
  for (const { id } of users) {
    const notes = await asUser<{ user_id: string }>(id, 'select user_id from public.notes')
    expect(new Set(notes.map((note) => note.user_id))).toEqual(new Set([id]))
  }
})
