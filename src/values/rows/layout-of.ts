import { childrenOf } from '../../model/children-of.ts'
import type { DealtChildren, Link, Spread } from '../../model/link.ts'
import { AddressDraws } from '../draws/entropy.ts'
import { naturalWeight } from '../draws/natural-weight.ts'
import type { Words } from '../draws/threefry.ts'
import { favourOf } from '../links/favour.ts'
import { fittingParents } from '../links/fitting.ts'
import type { Follower } from '../links/follower.ts'
import { roomUnder } from '../links/room-under.ts'
import { planError } from './compilation.ts'
import { Frame } from './frame.ts'
import { type Generation, Layout } from './layout.ts'
import { reachableFrom } from './reachable-from.ts'
import { spread } from './spread.ts'
import type { Table } from './table.ts'

/** Shares the rows of a table out among its owners, generation by generation. */
export function layoutOf(table: Table, link: Link): Layout {
  if (link.choose.kind !== 'blocks')
    throw planError('owner-without-blocks', table.plan.id, `${link.name} owns ${table.plan.id} but has no spread`)
  const order = link.choose.spread
  const now = order.generations.at(-1)
  if (now === undefined || now.rows !== table.plan.rows) {
    throw planError(
      'generations-do-not-add-up',
      table.plan.id,
      `${link.name} spreads ${now?.rows ?? 'no'} rows, ${table.plan.id} has ${table.plan.rows}`,
    )
  }
  if (order.each !== undefined) return dealtOut(table, link, order, order.each)
  const { phases, weights } = chances(
    table,
    link,
    order,
    Math.max(...order.generations.map((generation) => generation.parents)),
  )
  const generations: Generation[] = []
  let floors: Uint32Array | undefined
  let allGiven = 0
  const owning = owningParents(table, link, order)
  const able = reachableFrom(table, order)
  const limits = order.limit === undefined ? null : roomUnder(table, order.limit)
  for (const { rows, parents, given = 0, reach, idle } of order.generations) {
    allGiven += given
    if (floors !== undefined && parents < floors.length) {
      throw planError(
        'parents-went',
        table.plan.id,
        `${link.name} has ${parents} parents, an earlier generation had ${floors.length}`,
      )
    }
    const chosen = able === null ? owning : able(owning, parents, reach, floors)
    const room = limits === null ? null : roomIn(limits, chosen, parents, floors, order)
    const bounds = withIdle(room !== null && room.total >= rows - allGiven ? room.bounds : null, parents, idle)
    const counts = among(chosen, parents, floors, (floorsOfThem, pick) =>
      spread({
        total: rows - allGiven,
        bounds: bounds === null ? undefined : pick(bounds),
        phases: pick(phases.subarray(0, parents)),
        weights: weights === null ? null : pick(weights.subarray(0, parents)),
        min: order.min,
        max: order.max,
        floors: floorsOfThem,
      }),
    )
    generations.push({ counts, given })
    floors = counts
  }
  return new Layout(generations)
}

/** Each generation has what its parents are dealt. */
function dealtOut({ plan }: Table, link: Link, { generations }: Spread, each: DealtChildren): Layout {
  let allGiven = 0
  return new Layout(
    generations.map(({ rows, parents, given = 0 }) => {
      allGiven += given
      const counts = childrenOf(each, parents)
      const dealt = counts.reduce((sum, count) => sum + count, 0)
      if (dealt !== rows - allGiven)
        throw planError(
          'generations-do-not-add-up',
          plan.id,
          `${link.name} deals out ${dealt} rows, ${plan.id} has ${rows - allGiven}`,
        )
      return { counts, given }
    }),
  )
}

/** Parents that are not there get no more than they have (floors are stronger than bounds). */
function withIdle(bounds: Float32Array | null, parents: number, idle: readonly number[] = []): Float32Array | null {
  if (idle.length === 0) return bounds
  const both = bounds === null ? new Float32Array(parents).fill(Number.POSITIVE_INFINITY) : bounds.slice()
  for (const parent of idle) both[parent] = 0
  return both
}

