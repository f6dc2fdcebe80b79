import type { AllotProgress, Distribution } from '../../model/allotting/allotment.ts'
import { asPlaced } from './as-placed.ts'
import { custom } from './custom.ts'
import { pairs } from './pairs.ts'
import { place } from './place.ts'
import type { Placed } from './placed.ts'
import { result, sharesOf } from './result.ts'
import { type Settlement, settle } from './settle.ts'
import { type Options, readTask, type Task } from './task.ts'

/**
 * Shares items out among targets; see docs/distribution.md. Yields between its steps, so that the caller can tell how far it is, or stop.
 * @param now ms since the epoch: what is recent hangs on it
 * @throws SeedError `allot-invalid`, `allot-too-large`, `allot-shortage`, `allot-conflict`, `allot-custom`
 */
export function* allot(options: Options, now: number): Generator<AllotProgress, Distribution<never, never>> {
  const task = readTask(options, now)
  const total = task.items.length
  yield { phase: 'read', done: total, total }
  if (task.pairs && task.strategy !== 'custom') return result(task, yield* counted(pairs(task, options), total))
  if (task.strategy === 'custom') return finished(task, custom(task, options), null)
  const settlement = settle(task, total)
  yield { phase: 'settle', done: settlement.total, total }
  return finished(task, yield* counted(place(task, settlement), total), settlement)
}

function* counted<Made>(work: Generator<number, Made>, total: number): Generator<AllotProgress, Made> {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    yield { phase: 'place', done: step.value, total }
  }
}

function finished(task: Task, placed: Placed, settlement: Settlement | null): Distribution<never, never> {
  const { items, targets } = task
  const { chosen, reasons } = placed
  const reason =
    settlement === null
      ? 'custom gives it no target'
      : whyLeft(task, { ...settlement, total: placed.placed ?? settlement.total })
  const told = [...(settlement?.relaxations ?? []), ...placed.relaxations]
  const left = indexesOf(chosen, (target) => target < 0)
  const unassigned = left.map((i) => ({ item: items[i] as never, reason: reasons.get(i) ?? reason }))
  return result(task, {
    shares: sharesOf(items, chosen, targets.length),
    relaxations:
      told.length === 0
        ? []
        : asPlaced(
            told,
            task.cells,
            indexesOf(chosen, (target) => target >= 0),
          ),
    unassigned,
    unserved: new Map([...(settlement?.unserved ?? []), ...placed.unserved]),
  })
}

function indexesOf(chosen: Int32Array, fits: (target: number) => boolean): number[] {
  const indexes: number[] = []
  for (const [i, target] of chosen.entries()) if (fits(target)) indexes.push(i)
  return indexes
}

/** Why there are items that nothing was done with. */
function whyLeft({ targets, total: asked }: Task, { total, upper }: Settlement): string {
  if (targets.length === 0) return 'there is no target'
  const room = upper.reduce((sum, one) => sum + one, 0)
  if (room === total) return `${targets.length} targets have room for ${room} items`
  if (asked !== null && asked === total) return `totalItems is ${total}`
  return `${total} items are the most that keep the shares`
}
