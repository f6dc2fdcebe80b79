import { SeedError } from '../../model/seed-error.ts'
import type { Placed } from './placed.ts'
import { refuse } from './refuse.ts'
import { countsOf, percent } from './shares.ts'
import type { Options, Task } from './task.ts'

/**
 * What the function of the user gives, checked against all that is asked.
 * @throws SeedError `allot-invalid` where it is no allotment, `allot-custom` where it breaks what is asked
 */
export function custom(task: Task, options: Options): Placed {
  if (typeof options.custom !== 'function') refuse('custom', 'a function, where the strategy is custom', options.custom)
  const { items, targets, asked } = task
  const given: unknown = options.custom({ items, targets, constraints: asked })
  const chosen = numbered(task, given)
  const broken = breaches(task, chosen)
  if (broken.length > 0)
    throw new SeedError({
      code: 'allot-custom',
      message: `What custom gives breaks what is asked: ${broken.slice(0, 3).join('; ')}${broken.length > 3 ? ` and ${broken.length - 3} more` : ''}.`,
      expected: 'an allotment that keeps the constraints',
      found: broken[0] as string,
      next: 'Change the function, or the constraints.',
    })
  return { chosen, relaxations: [], unserved: new Map(), reasons: new Map() }
}

function numbered({ items, targets }: Task, given: unknown): Int32Array {
  if (!Array.isArray(given)) refuse('the result of custom', 'a list', given)
  if (given.length > 0 && given.every(Array.isArray)) return fromShares(items, targets.length, given)
  if (given.length !== items.length)
    refuse('the result of custom', `a list of ${items.length}, one for each item`, given)
  return Int32Array.from(given, (target: unknown, i) => {
    if (target === null || target === undefined) return -1
    if (typeof target === 'number' && Number.isInteger(target) && target >= 0 && target < targets.length) return target
    return refuse(`the result of custom for item ${i}`, `null, or a number from 0 to ${targets.length - 1}`, target)
  })
}

function fromShares(items: readonly never[], targets: number, given: readonly unknown[][]): Int32Array {
  if (given.length !== targets) refuse('the result of custom', `a list of ${targets}, one for each target`, given)
  const places = new Map<unknown, number[]>()
  for (let i = items.length - 1; i >= 0; i--) {
    const known = places.get(items[i])
    if (known === undefined) places.set(items[i], [i])
    else known.push(i)
  }
  const chosen = new Int32Array(items.length).fill(-1)
  for (const [t, share] of given.entries())
    for (const item of share) {
      const place = places.get(item)?.pop()
      if (place === undefined) refuse(`the result of custom for target ${t}`, 'items that are there, each once', item)
      chosen[place] = t
    }
  return chosen
}

function breaches(task: Task, chosen: Int32Array): string[] {
  const { items, targets, bounds, labelOf, allowance, groups } = task
  const counts = new Uint32Array(targets.length)
  const used = new Map<string, number>()
  const broken: string[] = []
  for (const [i, t] of chosen.entries()) {
    if (t < 0) continue
    const [item, target] = [items[i] as never, targets[t] as never]
    counts[t] = (counts[t] as number) + 1
    if (allowance?.may(item, target) === false) broken.push(`item ${i} is not allowed for ${labelOf(t)}`)
    const group = groups?.of[i] ?? -1
    if (groups === null || group < 0) continue
    const known = (used.get(`${t} ${group}`) ?? 0) + 1
    used.set(`${t} ${group}`, known)
    if (known === groups.max + 1) broken.push(`${labelOf(t)} has more than ${groups.max} of ${groups.names[group]}`)
  }
  for (const [t, count] of counts.entries()) {
    if (count < (bounds.lower[t] as number)) broken.push(`${labelOf(t)} has ${count}, min is ${bounds.lower[t]}`)
    if (count > (bounds.upper[t] as number)) broken.push(`${labelOf(t)} has ${count}, max is ${bounds.upper[t]}`)
  }
  return [...broken, ...totalBreaches(task, chosen)]
}

function totalBreaches({ cells, total }: Task, chosen: Int32Array): string[] {
  const placed = chosen.reduce((sum, t) => sum + (t < 0 ? 0 : 1), 0)
  const broken = total !== null && placed !== total ? [`${placed} items are placed, totalItems is ${total}`] : []
  if (cells === null) return broken
  const of = cells.categories.map(() => 0)
  let recent = 0
  for (const [i, t] of chosen.entries()) {
    if (t < 0) continue
    const cell = cells.of[i] as number
    of[cell >> 1] = (of[cell >> 1] as number) + 1
    if (cell % 2 === 0) recent++
  }
  for (const [k, category] of cells.categories.entries()) {
    const { least, most } = countsOf(category, placed, 0)
    if ((of[k] as number) < least || (of[k] as number) > most)
      broken.push(
        `${of[k]} of ${placed} items are of ${category.name}, ${percent(category.min)} to ${percent(category.max)} are asked for`,
      )
  }
  if (cells.recent !== null && Math.abs(recent - cells.recent * placed) >= 1)
    broken.push(`${recent} of ${placed} items are recent, ${percent(cells.recent)} are asked for`)
  return broken
}
