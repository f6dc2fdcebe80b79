import type { Link, Under } from '../../model/link.ts'
import { hashKey } from '../draws/entropy.ts'
import { Permutation } from '../draws/permute.ts'
import { threefry, type Words } from '../draws/threefry.ts'
import type { Frame } from '../rows/frame.ts'
import type { Layout } from '../rows/layout.ts'
import type { Table } from '../rows/table.ts'
import { climb } from './climb.ts'
import { countThen } from './count-then.ts'
import type { Kin } from './kin.ts'
import { candidatesOf } from './within.ts'

/**
 * Rows under the ancestor of the owner, each once, in an order of the owner's own: the j-th child leads to the j-th of them. Where there were fewer when earlier
 * children were made, these keep theirs. Beyond them come any rows, each once. `otherwise`: for rows that stand in no block.
 */
export function compileUnder(
  table: Table,
  link: Link,
  under: Under,
  parent: Table | null,
  otherwise: (frame: Frame) => number,
): (frame: Frame) => number {
  const ancestorOf = climb(table, under.mine)
  const key = hashKey(table.compilation.seed, table.plan.id, link.name, 'under')
  const count = parent?.plan.rows ?? 0
  const then = countThen(link, count)
  const keyed: Words = { hi: 0, lo: 0 }
  let kin: Kin | null = null
  let known = -1
  let order: readonly number[] = []
  /** Where the children of an owner lead, one after the other. */
  const dealt = (frame: Frame, ancestor: number, among: Kin): number[] => {
    threefry(keyed, 20, key.hi, key.lo, frame.ownerIdentity.hi, frame.ownerIdentity.lo)
    const taken = new Set<number>()
    const layout = table.layout as Layout
    const children = layout.childCount(frame.parent)
    for (let j = 0; j < children; ) {
      const limit = then(layout.rowOf(frame.parent, j))
      const candidates = among.count(ancestor, limit)
      const permutation = new Permutation(Math.max(1, candidates), keyed)
      const before = taken.size
      for (let at = 0; at < candidates && j < children && then(layout.rowOf(frame.parent, j)) === limit; at++) {
        const row = among.at(ancestor, permutation.at(at))
        if (row === -1 || taken.has(row)) continue
        taken.add(row)
        j++
      }
      if (taken.size === before) break
    }
    const anybody = new Permutation(Math.max(1, count), keyed)
    for (let at = 0; at < count && taken.size < children; at++) taken.add(anybody.at(at))
    return [...taken]
  }
  return (frame) => {
    if (frame.given || frame.parent === -1) return otherwise(frame)
    const ancestor = ancestorOf(frame)
    if (ancestor === -1) return otherwise(frame)
    if (known !== frame.parent) {
      kin ??= underOf(table, under, parent)
      order = dealt(frame, ancestor, kin)
      known = frame.parent
    }
    return order[frame.j] ?? otherwise(frame)
  }
}

/** Rows that the link may lead to by their ancestor. */
export const underOf = (table: Table, { theirs, among, to }: Under, parent: Table | null): Kin =>
  candidatesOf(
    table,
    among === undefined || to === undefined
      ? { kind: 'within', mine: [], theirs, skew: 0 }
      : { kind: 'member', mine: [], theirs, among, to, skew: 0 },
    parent,
  )
