import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashKey } from '../../src/values/draws/entropy.ts'
import { mixedRadixDigit } from '../../src/values/draws/mixed-radix.ts'
import { Permutation } from '../../src/values/draws/permute.ts'
import { chiSquareBound, chiSquareEven } from '../support/statistics.ts'

const sizes = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(4095, 4096, 4097, 10000))
const key = fc.string().map((text) => hashKey(text))
const upTo = (size: number): number[] => Array.from({ length: size }, (_, i) => i)

describe('a permutation', () => {
  test('takes every number to another one, and all are reached', () => {
    fc.assert(
      fc.property(sizes, key, (size, secret) => {
        const permutation = new Permutation(size, secret)
        const images = upTo(size).map((i) => permutation.at(i))
        expect(new Set(images).size).toBe(size)
        expect(images.every((image) => image >= 0 && image < size)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('is undone by its inverse, at any size up to 2^53', () => {
    const large = fc.integer({ min: 1, max: 53 }).chain((bits) => fc.integer({ min: 2 ** (bits - 1), max: 2 ** bits }))
    fc.assert(
      fc.property(large, key, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (size, secret, at) => {
        const permutation = new Permutation(size, secret)
        const index = Math.min(size - 1, Math.floor(at * size))
        const image = permutation.at(index)
        expect(Number.isInteger(image) && image >= 0 && image < size).toBe(true)
        expect(permutation.inverse(image)).toBe(index)
        expect(permutation.at(permutation.inverse(index))).toBe(index)
      }),
      { numRuns: 2000 },
    )
    for (const size of [2 ** 53, 2 ** 53 - 1, 2 ** 53 - 111]) {
      const permutation = new Permutation(size, hashKey('edge'))
      for (const index of [0, 1, size - 2, size - 1]) expect(permutation.inverse(permutation.at(index))).toBe(index)
    }
  })

  test.each([2, 3, 4])('of %i takes every order about equally often', (size) => {
    const orders = new Map<string, number>()
    for (let i = 0; i < 24000; i++) {
      const permutation = new Permutation(size, hashKey('small', String(i)))
      const order = upTo(size)
        .map((index) => permutation.at(index))
        .join()
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    const all = upTo(size).reduce((product, i) => product * (i + 1), 1)
    expect(orders.size).toBe(all)
    expect(chiSquareEven([...orders.values()])).toBeLessThan(chiSquareBound(all - 1))
  })

  test.each([5, 7, 10, 16, 31, 100])('of %i takes each number to each place, and neighbours apart', (size) => {
    const places = new Uint32Array(size * size)
    const distances = new Uint32Array(size - 1)
    const keys = 2000
    const permutation = new Permutation(size, hashKey('first'))
    for (let i = 0; i < keys; i++) {
      permutation.rekey(hashKey('places', String(i)))
      for (let index = 0; index < size; index++) places[index * size + permutation.at(index)]!++
      distances[((permutation.at(1) - permutation.at(0) + size) % size) - 1]!++
    }
    expect(chiSquareEven(places)).toBeLessThan(chiSquareBound((size - 1) ** 2))
    expect(chiSquareEven(distances)).toBeLessThan(chiSquareBound(size - 2))
  })

  test('of a large space sends neighbours anywhere', () => {
    const permutation = new Permutation(1e9, hashKey('large'))
    const buckets = new Uint32Array(100)
    const steps = new Uint32Array(100)
    for (let i = 0; i < 20000; i++) {
      const image = permutation.at(i)
      buckets[Math.floor(image / 1e7)]!++
      steps[Math.floor(((permutation.at(i + 1) - image + 1e9) % 1e9) / 1e7)]!++
    }
    expect(chiSquareEven(buckets)).toBeLessThan(chiSquareBound(99))
    expect(chiSquareEven(steps)).toBeLessThan(chiSquareBound(99))
  })

  test('refuses what is outside', () => {
    expect(() => new Permutation(0, hashKey('x'))).toThrow(RangeError)
    expect(() => new Permutation(2 ** 53 + 2, hashKey('x'))).toThrow(RangeError)
    expect(() => new Permutation(3, hashKey('x')).at(3)).toThrow(RangeError)
    expect(() => new Permutation(3, hashKey('x')).inverse(-1)).toThrow(RangeError)
  })
})

describe('digits', () => {
  test('are those of the number, exactly, up to 2^53', () => {
    const radices = fc.array(fc.integer({ min: 1, max: 2 ** 20 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(radices, fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }), (all, number) => {
        let rest = number
        for (const [i, radix] of all.entries()) {
          expect(mixedRadixDigit(Number(number), all, i)).toBe(Number(rest % BigInt(radix)))
          rest /= BigInt(radix)
        }
      }),
    )
  })
})
