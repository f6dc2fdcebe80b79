import type { AllotConstraints, DistributeOptions, Relaxable, Relaxation } from '../../model/allotting/allotment.ts'
import type { Association } from '../../model/allotting/association.ts'
import type { AssociatedRow, AssociationWish, RowWeights } from '../../model/allotting/association-wish.ts'
import { readAllowance } from '../../values/allot/allowance.ts'
import { capacityOf } from '../../values/allot/bounds.ts'
import { memberOf } from '../../values/allot/member-of.ts'
import { RELAXATION_ORDER } from '../../values/allot/relaxation-order.ts'
import { fittingPairs } from './fitting-pairs.ts'
import type { Parties } from './parties.ts'
import { rowOf as numberOf } from './seeing.ts'

type Row = AssociatedRow

/** Rows that take part have one. */
const rowOf = (row: Row): number => numberOf(row) as number

export type RowOptions = DistributeOptions<Row, Row> & { readonly spell: (target: Row) => string }

/** What is asked of sharing out, now. */
export interface Asked {
  readonly options: RowOptions
  /** What gave way before anything is shared out. */
  readonly relaxations: readonly Relaxation[]
}

interface Given {
  readonly seed: string
  readonly now: number
  /** Of the table that joins, or of the association itself. */
  readonly total: number | null
  /** Makes items that are missing; null where nobody can. */
  readonly synthesize: ((index: number) => Row) | null
}

/** Bounds, less what is there; items and targets that are left. */
export function askOf(association: Association, parties: Parties, given: Given): Asked {
  const { wish, via } = association
  const { there, table } = parties
  const once = isOnce(association)
  const items = parties.items.filter((row) =>
    via.kind === 'source' ? rowOf(row) >= table.present : !once || !there.items.has(rowOf(row)),
  )
  const bounds = boundsOf(association)
  // More of them than there are: anybody may get one.
  const isMore = via.kind === 'join' && given.total !== null && given.total > there.pairs
  const targets = parties.targets.filter(
    (row, at) => isMore || isOpen(association, parties, row, bounds.lower(row, at)),
  )
  const places = new Map(parties.targets.map((row, at) => [row, at]))
  const { total, order, relaxations } = totalOf(association, parties, items.length, given.total)
  const usual = total === null && !once ? usualTotal(parties, items.length, targets, bounds, places) : null
  const raised = raisedMax(association, parties, items.length, bounds.upper)
  const limits = limitsOf(association, parties, bounds, raised?.applied ?? null, { targets, places })
  const constraints: AllotConstraints<Row, Row> = {
    ...rulesOf(association, parties, given.now),
    ...limits,
    ...((total ?? usual) === null ? {} : { totalItems: total ?? usual ?? 0 }),
    uniqueness: once ? 'item' : 'pair',
  }
  return {
    relaxations: [...relaxations, ...(raised === null ? [] : [raised])],
    options: {
      ...{ items, targets, constraints, strategy: wish.strategy, onConflict: wish.onConflict },
      ...(order === null ? {} : { relaxationOrder: order }),
      ...(wish.weights === null ? {} : { weights: weightsOf(wish.weights, places) }),
      ...(wish.itemWeights === null ? {} : { itemWeights: weightsOf(wish.itemWeights, placesOf(parties.items)) }),
      ...shortageOf(wish, given.synthesize),
      ...(wish.custom === null ? {} : { custom: wish.custom as unknown as NonNullable<RowOptions['custom']> }),
      seed: JSON.stringify([given.seed, association.name]),
      ...namesBy(parties),
    },
  }
}

/** Rows are known by their identity: keys that the database counts are others before and after they are written. */
function namesBy({ items, source, target }: Parties): Pick<RowOptions, 'keyOf' | 'spell'> & object {
  const sources = new Set(items)
  return {
    keyOf: (row: Row) => {
      const number = numberOf(row)
      return number === undefined ? String(row.id) : (sources.has(row) ? source : target).identity(number)
    },
    spell: (row) => target.label(rowOf(row)),
  }
}

