import type { Choose, Link } from '../../model/link.ts'
import type { AddressDraws } from '../draws/entropy.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import { anyParent } from './any-parent.ts'
import { climb } from './climb.ts'
import type { Fitting } from './fitting.ts'
import { ITSELF, type Kin } from './kin.ts'

type Within = Extract<Choose, { kind: 'within' | 'member' }>

/**
 * A parent under the same ancestor as the row. Where the ancestor has none: nowhere if the link may be NULL, else any parent at all. `then` tells
 * how many parents (that fit) there were when a row was made.
 */
export function compileWithin(
  table: Table,
  link: Link,
  parent: Table | null,
  { then, fit }: { readonly then: (row: number) => number; readonly fit: Fitting | null },
  draws: AddressDraws,
): (frame: Frame) => number {
  const choose = link.choose as Within
  const ways = [choose, ...(choose.kind === 'within' ? (choose.or ?? []) : [])]
  const ancestors = ways.map(({ mine }) => climb(table, mine))
  const avoid = choose.kind === 'within' && choose.avoid !== undefined ? table.linkPlace(choose.avoid) : null
  const nowhere = link.nulls > 0 || choose.lone === 'nowhere'
  // Looked for when first needed: members may themselves be found among rows of this table.
  const kins: Kin[] = []
  return (frame) => {
    const way = ancestors.findIndex((ancestorOf) => ancestorOf(frame) !== -1)
    const parents = then(frame.row)
    const limit = fit === null ? parents : fit.at(parents - 1) + 1
    const forbidden = avoid === null ? -1 : frame.parentRow(avoid)
    draws.at(frame)
    if (way !== -1) {
      const ancestor = (ancestors[way] as (frame: Frame) => number)(frame)
      const kin = kins[way] ?? candidatesOf(table, { ...choose, ...ways[way] }, parent, fit)
      kins[way] = kin
      const candidates = kin.count(ancestor, limit)
      if (candidates > 0) {
        const place = anyParent(draws, candidates, choose.skew)
        const row = kin.at(ancestor, place)
        // An invitation that nobody has taken is a member who leads nowhere.
        const found = row === -1 && !nowhere ? anyLeading(kin, ancestor, candidates) : row
        if (found !== forbidden) return found
        if (candidates > 1) return kin.at(ancestor, (place + 1) % candidates)
      }
    }
    if (nowhere) return -1
    const place = anyParent(draws, parents, choose.skew)
    const at = (index: number): number => (fit === null ? index : fit.at(index))
    return at(place) === forbidden ? at((place + 1) % parents) : at(place)
  }
}

/** The first that leads somewhere, -1 where none does. */
function anyLeading(kin: Kin, ancestor: number, candidates: number): number {
  for (let place = 0; place < candidates; place++) if (kin.at(ancestor, place) !== -1) return kin.at(ancestor, place)
  return -1
}

/** Rows that a link may lead to, by the ancestor that they are under; of rows that are not planned (`parent` null) only the ancestor itself. */
export function candidatesOf(table: Table, choose: Within, parent: Table | null, fit: Fitting | null = null): Kin {
  const kin = kinOfChoice(table, choose, parent)
  return fit === null ? kin : fittingKin(kin, fit)
}

function kinOfChoice(table: Table, choose: Within, parent: Table | null): Kin {
  if (choose.kind === 'member') return membersOf(table, choose)
  return parent === null ? ITSELF : parent.kin(choose.theirs)
}

/** Those of them that the link may lead to; looked for once for each ancestor in turn. */
function fittingKin(kin: Kin, fit: Fitting): Kin {
  let known = -1
  let rows: number[] = []
  const look = (ancestor: number): void => {
    if (ancestor === known) return
    known = ancestor
    const count = kin.count(ancestor, Number.POSITIVE_INFINITY)
    rows = Array.from({ length: count }, (_, place) => kin.at(ancestor, place)).filter((row) => fit.placeOf(row) !== -1)
  }
  return {
    count(ancestor, limit) {
      look(ancestor)
      return rows.filter((row) => row < limit).length
    },
    at(ancestor, place) {
      look(ancestor)
      return rows[place] ?? -1
    },
  }
}

/** Where the members under an ancestor lead. A member that leads nowhere counts as nobody. */
function membersOf(table: Table, choose: Extract<Choose, { kind: 'member' }>): Kin {
  const members = table.compilation.table(choose.among)
  const kin = members.kin(choose.theirs)
  const place = members.linkPlace(choose.to)
  const frame = new Frame(members)
  const ownerOf =
    choose.owner === undefined ? () => -1 : ownersOf(table.compilation.table(choose.owner.table), choose.owner.link)
  const member = (ancestor: number, at: number): number => frame.seek(kin.at(ancestor, at)).parentRow(place)
  return {
    count: (ancestor, limit) =>
      kin.count(ancestor, members.plan.rows) || (ownerOf(ancestor) === -1 || ownerOf(ancestor) >= limit ? 0 : 1),
    at: (ancestor, at) => (kin.count(ancestor, members.plan.rows) > 0 ? member(ancestor, at) : ownerOf(ancestor)),
  }
}

function ownersOf(table: Table, link: string): (row: number) => number {
  const frame = new Frame(table)
  const place = table.linkPlace(link)
  return (row) => frame.seek(row).parentRow(place)
}
