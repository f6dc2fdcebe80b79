import { mix32 } from '../../../model/mix32.ts'
import type { Draws } from '../../shape-maker.ts'

/** Draws without an address, to try something out while compiling; nothing of them reaches a row. */
export function probeDraws(row: number): Draws {
  const bits = (n: number): number => mix32(mix32(row + 1) ^ Math.imul(n + 1, 0x9e3779b1))
  const unit = (n: number): number => bits(n) / 4294967296
  return { bits, unit, below: (n, bound) => Math.floor(unit(n) * bound) }
}
