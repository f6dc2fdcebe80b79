import type { Relaxable } from '../../model/allotting/allotment.ts'
import { allHold, sharesFor } from './all-hold.ts'
import { matchNetwork } from './match-network.ts'
import type { Placed } from './placed.ts'
import { rulesConflict } from './rules-conflict.ts'
import type { Settlement } from './settle.ts'
import { sharesProblem } from './shares.ts'
import type { Task } from './task.ts'

/** So often the total is lowered for the sake of the shares. */
const ROUNDS = 20
const SHARES: readonly Relaxable[] = ['categoryBalance', 'dateDistribution']
/** Above so many pairs no other numbers of cells are looked for. */
const SEARCHED = 1_000_000

/**
 * Under predicates and groups: where these leave room for fewer items than were settled, fewer are shared out, so that the shares hold; and where nothing gives way, targets that cannot have what
 * they must go without. Yields how many are placed. @throws SeedError
 */
export function* matchRules(task: Task, settlement: Settlement): Generator<number, Placed> {
  let tried = settlement
  if (task.onConflict === 'error' && !task.pairs) {
    const held = allHold(task)
    if (held === null && task.cells !== null)
      throw rulesConflict(task, 'no number of items keeps the shares under these rules')
    if (held) return yield* matchNetwork(task, { ...settlement, total: held.total }, held.shares)
  }
  const first = yield* matchShares(task, tried)
  let found = first
  const told = [...found.relaxations]
  const unserved = new Map(found.unserved)
  for (let round = 0; round < ROUNDS; round++) {
    const next = narrower(task, tried, found)
    if (next === null) break
    tried = next
    const { relaxations, unserved: without, reasons } = found
    found = yield* matchShares(task, tried)
    if (found.reasons.size === 0) found = { ...found, reasons: leftIn(found.chosen, reasons) }
    if (found.relaxations.length === 0)
      told.push(...relaxations.filter(({ constraint }) => constraint === 'totalItems'))
    for (const [t, reason] of [...without, ...found.unserved]) unserved.set(t, reason)
  }
  const placed = found.placed ?? 0
  // Nothing keeps every share, and helps nobody: rather, the shares give way.
  const mayGive = task.onConflict === 'relax' && task.order.some((name) => SHARES.includes(name))
  if (placed === 0 && (first.placed ?? 0) > 0 && mayGive) return first
  const totals = told.filter(({ constraint }) => constraint === 'totalItems').slice(0, 1)
  const last = found.relaxations.filter(({ constraint }) => constraint !== 'totalItems')
  const relaxations = [...totals.map((one) => ({ ...one, applied: placed })), ...last]
  return { ...found, relaxations, unserved }
}

/** With the numbers of cells that are nearest to what is there, or where these do not go, with others that keep the shares. */
function* matchShares(task: Task, settlement: Settlement): Generator<number, Placed> {
  if (task.onConflict === 'error' && task.cells !== null)
    return yield* matchNetwork(task, settlement, sharesFor(task, settlement) ?? null)
  const found = yield* matchNetwork(task, settlement)
  if (task.cells === null || (found.unserved.size === 0 && (found.placed ?? 0) >= settlement.total)) return found
  if (task.items.length * task.targets.length > SEARCHED) return found
  const shares = sharesFor(task, settlement) ?? null
  return shares === null ? found : yield* matchNetwork(task, settlement, shares)
}

/** Reasons of items that have no place still. */
const leftIn = (chosen: Int32Array, reasons: ReadonlyMap<number, string>): ReadonlyMap<number, string> =>
  new Map([...reasons].filter(([item]) => (chosen[item] ?? -1) < 0))

/** Null where there is nothing to be gained. */
function narrower(task: Task, settlement: Settlement, { placed = 0, unserved }: Placed): Settlement | null {
  const { onConflict, cells, order, total: asked } = task
  if (onConflict === 'partial' && unserved.size > 0) {
    const own = (list: Uint32Array): Uint32Array => list.map((one, t) => (unserved.has(t) ? 0 : one))
    const upper = own(settlement.upper)
    const room = upper.reduce((sum, one) => sum + one, 0)
    return {
      ...settlement,
      lower: own(settlement.lower),
      upper,
      total: fitting(task, settlement, Math.min(settlement.total, room)),
    }
  }
  if (cells === null || placed >= settlement.total) return null
  if (asked !== null && onConflict === 'relax' && !order.includes('totalItems')) return null
  return { ...settlement, total: fitting(task, settlement, placed) }
}

/** The largest number up to `most` that the shares can hold of. */
function fitting({ cells }: Task, { slack }: Settlement, most: number): number {
  let total = most
  while (cells !== null && total > 0 && sharesProblem(cells, total, slack) !== null) total--
  return total
}
