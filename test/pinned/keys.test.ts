import { expect, test } from 'vitest'
import { compileRows } from '../../src/values/rows/rows.ts'
import { blocks, follow, pick, planOf, uuidKey } from '../support/plan.ts'

// What seed 42 yields. Changing anything here changes the data of everyone: a breaking change.

const pool = {
  id: 'auth',
  table: 'auth.users',
  columns: ['id'],
  rows: [['0b5fa1f8-6e3c-4a27-b1f5-3f0f1b0a7c11'], ['7d1ad0b4-58a1-4b5f-9a53-6a3c5c1f2e22']],
  complete: true,
}
const slug = { kind: 'derive', with: 'slug', from: [{ column: 'name' }], unique: { by: 'path' } } as const
const columns = { id: uuidKey, name: pick('ant', 'bee', 'cat', 'dog'), slug }
const rows = compileRows(
  planOf(
    {
      users: { rows: 4, columns },
      posts: { rows: 9, columns, links: { user_id: { to: 'users', choose: blocks(9, 4) } } },
      comments: {
        rows: 20,
        columns: { ...columns, author_id: follow('author_id') },
        links: {
          post_id: { to: 'posts', choose: blocks(20, 9) },
          author_id: { to: 'users', choose: { kind: 'hash', skew: 0.5 } },
        },
      },
      notes: { rows: 5, columns, links: { user_id: { to: 'auth.users', pool: 'auth', choose: blocks(5, 2) } } },
    },
    { pools: [pool] },
  ),
)
const texts = (table: string, row: number): unknown => rows.table(table).texts(row, ['id', 'slug'])

test('keys and paths of roots', () => {
  expect([0, 1, 3].map((row) => texts('users', row))).toEqual([
    ['018cc251-f400-7000-8000-032199f61333', 'ant-1'],
    ['018cc251-f401-7000-8000-01b765ba9f99', 'dog-2'],
    ['018cc251-f403-7000-8000-03883bd4b313', 'cat-4'],
  ])
})

test('keys and paths of children and grandchildren', () => {
  expect([0, 1, 8].map((row) => texts('posts', row))).toEqual([
    ['018cc251-f400-7000-8000-03fa8a31a5bf', 'cat-1-1'],
    ['018cc251-f400-7000-8000-07ab01795593', 'bee-1-2'],
    ['018cc251-f403-7000-8000-07abf1b7e330', 'dog-4-2'],
  ])
  expect([0, 1, 19].map((row) => texts('comments', row))).toEqual([
    ['018cc251-f400-7000-8000-00e14db42610', 'ant-1-1-1'],
    ['018cc251-f400-7000-8000-07f1e590fe51', 'dog-1-1-2'],
    ['018cc251-f403-7001-8000-025a53701919', 'ant-4-2-1'],
  ])
})

test('keys and paths under rows that were there', () => {
  expect([0, 4].map((row) => texts('notes', row))).toEqual([
    ['018ce51f-f50c-7000-8000-001dccec35d8', 'cat-92m0upko-1'],
    ['018cdc55-8b13-7000-8000-0af7d1b00331', 'dog-7dzphm8b-3'],
  ])
})

test('parents', () => {
  const parents = (table: string, link: string): unknown =>
    Array.from({ length: rows.table(table).plan.rows }, (_, row) => rows.table(table).parentRow(row, link))
  expect(parents('posts', 'user_id')).toEqual([0, 0, 1, 1, 2, 2, 2, 3, 3])
  expect(parents('comments', 'post_id')).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 6, 6, 7, 7, 8])
  expect(parents('comments', 'author_id')).toEqual([0, 0, 3, 1, 1, 0, 3, 0, 3, 0, 0, 1, 0, 0, 0, 2, 1, 1, 0, 0])
})
