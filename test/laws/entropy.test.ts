import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AddressDraws, hashKey } from '../../src/values/draws/entropy.ts'
import { threefry, threefry13, type Words } from '../../src/values/draws/threefry.ts'
import { childIdentity, poolIdentity, rootIdentity, siblingKey } from '../../src/values/rows/identity.ts'
import { chiSquareBound, chiSquareEven } from '../support/statistics.ts'

const words = (): Words => ({ hi: 0, lo: 0 })
const root = (row: number): Words => {
  const out = words()
  rootIdentity(out, row)
  return out
}
const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })

describe('threefry', () => {
  // Random123, tests/kat_vectors: rounds, counter, key, result.
  const known: readonly (readonly [number, string, string, string])[] = [
    [13, '00000000 00000000', '00000000 00000000', '9d1c5ec6 8bd50731'],
    [13, 'ffffffff ffffffff', 'ffffffff ffffffff', 'fd36d048 2d17272c'],
    [13, '243f6a88 85a308d3', '13198a2e 03707344', 'ba3e4725 f27d669e'],
    [20, '00000000 00000000', '00000000 00000000', '6b200159 99ba4efe'],
    [20, 'ffffffff ffffffff', 'ffffffff ffffffff', '1cb996fc bb002be7'],
    [20, '243f6a88 85a308d3', '13198a2e 03707344', 'c4923a9c 483df7a0'],
    [32, '00000000 00000000', '00000000 00000000', 'cee3d47e a23dfd5c'],
    [32, 'ffffffff ffffffff', 'ffffffff ffffffff', '6e2fe0d0 b1b76f82'],
    [32, '243f6a88 85a308d3', '13198a2e 03707344', 'e2827716 c3c05cdf'],
  ]
  const parse = (text: string): [number, number] => {
    const [hi = '', lo = ''] = text.split(' ')
    return [Number.parseInt(hi, 16) | 0, Number.parseInt(lo, 16) | 0]
  }

  test.each(known)('%i rounds of counter %s under key %s give %s', (rounds, counter, key, result) => {
    const out = words()
    threefry(out, rounds, ...parse(key), ...parse(counter))
    expect([out.hi, out.lo]).toEqual(parse(result))
  })

  test('the unrolled 13 rounds are the rolled ones', () => {
    fc.assert(
      fc.property(int32, int32, int32, int32, (k0, k1, c0, c1) => {
        const rolled = words()
        const unrolled = words()
        threefry(rolled, 13, k0, k1, c0, c1)
        threefry13(unrolled, k0, k1, c0, c1)
        expect(unrolled).toEqual(rolled)
      }),
    )
  })
})

describe('keys', () => {
  test('differ with the texts and with where one ends', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b)
        expect(JSON.stringify(hashKey(...a)) === JSON.stringify(hashKey(...b))).toBe(same)
      }),
    )
    expect(hashKey('ab', 'c')).not.toEqual(hashKey('a', 'bc'))
    expect(hashKey('a')).not.toEqual(hashKey('a', ''))
    expect(hashKey('a')).not.toEqual(hashKey('a\0'))
  })
})

