import type { AssetSheet } from '../../../model/assets/assets.ts'
import { finding } from '../../../model/finding.ts'
import type { AssetPoolPlan } from '../../../model/plan.ts'
import type { Draft, Workshop } from '../../draft.ts'
import { pastPools } from '../past-pools.ts'
import type { PoolSheet } from './draft-sheet.ts'

/**
 * The large files of a pool with items that are no rows yet. Items are known by their numbers, so where rows were made of a file and it is not as it was then,
 * nobody knows which of its items are new: its rows stay, and it gets no others.
 */
export function freshSheets(
  workshop: Workshop,
  draft: Draft,
  pool: string,
  sheets: readonly AssetSheet[],
): PoolSheet[] {
  const past = pastPools(workshop.inputs.past, draft.id)
  return sheets.flatMap((sheet): PoolSheet[] => {
    const known = knownOf(past, sheet)
    if (known === 'changed') tellChanged(workshop, draft, pool, sheet)
    return known === 'changed' || known >= sheet.count ? [] : [{ pool, sheet, from: known }]
  })
}

/** How many items of it are rows. */
function knownOf(past: readonly AssetPoolPlan[], { path, digest }: AssetSheet): number | 'changed' {
  let known = 0
  for (const { items, sheets = [] } of past) {
    if (items.some(({ identity }) => identity.startsWith(`${path}#`))) return 'changed'
    for (const before of sheets.filter((one) => one.path === path)) {
      if (before.digest !== digest) return 'changed'
      for (const { item, rows } of before.parts) known = Math.max(known, item + rows)
    }
  }
  return known
}

function tellChanged({ findings }: Workshop, draft: Draft, pool: string, { place }: AssetSheet): void {
  findings.push(
    finding(
      'asset-changed',
      'warning',
      { table: draft.id, path: `assetPools.${pool}`, file: place },
      `${place} has changed since it became rows: the rows stay as they are.`,
      { found: place, next: 'Make the rows anew: supa-seed cleanup, then supa-seed seed' },
    ),
  )
}