/** Shares, groups, and what may go where. */
function rulesOf(association: Association, parties: Parties, now: number): AllotConstraints<Row, Row> {
  const { categoryBalance, categoryOf, dateDistribution, dateOf, perGroup } = association.wish.constraints
  const allowed = allowedOf(association, parties, now)
  const rules = Object.entries({ categoryBalance, categoryOf, dateDistribution, dateOf, perGroup, allowed })
  return Object.fromEntries(rules.filter(([, rule]) => rule !== undefined))
}

const placesOf = (rows: readonly Row[]): ReadonlyMap<Row, number> => new Map(rows.map((row, at) => [row, at]))

/** Does each item go to one target at most? */
function isOnce({ via, wish, limits }: Association): boolean {
  const { uniqueness, categoryBalance, dateDistribution } = wish.constraints
  if (via.kind === 'source' || limits.onePerItem || ['one_to_one', 'custom'].includes(wish.strategy)) return true
  return uniqueness === undefined
    ? categoryBalance !== undefined || dateDistribution !== undefined
    : uniqueness === 'item'
}

interface Bounds {
  readonly lower: (row: Row, at: number) => number
  readonly upper: (row: Row, at: number) => number
}

/** What each target is to have in the end. */
export function boundsOf({ via, wish, limits }: Association): Bounds {
  const { minPerTarget = 0, maxPerTarget = Number.POSITIVE_INFINITY, capacity } = wish.constraints
  const own = capacityOf(capacity as never)
  const one = limits.onePerTarget || wish.strategy === 'one_to_one' ? 1 : Number.POSITIVE_INFINITY
  const least = via.kind === 'target' && via.required ? Math.max(1, minPerTarget) : minPerTarget
  return {
    lower: (row, at) => Math.max(least, Number(own?.(row as never, at).min ?? 0)),
    upper: (row, at) => Math.min(maxPerTarget, one, Number(own?.(row as never, at).max ?? Number.POSITIVE_INFINITY)),
  }
}

/** Rows that are written lead where they lead; a target that has what it must keeps what it has. */
function isOpen({ via }: Association, { there, table, target }: Parties, row: Row, least: number): boolean {
  const number = rowOf(row)
  if (via.kind === 'source') return true
  if (via.kind === 'target') return number >= table.present
  return table.present === 0 || number >= target.present || (there.byTarget.get(number)?.size ?? 0) < least
}

/** Bounds of all targets, or of each where it has a part already. */
function limitsOf(
  { via, wish, limits }: Association,
  { there }: Parties,
  { lower, upper }: Bounds,
  raised: number | null,
  { targets, places }: { readonly targets: readonly Row[]; readonly places: ReadonlyMap<Row, number> },
): Pick<AllotConstraints<Row, Row>, 'minPerTarget' | 'maxPerTarget' | 'capacity'> {
  const { minPerTarget, maxPerTarget, capacity } = wish.constraints
  const has = (row: Row): number => there.byTarget.get(rowOf(row))?.size ?? 0
  if (raised === null && !targets.some((row) => has(row) > 0)) {
    const least = via.kind === 'target' && via.required ? Math.max(1, minPerTarget ?? 0) : minPerTarget
    const most = limits.onePerTarget ? Math.min(1, maxPerTarget ?? 1) : maxPerTarget
    return {
      ...(least === undefined ? {} : { minPerTarget: least }),
      ...(most === undefined ? {} : { maxPerTarget: most }),
      ...(capacity === undefined ? {} : { capacity }),
    }
  }
  return {
    ...(maxPerTarget === undefined ? {} : { maxPerTarget: Math.max(maxPerTarget, raised ?? 0) }),
    capacity: (row) => {
      const at = places.get(row) ?? 0
      const max = Math.max(0, Math.max(upper(row, at), raised ?? 0) - has(row))
      return { min: Math.min(max, Math.max(0, lower(row, at) - has(row))), ...(Number.isFinite(max) ? { max } : {}) }
    },
  }
}

interface Total {
  readonly total: number | null
  readonly order: readonly Relaxable[] | null
  readonly relaxations: readonly Relaxation[]
}

