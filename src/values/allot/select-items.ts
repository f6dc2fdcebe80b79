import { Address } from './address.ts'
import type { Task } from './task.ts'

/** Which items are placed where shares are asked for: so many of each cell, those with the lowest numbers. All, in their order, where none are. */
export function selectItems({ cells, seed, names }: Task, counts: Uint32Array | null): Uint32Array {
  const all = new Uint32Array(names.items.length)
  for (let i = 0; i < all.length; i++) all[i] = i
  if (cells === null || counts === null) return all
  const missing = counts.slice()
  const address = new Address(seed, 'select')
  const ranks = Float64Array.from(names.items, (name) => address.unit(name, 0))
  const chosen = new Uint8Array(all.length)
  for (const item of all.slice().sort((a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b)) {
    const cell = cells.of[item] as number
    if ((missing[cell] as number) === 0) continue
    missing[cell] = (missing[cell] as number) - 1
    chosen[item] = 1
  }
  return all.filter((item) => chosen[item] === 1)
}
