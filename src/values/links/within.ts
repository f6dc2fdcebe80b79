import type { Choose, Link } from '../../model/link.ts'
import { planError } from '../compilation.ts'
import type { AddressDraws } from '../entropy.ts'
import type { Frame } from '../frame.ts'
import type { Layout, RowRange } from '../layout.ts'
import type { Table } from '../table.ts'
import { anyParent } from './any-parent.ts'

/**
 * A parent under the same ancestor as the row. Where the ancestor has none: nowhere if the link may be NULL (`nulls` above 0), else any
 * parent at all.
 */
export function compileWithin(
  table: Table,
  link: Link,
  parent: Table | null,
  parents: number,
  draws: AddressDraws,
): (frame: Frame) => number {
  const choose = link.choose as Extract<Choose, { kind: 'within' }>
  const ancestorRow = climb(table, choose.mine)
  const path = choose.theirs.length === 0 ? [] : descent(table, parent, choose.theirs)
  let ancestor = -2
  let ranges: readonly RowRange[] = []
  let count = 0
  return (frame) => {
    const row = ancestorRow(frame)
    draws.at(frame)
    if (row !== ancestor) {
      ancestor = row
      ranges = row === -1 ? [] : path.reduce(childRanges, [{ from: row, to: row + 1 }])
      count = ranges.reduce((sum, range) => sum + range.to - range.from, 0)
    }
    if (count === 0) return link.nulls > 0 ? -1 : anyParent(draws, parents, choose.skew)
    let rest = anyParent(draws, count, choose.skew)
    for (const range of ranges) {
      if (rest < range.to - range.from) return range.from + rest
      rest -= range.to - range.from
    }
    return -1
  }
}

/** The row that a chain of links leads to. */
function climb(table: Table, links: readonly string[]): (frame: Frame) => number {
  const places: number[] = []
  let at: Table | null = table
  for (const name of links) {
    if (at === null)
      throw planError('link-beyond-pool', table.plan.id, `${name} would start from rows that are not planned`)
    const place: number = at.linkPlace(name)
    places.push(place)
    const { pool, table: next }: Link['parent'] = (at.plan.links[place] as Link).parent
    at = pool === null ? at.compilation.table(next) : null
  }
  const last = places.pop()
  return (frame) => {
    let stand: Frame | null = frame
    for (const place of places) {
      stand = stand.up(place)
      if (stand === null) return -1
    }
    return last === undefined ? stand.row : stand.parentRow(last)
  }
}

/** The tables from below the ancestor down to the parent; each is owned by the one before. */
function descent(table: Table, parent: Table | null, links: readonly string[]): Table[] {
  const path: Table[] = []
  let at: Table | null = parent
  for (const name of links) {
    if (at === null)
      throw planError('link-beyond-pool', table.plan.id, `${name} would start from rows that are not planned`)
    const place: number = at.linkPlace(name)
    if (place !== at.owner) throw planError('not-the-owner', at.plan.id, `${name} does not own ${at.plan.id}`)
    path.unshift(at)
    const { pool, table: next }: Link['parent'] = (at.plan.links[place] as Link).parent
    at = pool === null ? at.compilation.table(next) : null
  }
  return path
}

const childRanges = (ranges: readonly RowRange[], table: Table): readonly RowRange[] =>
  ranges.flatMap((range) => (table.layout as Layout).childrenOf(range.from, range.to))
