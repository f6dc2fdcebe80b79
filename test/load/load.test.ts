import { describe, expect, it } from 'vitest'
import { freshDatabase, onEachServer } from '../support/database.ts'
import { blocks, follow, integer, pick, uuidKey } from '../support/plan.ts'
import { contents, journalOf, planWith, seed, temporaryRoot } from './seeding.ts'

const SCHEMA = `
create table users (id uuid primary key, name text not null, age int not null);
create table posts (id uuid primary key, user_id uuid not null references users, title text);
`

const plan = (users = 30, posts = 100, chunkRows = 7) =>
  planWith({
    users: {
      rows: users,
      columns: { id: uuidKey, name: pick('Ann', 'Bob\\', 'tab\there', 'null'), age: integer(1, 99) },
      extra: { chunkRows },
    },
    posts: {
      rows: posts,
      columns: { id: uuidKey, user_id: follow('author'), title: { recipe: pick('a', 'b'), nulls: 0.5 } },
      links: { author: { to: 'users', columns: ['user_id'], choose: blocks(posts, users) } },
      extra: { chunkRows },
    },
  })

onEachServer(['pg17', 'pglite'], (server) => {
  describe('load', () => {
    it('writes every row by COPY, and nothing the second time', async () => {
      const database = await freshDatabase(server, SCHEMA)
      const root = temporaryRoot()
      const first = await seed(database, root, plan())
      expect(first.result.tables).toEqual([
        { table: 'users', inserted: 30, updated: 0 },
        { table: 'posts', inserted: 100, updated: 0 },
      ])
      const before = await contents(database, ['users', 'posts'])
      expect(before.posts).toHaveLength(100)
      const { lines } = await journalOf(database.db, root, false)
      const again = await seed(database, root, (read) => {
        expect(read.past.tables.users?.rows).toBe(30)
        expect(read.past.tables.posts?.rows).toBe(100)
        expect(read.past.unfinished).toBeNull()
        return { ...plan(), tables: plan().tables.map((table) => ({ ...table, present: table.rows })) }
      })
      expect(again.findings).toEqual([])
      expect(again.result.tables.map(({ inserted }) => inserted)).toEqual([0, 0])
      expect(await contents(database, ['users', 'posts'])).toEqual(before)
      expect((await journalOf(database.db, root, false)).lines).toEqual(lines)
    })
  })
})
