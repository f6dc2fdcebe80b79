import type { Link, Pool } from '../../model/link.ts'
import { AddressDraws } from '../draws/entropy.ts'
import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import type { Layout } from '../rows/layout.ts'
import { PoolIdentities } from '../rows/pool-identities.ts'
import type { Table } from '../rows/table.ts'
import { compileAncestor } from './ancestor.ts'
import { anyParent } from './any-parent.ts'
import { avoiding } from './avoid.ts'
import { countThen } from './count-then.ts'
import { compileEarlier } from './earlier.ts'
import { favoured, favourOf } from './favour.ts'
import { compileFirst } from './first.ts'
import { fittingParents } from './fitting.ts'
import type { Follower } from './follower.ts'
import { compilePair } from './pair.ts'
import { parentRing, type RingPick } from './parent-ring.ts'
import { compileRoot } from './root.ts'
import { compileUnder } from './under.ts'
import { compileWithin } from './within.ts'

/** Compiles a link into a function of the row. NULLs are drawn from the identity, after the parent. */
export function compileLink(table: Table, link: Link): Follower {
  const { compilation } = table
  const pool = link.parent.pool === null ? null : compilation.pool(link.parent.pool)
  // A link that leads nowhere may name a table that is not written.
  const parent = pool === null && link.choose.kind !== 'none' ? compilation.table(link.parent.table) : null
  const choose = compileChoice(table, link, parent, pool)
  const owns = link.name === table.plan.owner
  const identities = pool === null || !owns ? null : new PoolIdentities(pool, pool.identity ?? link.parent.columns)
  const drawn = link.nulls > 0 ? withNulls(table, link, choose) : choose
  const fixed = new Map(link.fixed)
  const chosen = table.hasGiven || fixed.size > 0 ? withGiven(table, link, drawn, { owns, fixed }) : drawn
  const parentRow = parent?.plan.skipped === undefined ? chosen : withoutSkipped(parent, link, chosen)
  return { link, table: parent, pool, identities, fixed, parentRow }
}

/** Rows that are given, and those of files, lead where they say; where they say nothing, as the others do. */
function withGiven(
  table: Table,
  link: Link,
  choose: (frame: Frame) => number,
  { owns, fixed }: Pick<Follower, 'fixed'> & { readonly owns: boolean },
): (frame: Frame) => number {
  const named = new Set(
    table.plan.columns
      .filter(({ name }) => link.columns.includes(name))
      .flatMap(({ fixed: values = [] }) => values.map(([row]) => row)),
  )
  return (frame) => {
    const parent = fixed.get(frame.row)
    if (parent !== undefined) return parent ?? -1
    if (!frame.given) return choose(frame)
    // The key is given and leads to a row that is not planned.
    if (named.has(frame.row)) return -1
    // Where others say above whom they stand, one that says nothing stands at the top: else it might stand below itself.
    if (link.choose.kind === 'earlier' && fixed.size > 0) return link.choose.itself ? frame.row : -1
    return owns ? frame.parent : choose(frame)
  }
}

/** A parent that is never written is none; beside rows of others, of which some may be gone, the next one takes its place where any would do. */
function withoutSkipped(parent: Table, { choose: by, where }: Link, choose: (frame: Frame) => number) {
  const { rows, adopted } = parent.plan
  const any = adopted !== undefined && by.kind === 'hash' && by.avoid === undefined && where === undefined
  return (frame: Frame): number => {
    const row = choose(frame)
    if (row === -1 || !parent.isSkipped(row)) return row
    for (let step = 1; any && step < rows; step++) {
      const next = (row + step) % rows
      if (!parent.isSkipped(next)) return next
    }
    return -1
  }
}

function withNulls(table: Table, link: Link, choose: (frame: Frame) => number): (frame: Frame) => number {
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, link.name, 'link nulls')
  const { nulls, held } = link
  const isHeld = (frame: Frame): boolean => held === 'first' && frame.j === 0 && frame.owner !== null
  return (frame) => (draws.at(frame).unit(0) < nulls && !isHeld(frame) ? -1 : choose(frame))
}

