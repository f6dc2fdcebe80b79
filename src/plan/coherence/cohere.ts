import type { Draft } from '../draft.ts'
import { fitPairs } from './bounds-in-pairs.ts'
import { fitStages } from './fit-stages.ts'
import { fitFlags } from './flags-and-dates.ts'
import { fitSettings } from './settings-by-key.ts'
import { fitStatus } from './status-dates.ts'
import { fitTotals } from './totals.ts'

/**
 * Fits the columns of a row to each other where their names say how, though no check does. What a check says comes after and wins.
 * `now`: ms since the epoch.
 */
export function cohere(draft: Draft, now: number): void {
  fitStatus(draft, now)
  fitStages(draft, now)
  fitFlags(draft)
  fitTotals(draft)
  fitPairs(draft)
  fitSettings(draft)
}
