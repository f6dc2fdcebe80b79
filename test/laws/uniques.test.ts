import { describe, expect, test } from 'vitest'
import type { Recipe } from '../../src/model/recipe.ts'
import { compileRows, type TableRows } from '../../src/values/rows/rows.ts'
import { blog, columnOf, upTo } from '../support/blog.ts'
import { blocks, follow, integer, pick, planOf, serial } from '../support/plan.ts'

describe('uniques', () => {
  test('by permutation are all different, alone and together', () => {
    const unique = (
      key: string,
      radices: readonly number[],
      digit: number,
      candidates = 1,
      chosen?: readonly (readonly [number, number])[],
    ): {
      unique: {
        by: 'permute'
        scope: 'row'
        key: string
        radices: readonly number[]
        digit: number
        candidates: number
        chosen?: readonly (readonly [number, number])[]
      }
    } => ({
      unique: {
        by: 'permute',
        scope: 'row',
        key,
        radices,
        digit,
        candidates,
        ...(chosen === undefined ? {} : { chosen }),
      },
    })
    const plan = (chosen: readonly (readonly [number, number])[]): TableRows =>
      compileRows(
        planOf({
          a: {
            rows: 100,
            columns: {
              id: { ...integer(0, 99), ...unique('id', [100], 0) },
              x: { kind: 'pick', values: ['a', 'b', 'c', 'd'], ...unique('xy', [4, 30], 0) },
              y: { ...integer(1, 30), ...unique('xy', [4, 30], 1) },
              code: { ...integer(0, 9999), ...unique('code', [10000], 0, 4, chosen) },
            },
          },
        }),
      ).table('a')
    const rows = plan([])
    expect([...columnOf(rows, 'id')].sort((a, b) => Number(a) - Number(b))).toEqual(upTo(100))
    expect(columnOf(rows, 'id')).not.toEqual(upTo(100))
    expect(new Set(upTo(100).map((row) => rows.texts(row, ['x', 'y']).join())).size).toBe(100)
    expect(new Set(columnOf(rows, 'code')).size).toBe(100)
    const others = plan([
      [7, 1],
      [8, 3],
    ])
    expect(upTo(100).filter((row) => others.value(row, 'code') !== rows.value(row, 'code'))).toEqual([7, 8])
    expect(new Set(columnOf(others, 'code')).size).toBe(100)
  })

  test('among the children of a parent differ there, and each parent has its own', () => {
    const table = compileRows(
      planOf({
        users: { rows: 25, columns: { id: serial() } },
        teams: { rows: 30, columns: { id: serial() } },
        members: {
          rows: 260,
          columns: {
            team_id: follow('team_id'),
            user_id: follow('user_id'),
            seat: {
              recipe: {
                ...integer(1, 40),
                unique: { by: 'permute', scope: 'parent', key: 'seat', radices: [40], digit: 0, candidates: 2 },
              },
              encoding: { kind: 'number' },
            },
          },
          links: {
            team_id: { to: 'teams', choose: blocks(260, 30, { max: 20 }) },
            user_id: {
              to: 'users',
              choose: { kind: 'permute', scope: 'parent', key: 'pair', radices: [25], digit: 0 },
            },
          },
        },
      }),
    ).table('members')
    expect(new Set(upTo(260).map((row) => table.texts(row, ['team_id', 'user_id']).join())).size).toBe(260)
    expect(new Set(upTo(260).map((row) => table.texts(row, ['team_id', 'seat']).join())).size).toBe(260)
    const users = new Uint32Array(25)
    const firsts = new Set<unknown>()
    for (const row of upTo(260)) users[table.parentRow(row, 'user_id')!]!++
    for (const team of upTo(30))
      for (const range of table.owned(team, team + 1)) firsts.add(table.value(range.from, 'user_id'))
    expect(users.every((count) => count > 0)).toBe(true)
    expect(firsts.size).toBeGreaterThan(10)
  })

  test('by path carry the path of the row', () => {
    const rows = compileRows(blog())
    const emails = columnOf(rows.table('users'), 'email') as string[]
    expect(new Set(emails).size).toBe(40)
    for (const [row, email] of emails.entries())
      expect(email.split('@')[0]).toMatch(new RegExp(`(^|[^0-9])${row + 1}$`))
    const slugs: Recipe = {
      kind: 'derive',
      with: 'slug',
      from: [{ column: 'title' }],
      options: { maxLength: 12 },
      unique: { by: 'path', chosen: [[5, 2]] },
    }
    const table = compileRows(
      planOf({
        a: { rows: 3, columns: { id: serial() } },
        b: {
          rows: 9,
          columns: { title: pick('the same title'), slug: slugs },
          links: { a: { to: 'a', choose: blocks(9, 3, { law: { kind: 'even' } }) } },
        },
      }),
    ).table('b')
    expect(columnOf(table, 'slug')).toEqual(
      [
        'the-sam-1-1',
        'the-sam-1-2',
        'the-sam-1-3',
        'the-sam-2-1',
        'the-sam-2-2',
        'the-2-3-x2',
        'the-sam-3-1',
        'the-sam-3-2',
        'the-sam-3-3',
      ].map((slug) => expect.stringMatching(new RegExp(`^the.*${slug.slice(slug.search(/\d/))}$`))),
    )
    for (const slug of columnOf(table, 'slug')) expect((slug as string).length).toBeLessThanOrEqual(12)
  })

  test('by path among the children of one owner carry their place', () => {
    const name: Recipe = {
      kind: 'pick',
      values: ['camp'],
      unique: { by: 'path', scope: 'parent', chosen: [[3, 1]] },
    }
    const table = compileRows(
      planOf({
        a: { rows: 2, columns: { id: serial() } },
        b: {
          rows: 5,
          columns: { name },
          links: { a: { to: 'a', choose: blocks(5, 2, { law: { kind: 'even' } }) } },
        },
      }),
    ).table('b')
    const names = columnOf(table, 'name') as string[]
    const places = (table.owned(0, 1)[0]?.to ?? 0) === 3 ? [1, 2, 3, 1, 2] : [1, 2, 1, 2, 3]
    expect(names).toEqual(places.map((place, row) => `camp-${place}${row === 3 ? '-x1' : ''}`))
  })

  test('say so when a space is too small', () => {
    const make = (radix: number): TableRows =>
      compileRows(
        planOf({
          a: {
            rows: 5,
            columns: {
              id: {
                ...integer(0, 9),
                unique: { by: 'permute', scope: 'row', key: 'k', radices: [radix], digit: 0, candidates: 1 },
              },
            },
          },
        }),
      ).table('a')
    expect(make(5).value(4, 'id')).toBeTypeOf('number')
    expect(() => make(4).value(4, 'id')).toThrow(expect.objectContaining({ code: 'space-exhausted' }))
  })
})