function compileChoice(table: Table, link: Link, parent: Table | null, pool: Pool | null): (frame: Frame) => number {
  const { choose } = link
  if (choose.kind === 'none') return () => -1
  const fit = fittingParents(link, parent)
  const all = pool === null ? (parent as Table).plan.rows : pool.rows.length
  const count = fit === null ? all : fit.rows.length
  const then = countThen(link, all, fit)
  const at = fit === null ? (place: number) => place : (place: number) => fit.at(place)
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, link.name, 'link')
  switch (choose.kind) {
    case 'blocks':
      if (table.plan.owner !== link.name)
        throw planError('second-owner', table.plan.id, `${link.name} spreads ${table.plan.id} but does not own it`)
      return (frame) => frame.parent
    case 'hash': {
      const ring = choose.favour === undefined ? parentRing(parent, count, at, choose.skew) : null
      if (ring !== null) return aroundRing(table, link, ring, { then, draws })
      const any = drawn(parent, choose, draws, { count, at })
      return choose.avoid === undefined
        ? (frame) => at(any(frame, then(frame.row)))
        : avoiding(table, link, choose.avoid, { count, fit }, any)
    }
    case 'permute': {
      const index = table.permutedIndex(choose)
      const digit = (frame: Frame, among: number): number => {
        const row = index.digit(frame, choose.digit)
        return row < among ? row : -1
      }
      if (choose.under !== undefined && fit === null)
        return compileUnder(table, link, choose.under, parent, (frame) => digit(frame, count))
      if (choose.first !== undefined) return compileFirst(table, choose.first, (frame) => at(digit(frame, count)))
      return choose.avoid === undefined
        ? (frame) => at(digit(frame, count))
        : avoiding(table, link, choose.avoid, { count, fit }, digit)
    }
    case 'pair':
      return compilePair(table, link, { then, at, parent, pool })
    case 'place': {
      const { first, skew } = choose
      return (frame) => {
        if (count <= 1 || (frame.j === 0 && !frame.given)) return first
        const row = anyParent(draws.at(frame), count - 1, skew)
        return row >= first ? row + 1 : row
      }
    }
    case 'earlier':
      if (parent !== table)
        throw planError(
          'not-a-self-reference',
          table.plan.id,
          `${link.name} leads to another table, it has no earlier rows`,
        )
      return compileEarlier(choose, draws)
    case 'within':
    case 'member':
      return compileWithin(table, link, parent, { then, fit }, draws)
    case 'root':
      return compileRoot(table, choose.link, choose.itself)
    case 'ancestor':
      return compileAncestor(table, choose.link)
    case 'first-child': {
      const children = parent as Table
      return (frame) => (children.layout as Layout).rowOf(frame.row, 0)
    }
    case 'implied':
      return implied(table, link, choose.by)
  }
}

/** As `avoiding` does: where there is no other parent, nowhere if the link may be NULL, else that one. */
function aroundRing(
  table: Table,
  { choose, nulls }: Link,
  ring: RingPick,
  { then, draws }: { readonly then: (row: number) => number; readonly draws: AddressDraws },
): (frame: Frame) => number {
  const avoid = choose.kind === 'hash' ? choose.avoid : undefined
  if (avoid === undefined) return (frame) => ring(draws.at(frame), then(frame.row))
  const place = table.linkPlace(avoid)
  return (frame) => {
    const among = then(frame.row)
    const other = ring(draws.at(frame), among, frame.parentRow(place))
    return other === -1 && nulls === 0 ? ring(draws.at(frame), among) : other
  }
}

/** Any parent, all alike, early ones rather, or by the personas of their users. */
function drawn(
  parent: Table | null,
  { skew, favour }: Extract<Link['choose'], { kind: 'hash' }>,
  draws: AddressDraws,
  { count, at }: { readonly count: number; readonly at: (place: number) => number },
): (frame: Frame, among: number) => number {
  if (favour === undefined) return (frame, among) => anyParent(draws.at(frame), among, skew)
  const weight = favourOf({ table: parent }, favour)
  const pick = favoured(count, (place) => weight(at(place)))
  return (frame, among) => pick(draws.at(frame), among)
}

/** The parent of a link that is filled by others: known where one of those leads to the same parents. */
function implied(table: Table, link: Link, by: readonly string[]): (frame: Frame) => number {
  const other = table.plan.links.findIndex(
    (candidate) =>
      candidate !== link &&
      by.includes(candidate.name) &&
      candidate.choose.kind !== 'implied' &&
      candidate.parent.table === link.parent.table &&
      candidate.parent.pool === link.parent.pool,
  )
  return other === -1 ? () => -1 : (frame) => frame.parentRow(other)
}
