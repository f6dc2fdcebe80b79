import { fold } from './address.ts'
import type { Task } from './task.ts'

/** Items that no rule tells apart. */
export interface Class {
  readonly items: number[]
  readonly cell: number
  /** -1: of none. */
  readonly group: number
}

/** Items by cell, group and what conditions look at; each by itself where a function may tell it from all others, or `each` asks for it. */
export function itemClasses({ items, cells, allowance, groups }: Task, each: boolean): readonly Class[] {
  const classes = new Map<string | number, Class>()
  for (let i = 0; i < items.length; i++) {
    const group = groups?.of[i] ?? -1
    const cell = cells?.of[i] ?? 0
    const own = allowance === null ? '' : allowance.itemKey?.(items[i])
    const key = each || own === undefined ? i : `${cell} ${group} ${own}`
    const known = classes.get(key)
    if (known === undefined) classes.set(key, { items: [i], cell, group })
    else known.items.push(i)
  }
  return [...classes.values()]
}

/** Targets that conditions do not tell apart; groups are counted for each by itself. */
export interface Party {
  readonly targets: number[]
  /** 32 bits of what they have in common. */
  readonly name: number
}

export function targetClasses({ targets, names, allowance, groups }: Task, each: boolean): readonly Party[] {
  const parties = new Map<string | number, Party>()
  for (let t = 0; t < targets.length; t++) {
    const own = allowance === null ? '' : allowance.targetKey?.(targets[t])
    const alone = each || groups !== null || own === undefined
    const key = alone ? t : own
    const known = parties.get(key)
    if (known === undefined) parties.set(key, { targets: [t], name: alone ? (names.targets[t] as number) : fold(own) })
    else known.targets.push(t)
  }
  return [...parties.values()]
}
