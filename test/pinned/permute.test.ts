import { expect, test } from 'vitest'
import { hashKey } from '../../src/values/draws/entropy.ts'
import { Permutation } from '../../src/values/draws/permute.ts'

// What seed 42 yields. Changing anything here changes the data of everyone: a breaking change.

const key = hashKey('42', 'posts', 'slug', 'permute')
const first = (size: number, count: number): number[] => {
  const permutation = new Permutation(size, key)
  return Array.from({ length: count }, (_, index) => permutation.at(index))
}

test('permutations', () => {
  expect(first(2, 2)).toEqual([0, 1])
  expect(first(10, 10)).toEqual([6, 2, 8, 0, 3, 4, 9, 1, 7, 5])
  expect(first(1000, 8)).toEqual([913, 32, 499, 840, 631, 246, 295, 668])
  expect(first(2 ** 32, 6)).toEqual([2500908083, 3837423352, 404236820, 506802606, 757097557, 3908476453])
  expect(first(2 ** 53, 6)).toEqual([
    4225853524039937, 27588775633739, 1464067400926983, 2342156459622020, 5499903901204769, 5689943473576987,
  ])
})
