import type { Choose, Spread } from '../../model/link.ts'
import { climb } from '../links/climb.ts'
import { fittingParents } from '../links/fitting.ts'
import type { Follower } from '../links/follower.ts'
import { candidatesOf } from '../links/within.ts'
import { Frame } from './frame.ts'
import type { Table } from './table.ts'

/** Those of some parents (null: all of the first `parents`) that may own rows. */
type Narrow = (
  owning: readonly number[] | null,
  parents: number,
  reach: readonly number[] | undefined,
  floors: ArrayLike<number> | undefined,
) => readonly number[] | null

/**
 * Parents under whose ancestors every link of `with` finds a row; those that own rows already stay. Where there are none, all own. Null where nothing
 * is asked.
 */
export function reachableFrom(table: Table, order: Spread): Narrow | null {
  const { with: names = [] } = order
  if (names.length === 0) return null
  const tests = names.map((name) => reaching(table, name))
  return (owning, parents, reach, floors) => {
    const all = owning ?? Array.from({ length: parents }, (_, row) => row)
    const able = all.filter(
      (parent) =>
        (floors !== undefined && (floors[parent] ?? 0) > 0) || tests.every((test, i) => test(parent, reach?.[i])),
    )
    return able.some((parent) => parent < parents) ? able : owning
  }
}

/** Does a parent's ancestor have a row that the link could lead to, among the first `limit` ones? */
function reaching(table: Table, name: string): (parent: number, limit: number | undefined) => boolean {
  const place = table.linkPlace(name)
  const { choose } = table.plan.links[place] as { choose: Choose }
  if (choose.kind !== 'within') return () => true
  const owner = table.links[table.owner] as Follower
  const target = (table.links[place] as Follower).table
  const { link } = table.links[place] as Follower
  const kin = candidatesOf(table, choose, target, fittingParents(link, target))
  const most = target?.plan.rows ?? Number.POSITIVE_INFINITY
  const [, ...above] = choose.mine
  const least = choose.avoid === undefined ? 0 : 1
  if (owner.table === null || above.length === 0) return (parent, limit) => kin.count(parent, limit ?? most) > least
  const frame = new Frame(owner.table)
  const ancestorOf = climb(owner.table, above)
  return (parent, limit) => {
    const ancestor = ancestorOf(frame.seek(parent))
    return ancestor === -1 || kin.count(ancestor, limit ?? most) > least
  }
}