describe('draws', () => {
  const draws = new AddressDraws('42', 'posts', 'title', 'draw')
  const samples = 40000

  test('are in range and do not depend on what was drawn before', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(40), fc.integer({ min: 1, max: 2 ** 53 }), (row, n, bound) => {
        const fresh = new AddressDraws('42', 'posts', 'title', 'draw').at(root(row))
        const unit = fresh.unit(n)
        expect(unit).toBeGreaterThanOrEqual(0)
        expect(unit).toBeLessThan(1)
        const below = draws.at(root(row)).below(n, bound)
        expect(below).toBeGreaterThanOrEqual(0)
        expect(below).toBeLessThan(bound)
        expect(Number.isInteger(below)).toBe(true)
        expect(draws.unit(n)).toBe(unit)
        expect(draws.bits(n)).toBe(fresh.bits(n))
      }),
    )
  })

  test('fill buckets evenly, for neighbouring rows and for neighbouring draws', () => {
    const rows = new Uint32Array(256)
    const numbers = new Uint32Array(256)
    for (let i = 0; i < samples; i++) {
      rows[draws.at(root(i)).below(0, 256)]!++
      numbers[draws.at(root(7)).below(i, 256)]!++
    }
    expect(chiSquareEven(rows)).toBeLessThan(chiSquareBound(255))
    expect(chiSquareEven(numbers)).toBeLessThan(chiSquareBound(255))
  })

  test('have as many ones as zeros in every bit', () => {
    const ones = new Float64Array(32)
    for (let i = 0; i < samples; i++) {
      const bits = draws.at(root(i)).bits(0)
      for (let bit = 0; bit < 32; bit++) ones[bit]! += (bits >>> bit) & 1
    }
    for (const count of ones) expect(Math.abs(count - samples / 2)).toBeLessThan(5 * Math.sqrt(samples / 4))
  })

  test('change in half of their bits when one bit of the identity changes', () => {
    const rows = 4000
    for (let bit = 0; bit < 48; bit++) {
      let changed = 0
      for (let i = 0; i < rows; i++) {
        const identity = root(i * 2654435761)
        const a = draws.at(identity).bits(0)
        if (bit < 32) identity.lo ^= 1 << bit
        else identity.hi ^= 1 << (bit - 32)
        changed += ones(a ^ draws.at(identity).bits(0))
      }
      expect(Math.abs(changed - rows * 16)).toBeLessThan(5 * Math.sqrt(rows * 8))
    }
  })

  test('of neighbouring rows, draws, columns, tables and seeds have nothing to do with each other', () => {
    const at = (i: number, n = 0, from = draws): number => from.at(root(i)).unit(n)
    const column = new AddressDraws('42', 'posts', 'titlf', 'draw')
    const table = new AddressDraws('42', 'postt', 'title', 'draw')
    const seed = new AddressDraws('43', 'posts', 'title', 'draw')
    const purpose = new AddressDraws('42', 'posts', 'title', 'nulls')
    const pairs: readonly ((i: number) => [number, number])[] = [
      (i) => [at(i), at(i + 1)],
      (i) => [at(i), at(i, 1)],
      (i) => [at(i), at(i, 0, column)],
      (i) => [at(i), at(i, 0, table)],
      (i) => [at(i), at(i, 0, seed)],
      (i) => [at(i), at(i, 0, purpose)],
    ]
    for (const pair of pairs) {
      const cells = new Uint32Array(64)
      for (let i = 0; i < samples; i++) {
        const [a, b] = pair(i)
        cells[8 * Math.floor(a * 8) + Math.floor(b * 8)]!++
      }
      expect(chiSquareEven(cells)).toBeLessThan(chiSquareBound(63))
    }
  })
})

describe('identities', () => {
  const tableKey = hashKey('42', 'comments', '', 'identity')
  const child = (parent: Words, j: number): string => {
    const key = words()
    const out = words()
    siblingKey(key, tableKey, parent)
    childIdentity(out, key, j)
    return `${out.hi} ${out.lo}`
  }

  test('of roots are their numbers, up to 2^53', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (row) => {
        const { hi, lo } = root(row)
        expect((hi >>> 0) * 2 ** 32 + (lo >>> 0)).toBe(row)
      }),
    )
  })

  test('of children are all different', () => {
    const seen = new Set<string>()
    for (let parent = 0; parent < 300; parent++) for (let j = 0; j < 100; j++) seen.add(child(root(parent), j))
    expect(seen.size).toBe(30000)
  })

  test('of gathered rows hang on their keys, NULL told from the text', () => {
    expect(poolIdentity('users', ['a', null])).toEqual(poolIdentity('users', ['a', null]))
    expect(poolIdentity('users', ['a', null])).not.toEqual(poolIdentity('users', ['a', 'n']))
    expect(poolIdentity('users', ['a'])).not.toEqual(poolIdentity('teams', ['a']))
  })
})

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
