import { type Class, itemClasses } from './classes.ts'
import type { Task } from './task.ts'

/** So many different items each target may have, of each group no more than it may. */
export function pairRooms({ items, targets, allowance, groups }: Task): Float64Array {
  const counts = new Uint32Array(groups?.names.length ?? 0)
  const roomOf = (target: unknown): number => {
    counts.fill(0)
    let room = 0
    for (let i = 0; i < items.length; i++) {
      if (allowance?.may(items[i], target) === false) continue
      const group = groups?.of[i] ?? -1
      if (group >= 0) {
        if ((counts[group] as number) >= (groups?.max ?? 0)) continue
        counts[group] = (counts[group] as number) + 1
      }
      room++
    }
    return room
  }
  if (allowance === null) return new Float64Array(targets.length).fill(targets.length === 0 ? 0 : roomOf(null))
  return Float64Array.from(targets, roomOf)
}

/** Items by cell and group: which of them a target may have is counted. */
export const pairClasses = (task: Task): readonly Class[] => itemClasses({ ...task, allowance: null }, false)

/** How many items of each class each target may have: of target t and class c at t · classes + c. */
export function pairLimits({ items, targets, allowance }: Task, classes: readonly Class[]): Uint32Array {
  const limits = new Uint32Array(targets.length * classes.length)
  for (const [t, target] of targets.entries())
    for (const [place, { items: members }] of classes.entries())
      limits[t * classes.length + place] =
        allowance === null
          ? members.length
          : members.reduce((sum, item) => sum + (allowance.may(items[item], target) ? 1 : 0), 0)
  return limits
}