/** How many rows each parent may own by the link that limits them, and all of those together that may own rows at all. */
function roomIn(
  limits: (parent: number) => number,
  owning: readonly number[] | null,
  parents: number,
  floors: Uint32Array | undefined,
  { min, max }: Spread,
): { readonly bounds: Float32Array; readonly total: number } {
  const bounds = Float32Array.from({ length: parents }, (_, parent) => limits(parent))
  const most = (parent: number): number =>
    Math.max(Math.min(bounds[parent] as number, max ?? Number.POSITIVE_INFINITY), min, floors?.[parent] ?? 0)
  const chosen = owning ?? Array.from(bounds.keys())
  return { bounds, total: chosen.reduce((sum, parent) => (parent < parents ? sum + most(parent) : sum), 0) }
}

/** The rows that there is room for where a link limits the children of each parent; null: nothing limits them. */
export function roomOf(table: Table): number | null {
  const order = table.owner === -1 ? undefined : table.plan.links[table.owner]?.choose
  if (order?.kind !== 'blocks' || order.spread.limit === undefined) return null
  const now = order.spread.generations.at(-1)
  if (now === undefined) return null
  const owning = owningParents(table, table.plan.links[table.owner] as Link, order.spread)
  const able = reachableFrom(table, order.spread)
  const chosen = able === null ? owning : able(owning, now.parents, now.reach, undefined)
  return roomIn(roomUnder(table, order.spread.limit), chosen, now.parents, undefined, order.spread).total
}

/** The parents that may own rows, ascending; null: all. */
function owningParents(table: Table, link: Link, order: Spread): number[] | null {
  const closed = new Set(order.closed)
  const conditions = link.where ?? []
  if (order.only === undefined && closed.size === 0 && conditions.length === 0) return null
  const parent = link.parent.pool === null ? table.compilation.table(link.parent.table) : null
  const count = parent?.plan.rows ?? table.compilation.pool(link.parent.pool as string).rows.length
  const fit = fittingParents(link, parent)
  const able = fit === null ? Array.from({ length: count }, (_, row) => row) : [...fit.rows]
  const open = able.filter((row) => !closed.has(row))
  return parent === null || order.only === undefined ? open : open.filter((row) => !parent.isMade(row))
}

/** Spreads over some of the parents only; the others own nothing. */
function among(
  owning: readonly number[] | null,
  parents: number,
  floors: Uint32Array | undefined,
  spreadOver: (floors: Uint32Array | undefined, pick: (all: Float32Array) => Float32Array) => Uint32Array,
): Uint32Array {
  if (owning === null) return spreadOver(floors, (all) => all)
  const chosen = owning.filter((parent) => parent < parents)
  const known = floors === undefined ? undefined : floors.length
  const floorsOfThem =
    floors === undefined
      ? undefined
      : Uint32Array.from(
          chosen.filter((parent) => parent < (known as number)).map((parent) => floors[parent] as number),
        )
  const some = spreadOver(floorsOfThem, (all) => Float32Array.from(chosen, (parent) => all[parent] as number))
  const counts = new Uint32Array(parents)
  for (const [at, parent] of chosen.entries()) counts[parent] = some[at] as number
  return counts
}

/** Phase and weight of each parent, from its identity: 32-bit floats, which are plenty, ties being settled. */
function chances(
  table: Table,
  link: Link,
  order: Spread,
  parents: number,
): { phases: Float32Array; weights: Float32Array | null } {
  const draws = new AddressDraws(table.compilation.seed, table.plan.id, link.name, 'spread')
  const phases = new Float32Array(parents)
  const weights = order.law.kind === 'even' && order.favour === undefined ? null : new Float32Array(parents)
  const sigma = order.law.kind === 'even' ? 0 : order.law.sigma
  const identity = identities(table)
  const favour = favourOf(table.links[table.owner] as Follower, order.favour)
  for (let p = 0; p < parents; p++) {
    draws.at(identity(p))
    phases[p] = 1 - draws.unit(0)
    if (weights !== null) weights[p] = (sigma === 0 ? 1 : naturalWeight(draws, 1, sigma)) * favour(p)
  }
  return { phases, weights }
}

function identities(table: Table): (parent: number) => Words {
  const owner = table.links[table.owner] as Follower
  const out: Words = { hi: 0, lo: 0 }
  if (owner.table === null) {
    return (parent) => {
      owner.identities?.read(parent, out)
      return out
    }
  }
  const frame = new Frame(owner.table)
  return (parent) => frame.seek(parent)
}
