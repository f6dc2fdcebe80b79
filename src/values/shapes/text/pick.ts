import type { Draws } from '../../shape-maker.ts'

/** The entry of a list (never empty) that draw number `n` names. */
export function pick<Item>(draws: Draws, n: number, list: readonly Item[]): Item {
  return list[draws.below(n, list.length)] as Item
}
