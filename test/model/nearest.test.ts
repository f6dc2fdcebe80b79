import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectId, splitObjectId } from '../../src/model/name.ts'
import { nearest } from '../../src/model/nearest.ts'

describe('nearest', () => {
  it.each([
    ['post', ['users', 'posts'], 'posts'],
    ['ordre_items', ['orders', 'order_items'], 'order_items'],
    ['Posts', ['posts'], 'posts'],
    ['seed', ['need', 'seed'], 'seed'],
    ['ab', ['ba', 'xy'], 'ba'],
    ['a', ['b', 'c'], 'b'],
    ['cat', ['dog', 'horse'], null],
    ['accounts', ['amounts', 'counts'], 'amounts'],
    ['anything', [], null],
    ['', ['abc'], null],
  ])('%s among %j is %s', (name, candidates, expected) => {
    expect(nearest(name, candidates)).toBe(expected)
  })

  it('finds a name that one slip was made in', () => {
    const slip = fc.record({
      name: fc.stringMatching(/^[a-z_]{5,20}$/),
      at: fc.nat(),
      kind: fc.constantFrom('drop', 'double', 'swap', 'change'),
    })
    fc.assert(
      fc.property(slip, ({ name, at, kind }) => {
        const i = at % (name.length - 1)
        const [before, a, b, after] = [name.slice(0, i), name[i], name[i + 1], name.slice(i + 2)]
        const wrong = {
          drop: `${before}${b}${after}`,
          double: `${before}${a}${a}${b}${after}`,
          swap: `${before}${b}${a}${after}`,
          change: `${before}#${b}${after}`,
        }[kind]
        expect(nearest(wrong ?? '', ['completely_different_thing', name])).toBe(name)
      }),
    )
  })

  it('is quick on hostile lengths', () => {
    expect(
      nearest(
        'a'.repeat(1_000_000),
        Array.from({ length: 500 }, (_, i) => `table_${i}`),
      ),
    ).toBeNull()
  })
})

describe('ids of objects', () => {
  it('come apart as they were put together', () => {
    const name = fc.string({ minLength: 1, unit: fc.constantFrom('a', 'Z', '.', '"', ' ', 'ß', '_', '%', '\\') })
    fc.assert(
      fc.property(fc.oneof(fc.constant('public'), name), name, (schema, table) => {
        expect(splitObjectId(objectId(schema, table))).toEqual({ schema, name: table })
      }),
    )
  })
})