describe('uuid keys', () => {
  const plan = blog()
  const rows = compileRows(plan)
  const ids = (id: string): string[] => columnOf(rows.table(id), 'id') as string[]

  test('are version 7, all different, and ascend within a block', () => {
    for (const { id } of plan.tables) {
      const all = ids(id)
      expect(new Set(all).size).toBe(all.length)
      for (const key of all)
        expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    expect(ids('users')).toEqual([...ids('users')].sort())
    for (const post of upTo(120))
      for (const { from, to } of rows.table('comments').owned(post, post + 1))
        expect(ids('comments').slice(from, to)).toEqual(ids('comments').slice(from, to).sort())
  })

  test('take their time from the root ancestor, then the place of the owner and their own', () => {
    const users = ids('users')
    const posts = rows.table('posts')
    const comments = rows.table('comments')
    for (const row of upTo(40))
      expect(Number.parseInt(users[row]!.slice(0, 13).replace('-', ''), 16)).toBe(1704067200000 + row)
    for (const row of upTo(700)) {
      const post = comments.parentRow(row, 'post_id')!
      const user = posts.parentRow(post, 'user_id')!
      const key = comments.value(row, 'id') as string
      expect(key.slice(0, 13)).toBe(users[user]!.slice(0, 13))
      expect(Number.parseInt(key.slice(15, 18), 16)).toBe(post - posts.owned(user, user + 1)[0]!.from)
      const place = BigInt(`0x${key.slice(19).replace('-', '')}`)
      expect(Number((place >> 42n) & 0xfffffn)).toBe(row - comments.owned(post, post + 1)[0]!.from)
    }
  })
})
