import type { Choose } from '../../model/link.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { lineage } from './ancestor.ts'
import { climb } from './climb.ts'
import type { Follower } from './follower.ts'
import { underOf } from './under.ts'

/** How many rows a link of the table has for the children of a parent. */
export function roomUnder(table: Table, name: string): (parent: number) => number {
  const place = table.linkPlace(name)
  const { choose } = table.plan.links[place] as { choose: Choose }
  const owner = (table.links[table.owner] as Follower).table
  const target = (table.links[place] as Follower).table
  if (owner === null) return () => Number.POSITIVE_INFINITY
  const frame = new Frame(owner)
  if (choose.kind === 'ancestor') {
    const link = owner.linkPlace(choose.link)
    return (parent) => lineage(frame.seek(parent), link)
  }
  if (choose.kind !== 'permute' || choose.under === undefined) return () => Number.POSITIVE_INFINITY
  const kin = underOf(table, choose.under, target)
  const ancestorOf = climb(owner, choose.under.mine.slice(1))
  const count = target?.plan.rows ?? 0
  return (parent) => {
    const ancestor = ancestorOf(frame.seek(parent))
    return ancestor === -1 ? count : kin.count(ancestor, count)
  }
}
