import type { Workshop } from '../draft.ts'
import { fitAverages } from './fit-averages.ts'
import { fitLatest } from './fit-latest.ts'
import { fitSums } from './fit-sums.ts'
import { fitTreeFlags } from './fit-tree-flags.ts'
import { rowsBelow } from './rows-below.ts'

/**
 * Columns that say what the rows of other tables come to: totals of lines, averages of ratings, times of the newest. A row looks at the rows that lead to it, which
 * blocks (or an index of four bytes for each row) find; nothing is kept. What triggers keep is left to them. Before this, every table is settled;
 * children go first, so that what they come to can be summed up again.
 */
export function gatherChildren(workshop: Workshop): void {
  for (const parent of workshop.drafts.toReversed()) {
    if (parent.impossible !== null || parent.madeBy !== null) continue
    const below = rowsBelow(workshop, parent)
    if (below.length === 0) continue
    fitSums(workshop, parent, below)
    fitAverages(workshop, parent, below)
    fitLatest(workshop, parent, below)
    fitTreeFlags(parent, below)
  }
}