/** How many are placed now. Rows that must lead somewhere all do, so their number never gives way. */
function totalOf(
  { via, wish }: Association,
  { there, items: all, table }: Parties,
  items: number,
  said: number | null,
): Total {
  const left = said === null ? null : Math.max(0, said - there.pairs)
  if (via.kind !== 'source' || !via.required || wish.onConflict === 'partial')
    return { total: left, order: wish.relaxationOrder, relaxations: [] }
  const order = (wish.relaxationOrder ?? RELAXATION_ORDER).filter((name) => name !== 'totalItems')
  const reason = `each of the ${all.length} rows of ${table.id} leads to one: its foreign key is NOT NULL`
  const relaxations =
    said === null || left === items
      ? []
      : [{ constraint: 'totalItems', requested: said, applied: items + there.pairs, reason }]
  return { total: items, order, relaxations }
}

/** Where nothing bounds them, later targets get as many as the first ones did: each item once, as long as nothing was there. */
function usualTotal(
  { there, targets: all }: Parties,
  items: number,
  targets: readonly Row[],
  { lower, upper }: Bounds,
  places: ReadonlyMap<Row, number>,
): number | null {
  const isBound = targets.some((row) => Number.isFinite(upper(row, places.get(row) ?? 0)))
  if (there.pairs === 0 || isBound || all.length === 0) return null
  const least = targets.reduce((sum, row) => sum + lower(row, places.get(row) ?? 0), 0)
  return Math.max(least, Math.round((items * targets.length) / all.length))
}

/** Items that must go somewhere raise the most that targets with a part may have. */
function raisedMax(
  { via, wish }: Association,
  { there, targets }: Parties,
  items: number,
  upper: Bounds['upper'],
): Relaxation | null {
  const asked = wish.constraints.maxPerTarget
  if (via.kind !== 'source' || !via.required || there.pairs === 0 || asked === undefined || targets.length === 0)
    return null
  if (wish.onConflict !== 'relax') return null
  const roomAt = (most: number): number =>
    targets.reduce((sum, row, at) => {
      const has = there.byTarget.get(rowOf(row))?.size ?? 0
      return sum + Math.max(0, Math.max(upper(row, at), most) - has)
    }, 0)
  if (roomAt(0) >= items) return null
  let applied = asked
  while (roomAt(applied) < items) applied++
  const reason = `${targets.length} targets have room for ${roomAt(0)} more, ${items} rows are new`
  return { constraint: 'maxPerTarget', requested: asked, applied, reason }
}

/** Besides what is asked: no pair that is there, and no row with itself. */
function allowedOf(association: Association, { there, table, source, target }: Parties, now: number) {
  const { via, wish } = association
  const { allowed } = wish.constraints
  const fits = fittingPairs(association, table, { source, target })
  const self = source.table === target.table
  if (via.kind === 'source' || (there.pairs === 0 && !self && fits === null)) return allowed
  const own = readAllowance(allowed as never, now)
  return (item: Row, row: Row): boolean =>
    !(self && rowOf(item) === rowOf(row)) &&
    !there.byTarget.get(rowOf(row))?.has(rowOf(item)) &&
    (fits === null || fits(item, row)) &&
    (own === null || own.may(item, row))
}

function weightsOf(weights: RowWeights, places: ReadonlyMap<Row, number>): NonNullable<RowOptions['weights']> {
  if (typeof weights === 'string') return weights
  if (typeof weights === 'function') return (row: Row) => weights(row, places.get(row) ?? 0)
  if ('by' in weights) {
    const { by, values, others } = weights
    return (row: Row) => values[String(memberOf(row, by))] ?? others
  }
  // As long as the list of all that take part.
  return weights.length === places.size ? (row: Row) => weights[places.get(row) ?? 0] ?? 0 : weights
}

function shortageOf({ onShortage }: AssociationWish, synthesize: Given['synthesize']): Partial<RowOptions> {
  if (synthesize !== null) return { synthesize, ...(onShortage === null ? {} : { onShortage }) }
  return onShortage === 'error' ? { onShortage } : { onShortage: 'relax' }
}
