import type { Task } from './task.ts'

/** Items that no rule tells apart. */
export interface Class {
  readonly items: number[]
  readonly cell: number
  readonly group: number
}

/** Each item by itself where a predicate may tell it from all others; else by cell and group. */
export function classesOf({ items, cells, allowance, groups }: Task): Class[] {
  const classes = new Map<string | number, Class>()
  for (let i = 0; i < items.length; i++) {
    const group = groups?.of[i] ?? -1
    const cell = cells?.of[i] ?? 0
    const own = allowance === null ? '' : allowance.itemKey?.(items[i])
    const key = own === undefined ? i : `${cell} ${group} ${own}`
    const known = classes.get(key)
    if (known === undefined) classes.set(key, { items: [i], cell, group })
    else known.items.push(i)
  }
  return [...classes.values()]
}
