import type { TablePlan } from '../../model/plan.ts'
import { hashKey } from '../draws/entropy.ts'
import { threefry, threefry13, type Words } from '../draws/threefry.ts'
import { handleIdentity } from '../keys/fixture-key.ts'

/** The identity of a root is its row number, from 0 to 2^53 - 1. */
export function rootIdentity(out: Words, row: number): void {
  out.hi = (row / 0x100000000) | 0
  out.lo = row | 0
}

/**
 * The key under which a parent numbers its children in one table: made once per parent. `tableKey` keeps the children of one parent in two
 * tables apart.
 */
export function siblingKey(out: Words, tableKey: Words, parent: Words): void {
  threefry(out, 20, tableKey.hi, tableKey.lo, parent.hi, parent.lo)
}

/** The identity of child `j` under the sibling key of its parent: siblings never collide (a bijection of j). */
export function childIdentity(out: Words, key: Words, j: number): void {
  threefry13(out, key.hi, key.lo, (j / 0x100000000) | 0, j | 0)
}

/** The identity of a row that was there already: a hash of its key as text, so it stays when other rows come or go. */
export function poolIdentity(table: string, key: readonly (string | null)[]): Words {
  return hashKey(table, 'pool', ...key.map((text) => (text === null ? 'n' : `t${text}`)))
}

/** The identity of a row that is given: a hash of its handle. */
export function givenIdentity(
  out: Words,
  table: { readonly plan: TablePlan; readonly compilation: { readonly seed: string } },
  place: number,
): void {
  const { id, fixtures = [] } = table.plan
  const { hi, lo } = handleIdentity(table.compilation.seed, id, fixtures[place]?.handle ?? '')
  out.hi = hi
  out.lo = lo
}

/** 16 digits. */
export const hexOf = ({ hi, lo }: Words): string =>
  `${(hi >>> 0).toString(16).padStart(8, '0')}${(lo >>> 0).toString(16).padStart(8, '0')}`
