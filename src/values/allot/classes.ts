import type { Task } from './task.ts'

/** Items that no rule tells apart. */
export interface Class {
  readonly items: number[]
  readonly cell: number
  readonly group: number
}

/** Each item by itself where a predicate may tell it from all others; else by cell and group. */
export function classesOf({ items, cells, asked }: Task): { classes: Class[]; groups: number } {
  const groups = new Map<string, number>()
  const classes = new Map<string | number, Class>()
  for (let i = 0; i < items.length; i++) {
    const name = asked.perGroup === undefined ? '' : String(asked.perGroup.of(items[i] as never))
    const group = groups.get(name) ?? groups.size
    groups.set(name, group)
    const cell = cells?.of[i] ?? 0
    const key = asked.allowed === undefined ? `${cell} ${group}` : i
    const known = classes.get(key)
    if (known === undefined) classes.set(key, { items: [i], cell, group })
    else known.items.push(i)
  }
  return { classes: [...classes.values()], groups: groups.size }
}
