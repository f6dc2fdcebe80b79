import { AddressDraws, hashKey } from '../draws/entropy.ts'
import { uuidText } from './uuid-text.ts'

/** 2024-01-01 in milliseconds: the time part of keys of rows that are given, and of the first root that is made. */
export const KEY_EPOCH = 1704067200000

/** The identity of a row that is given. */
export const handleIdentity = (seed: string, table: string, handle: string): { hi: number; lo: number } =>
  hashKey(seed, table, handle, 'fixture')

/**
 * The uuid that a fixture gets in a key column which nobody gives a value: of the seed, the table (as catalogs write its id: bare in `public`, `schema.name`
 * elsewhere), its handle and the column, and of nothing else. No database is asked.
 */
export function fixtureKey(seed: string, table: string, handle: string, column = 'id'): string {
  const identity = handleIdentity(seed, table, handle)
  return uuidText(...givenKeyWords(new AddressDraws(seed, table, column, 'uuid').at(identity)))
}

/** The four words of the key of a given row, in the layout of uuid version 7: a fixed time, and 74 bits drawn from its identity. */
export function givenKeyWords(draws: AddressDraws): [number, number, number, number] {
  const { hi } = draws.words(1)
  const { hi: third, lo: fourth } = draws.words(0)
  return [
    Math.floor(KEY_EPOCH / 65536),
    ((KEY_EPOCH % 65536) << 16) | 0x7000 | (hi & 0xfff),
    0x80000000 | (third & 0x3fffffff),
    fourth,
  ]
}
