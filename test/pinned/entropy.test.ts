import { expect, test } from 'vitest'
import { AddressDraws, hashKey } from '../../src/values/draws/entropy.ts'
import { naturalWeight } from '../../src/values/draws/natural-weight.ts'
import type { Words } from '../../src/values/draws/threefry.ts'
import { childIdentity, poolIdentity, rootIdentity, siblingKey } from '../../src/values/rows/identity.ts'
import { spread } from '../../src/values/rows/spread.ts'

// What seed 42 yields. Changing anything here changes the data of everyone: a breaking change.

const hex = ({ hi, lo }: Words): string => [hi, lo].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ')
const root = (row: number): Words => {
  const out = { hi: 0, lo: 0 }
  rootIdentity(out, row)
  return out
}

test('keys', () => {
  expect(hex(hashKey('42', 'posts', 'title', 'draw'))).toBe('7296e2aa 99351886')
  expect(hex(hashKey('42', 'posts', '', 'identity'))).toBe('df0dcd9e 5540abef')
  expect(hex(hashKey('', 'naïve 😀', 'ab'))).toBe('e15e3125 639eef49')
})

test('draws', () => {
  const draws = new AddressDraws('42', 'posts', 'title', 'draw')
  const of = (row: number): unknown[] => {
    draws.at(root(row))
    return [draws.unit(0), draws.unit(1), draws.below(2, 1000), draws.below(9, 2 ** 53), draws.bits(3), draws.unit(100)]
  }
  expect(of(0)).toEqual([
    0.22934110915938877, 0.9849001530941578, 710, 178044867101818, 1573006824, 0.36800028716051414,
  ])
  expect(of(1)).toEqual([
    0.8897770467532188, 0.3745639237912549, 901, 6570286830876977, 1830615535, 0.030615475126444136,
  ])
  expect(of(2 ** 40 + 7)).toEqual([
    0.2760814218775359, 0.5031771546361908, 224, 5053673249965188, 431824422, 0.8872546249371737,
  ])
})

test('identities', () => {
  const key = { hi: 0, lo: 0 }
  const child = { hi: 0, lo: 0 }
  siblingKey(key, hashKey('42', 'comments', '', 'identity'), root(7))
  childIdentity(child, key, 0)
  expect(hex(child)).toBe('25de9229 b417ed0f')
  childIdentity(child, key, 1)
  expect(hex(child)).toBe('ec3d5978 03e055b7')
  expect(hex(poolIdentity('auth.users', ['0b5fa1f8-6e3c-4a27-b1f5-3f0f1b0a7c11', null]))).toBe('a3d98ec7 0fda1914')
})

test('weights and spread', () => {
  const draws = new AddressDraws('42', 'posts', 'user_id', 'spread')
  const weights = Array.from({ length: 12 }, (_, p) => naturalWeight(draws.at(root(p)), 1, 0.6))
  const phases = Array.from({ length: 12 }, (_, p) => 1 - draws.at(root(p)).unit(0))
  expect(weights.slice(0, 4)).toEqual([1.2062999071005711, 1.2999637826129458, 1.8331456474745969, 1.1736646770728447])
  expect([...spread({ total: 60, weights, phases, min: 0, max: null })]).toEqual([6, 7, 9, 6, 5, 4, 3, 7, 4, 2, 3, 4])
  expect([...spread({ total: 64, weights: null, phases, min: 0, max: null })]).toEqual([
    6, 6, 5, 6, 5, 5, 5, 5, 5, 6, 5, 5,
  ])
})
