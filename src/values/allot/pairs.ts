import { asPlaced } from './as-placed.ts'
import type { Class } from './classes.ts'
import { itemDraw } from './draw-items.ts'
import { matchRules } from './match-rules.ts'
import { pairCounts, pairWish } from './pair-counts.ts'
import { pairClasses, pairLimits, pairRooms } from './pair-rooms.ts'
import { tooLarge } from './refuse.ts'
import type { Outcome } from './result.ts'
import { settle } from './settle.ts'
import type { Options, Task } from './task.ts'
import { weightsOf } from './weights-of.ts'

/** Pairs of an item and a target that are looked at, at most. */
const PAIRS = 50_000_000

/**
 * Each target a number of different items, which may go to others as well. Shares are of the pairs that are placed: a flow says how many of each cell and group a target has, and the draw which.
 * @throws SeedError
 */
export function* pairs(asked: Task, options: Options): Generator<number, Outcome> {
  const { items, targets, names, seed } = asked
  if (items.length * targets.length > PAIRS)
    tooLarge(
      `${items.length} items by ${targets.length} targets are more pairs than ${PAIRS}.`,
      'Share them out in parts.',
    )
  const { itemWeights } = options
  const weights = itemWeights === undefined ? null : weightsOf('itemWeights', itemWeights, items, names.items, seed)
  const task = fitted(asked)
  yield 0
  const room = task.bounds.upper.reduce((sum, one) => sum + one, 0)
  const bounded = asked.asked.maxPerTarget !== undefined
  const settled = settle(task, room, bounded ? pairWish(task).reduce((sum, one) => sum + one, 0) : items.length)
  yield 0
  const drawn = task.cells === null ? drawnFreely(task, pairCounts(task, settled), weights) : null
  const found = drawn === null && targets.length > 0 ? yield* matchRules(task, settled) : null
  const shares = drawn ?? drawnByClass(task, found?.amounts ?? new Uint32Array(0), weights)
  const used = new Set(shares.flat())
  return {
    shares: shares.map((own) => own.map((item) => items[item] as never)),
    relaxations: asPlaced([...settled.relaxations, ...(found?.relaxations ?? [])], task.cells, shares.flat()),
    unserved: new Map([...settled.unserved, ...(found?.unserved ?? [])]),
    unassigned: items.flatMap((item, i) => (used.has(i) ? [] : [{ item, reason: 'no target has drawn it' }])),
  }
}

/** With the room that there is, and cells that count pairs. */
function fitted(task: Task): Task {
  const { bounds, cells } = task
  const rooms = pairRooms(task)
  const room = bounds.room.map((one, t) => Math.min(one, rooms[t] as number))
  const upper = bounds.upper.map((most, t) => Math.min(most, room[t] as number))
  const own = { ...task, bounds: { ...bounds, room, upper } }
  if (cells === null) return own
  const classes = pairClasses(task)
  const limits = pairLimits(task, classes)
  const there = new Float64Array(cells.categories.length * 2)
  for (const [at, limit] of limits.entries()) {
    const { cell } = classes[at % classes.length] as Class
    there[cell] = (there[cell] as number) + limit
  }
  const categories = cells.categories.map((one, k) => ({
    ...one,
    there: [there[2 * k] as number, there[2 * k + 1] as number] as [number, number],
  }))
  return { ...own, cells: { ...cells, categories } }
}

function drawnFreely(task: Task, counts: Uint32Array, weights: Float64Array | null): number[][] {
  const { items, targets, allowance } = task
  const draw = itemDraw(task, weights)
  const all = Uint32Array.from(items, (_, i) => i)
  return targets.map((target, t) =>
    draw(t, allowance === null ? all : all.filter((i) => allowance.may(items[i], target)), counts[t] as number),
  )
}

/** @param amounts of target t and class c at t · classes + c */
function drawnByClass(task: Task, amounts: Uint32Array, weights: Float64Array | null): number[][] {
  const { items, targets, allowance } = task
  const draw = itemDraw(task, weights)
  const classes = pairClasses(task).map(({ items: members }) => Uint32Array.from(members))
  return targets.map((target, t) =>
    classes
      .flatMap((members, place) => {
        const amount = amounts[t * classes.length + place] ?? 0
        if (amount === 0) return []
        return draw(t, allowance === null ? members : members.filter((i) => allowance.may(items[i], target)), amount)
      })
      .sort((a, b) => a - b),
  )
}
