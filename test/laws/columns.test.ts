import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/model/plan.ts'
import type { Recipe } from '../../src/model/recipe.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { columnOf, upTo } from '../support/blog.ts'
import { blocks, follow, pick, planOf, serial } from '../support/plan.ts'
import { chiSquareBound, chiSquareEven } from '../support/statistics.ts'

describe('columns', () => {
  test('are NULL as often as they should be, and where a condition fails', () => {
    const table = compileRows(
      planOf({
        a: {
          rows: 4000,
          columns: {
            id: serial(),
            kind: pick('a', 'b', null),
            some: { recipe: pick(1), nulls: 0.25 },
            ifNull: { recipe: pick('x'), when: [{ column: 'some', is: 'null' }] },
            ifNot: { recipe: pick('x'), when: [{ column: 'some', is: 'not-null' }] },
            ifA: { recipe: pick('x'), when: [{ column: 'kind', is: 'in', values: ['a'] }] },
            ifNotA: {
              recipe: pick('x'),
              when: [
                { column: 'kind', is: 'not-in', values: ['a', null] },
                { column: 'some', is: 'not-null' },
              ],
            },
          },
        },
      }),
    ).table('a')
    let nulls = 0
    for (const row of upTo(4000)) {
      const [kind, some, ifNull, ifNot, ifA, ifNotA] = table.texts(row, [
        'kind',
        'some',
        'ifNull',
        'ifNot',
        'ifA',
        'ifNotA',
      ])
      if (some === null) nulls++
      expect(ifNull === null).toBe(some !== null)
      expect(ifNot === null).toBe(some === null)
      expect(ifA === 'x').toBe(kind === 'a')
      expect(ifNotA === 'x').toBe(kind === 'b' && some !== null)
    }
    expect(nulls / 4000).toBeCloseTo(0.25, 1)
  })

  test.each([1, 2, 4])('of a group have exactly %i values', (count) => {
    const column = (index: number) => ({ recipe: pick('x'), when: [{ group: 'one_of', index, size: 4, count }] })
    const table = compileRows(
      planOf({ a: { rows: 3000, columns: { w: column(0), x: column(1), y: column(2), z: column(3) } } }),
    ).table('a')
    const sets = new Map<string, number>()
    for (const row of upTo(3000)) {
      const set = table.texts(row, ['w', 'x', 'y', 'z']).map((text) => (text === null ? 0 : 1))
      expect(set.reduce<number>((sum, one) => sum + one, 0)).toBe(count)
      sets.set(set.join(''), (sets.get(set.join('')) ?? 0) + 1)
    }
    if (count < 4) expect(chiSquareEven([...sets.values()])).toBeLessThan(chiSquareBound(sets.size - 1))
    expect(sets.size).toBe(count === 1 ? 4 : count === 2 ? 6 : 1)
  })

  test('that pick together belong together, and weights are kept', () => {
    const table = compileRows(
      planOf({
        a: {
          rows: 10000,
          columns: {
            city: { kind: 'pick', values: ['Rome', 'Oslo', 'Nowhere'], weights: [3, 1, 0], together: 'place' },
            country: { kind: 'pick', values: ['Italy', 'Norway', 'None'], weights: [3, 1, 0], together: 'place' },
          },
        },
      }),
    ).table('a')
    const pairs = new Map<string, number>()
    for (const row of upTo(10000)) {
      const pair = table.texts(row, ['city', 'country']).join()
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
    expect([...pairs.keys()].sort()).toEqual(['Oslo,Norway', 'Rome,Italy'])
    expect(pairs.get('Rome,Italy')! / 10000).toBeCloseTo(0.75, 1)
  })

  test('of one entity speak of one person, also through links', () => {
    const full = (link?: string): Recipe => ({
      kind: 'draw',
      shape: 'person.full',
      options: {},
      entity: { name: 'person', ...(link === undefined ? {} : { link }) },
    })
    const rows = compileRows(
      planOf({
        users: {
          rows: 30,
          columns: {
            id: serial(),
            name: full(),
            again: full(),
            other: { kind: 'draw', shape: 'person.full', options: {} },
          },
        },
        profiles: {
          rows: 30,
          columns: { name: full('id') },
          links: { id: { to: 'users', choose: blocks(30, 30, { min: 1, max: 1 }) } },
        },
        cards: {
          rows: 50,
          columns: { name: full('profile') },
          links: { profile: { to: 'profiles', choose: { kind: 'hash', skew: 0 }, nulls: 0.2 } },
        },
      }),
    )
    const name = (table: string, row: number): unknown => rows.table(table).value(row, 'name')
    for (const row of upTo(30)) {
      expect(rows.table('users').value(row, 'again')).toBe(name('users', row))
      expect(name('profiles', row)).toBe(name('users', rows.table('profiles').parentRow(row, 'id')!))
    }
    for (const row of upTo(50)) {
      const profile = rows.table('cards').parentRow(row, 'profile')
      if (profile !== null) expect(name('cards', row)).toBe(name('profiles', profile))
      else expect(name('cards', row)).toBeTypeOf('string')
    }
    expect(columnOf(rows.table('users'), 'other')).not.toEqual(columnOf(rows.table('users'), 'name'))
  })

  test('of serial numbers go by range, beyond 2^53 too', () => {
    const table = compileRows(
      planOf({
        a: {
          rows: 30,
          columns: {
            id: {
              kind: 'serial',
              sequence: 's',
              step: 2,
              ranges: [
                { row: 0, value: 10 },
                { row: 5, value: 100 },
                { row: 20, value: 7 },
              ],
            },
            big: { kind: 'serial', sequence: null, step: 3, ranges: [{ row: 0, value: 9007199254740990 }] },
          },
        },
      }),
    ).table('a')
    expect([0, 4, 5, 19, 20, 29, 4, 0].map((row) => table.value(row, 'id'))).toEqual([10, 18, 100, 128, 7, 25, 18, 10])
    expect(table.texts(29, ['big'])).toEqual(['9007199254741077'])
  })

  test('of a composed text fall back', () => {
    const table = compileRows(
      planOf({ a: { rows: 3, columns: { bio: { kind: 'compose', order: 'o', fallback: pick('x') } } } }),
    ).table('a')
    expect(columnOf(table, 'bio')).toEqual(['x', 'x', 'x'])
  })

  test('name the key of a row', () => {
    const table = compileRows(
      planOf({ a: { rows: 3, columns: { b: serial(5), c: pick(null), d: pick('x') }, key: ['d', 'b', 'c'] } }),
    ).table('a')
    expect(table.key(1)).toEqual(['x', '6', null])
  })
})

describe('plans that contradict themselves', () => {
  const self = { choose: { kind: 'hash', skew: 0 }, to: 'a' } as const
  const copy = (column: string): Recipe => ({ kind: 'derive', with: 'copy', from: [{ column }] })
  const refused: readonly (readonly [string, string, Plan])[] = [
    [
      'columns that wait for each other',
      'recipe-cycle',
      planOf({ a: { rows: 1, columns: { x: copy('y'), y: copy('z'), z: copy('x') } } }),
    ],
    [
      'a condition on itself',
      'recipe-cycle',
      planOf({ a: { rows: 1, columns: { x: { recipe: pick(1), when: [{ column: 'x', is: 'null' }] } } } }),
    ],
    [
      'a circle through a link',
      'recipe-cycle',
      planOf({
        a: {
          rows: 2,
          columns: { x: { kind: 'derive', with: 'copy', from: [{ link: 'up', column: 'x' }] } },
          links: { up: self },
        },
      }),
    ],
    [
      'owners in a circle',
      'recipe-cycle',
      planOf({
        a: { rows: 1, columns: {}, links: { b: { to: 'b', choose: blocks(1, 1) } } },
        b: { rows: 1, columns: {}, links: { a: { to: 'a', choose: blocks(1, 1) } } },
      }),
    ],
  ]

  test.each(refused)('%s: %s', (_, code, plan) => {
    expect(() => compileRows(plan)).toThrow(expect.objectContaining({ code }))
  })

  test('a circle that ends at earlier rows is none', () => {
    const plan = planOf({
      a: {
        rows: 50,
        columns: {
          x: {
            recipe: { kind: 'derive', with: 'after', from: [{ link: 'up', column: 'x' }] },
            encoding: { kind: 'timestamp', zone: false },
          },
        },
        links: { up: { to: 'a', choose: { kind: 'earlier', scope: 'table', roots: 0.1, itself: true } } },
      },
    })
    const table = compileRows(plan).table('a')
    for (const row of upTo(50)) {
      const up = table.parentRow(row, 'up')!
      if (up !== row) expect(table.value(row, 'x')).toBeGreaterThanOrEqual(table.value(up, 'x') as number)
    }
  })

  test('names that are not there', () => {
    const rows = compileRows(planOf({ a: { rows: 1, columns: { x: follow('nowhere') } } }))
    expect(() => rows.table('b')).toThrow(expect.objectContaining({ code: 'no-such-table' }))
    expect(() => rows.table('a').value(0, 'x')).toThrow(expect.objectContaining({ code: 'no-such-link' }))
    const left = compileRows(
      planOf({
        a: { rows: 1, columns: { id: { kind: 'leave', why: 'identity' } } },
        b: { rows: 1, columns: { a: follow('a') }, links: { a: { to: 'a', choose: { kind: 'hash', skew: 0 } } } },
      }),
    )
    expect(() => left.table('b').value(0, 'a')).toThrow(expect.objectContaining({ code: 'value-unknown' }))
    expect(left.table('a').value(0, 'id')).toBe(null)
    expect(() => left.table('a').value(1, 'id')).toThrow(RangeError)
  })
})
