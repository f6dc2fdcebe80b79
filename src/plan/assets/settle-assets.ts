import { chosenItems } from '../../model/chosen-items.ts'
import { finding } from '../../model/finding.ts'
import type { Draft, Workshop } from '../draft.ts'
import { checkItems } from './check-items.ts'
import { knownItems } from './known-items.ts'
import { mapByMeaning } from './map-by-meaning.ts'
import { mapByWish } from './map-by-wish.ts'
import { type PoolItems, sampleOf } from './pool-items.ts'
import { freshSheets } from './sheets/fresh-sheets.ts'
import { datesFirst } from './times-before.ts'

/**
 * Maps the items of a table's pools to its columns and looks at every value that will be written. What is wrong is gathered in the workshop, so that all of it
 * is told at once (`refuseAssetProblems`).
 */
export function settleAssets(workshop: Workshop, draft: Draft): void {
  const { inputs, references } = workshop
  if (draft.scope.pools.length === 0 || draft.scope.frozen) return
  const known = knownItems(workshop, draft)
  const pools = draft.scope.pools.map((pool): PoolItems => {
    const items = chosenItems(inputs.assets, pool).filter((asset) => !references.passesOver(pool, asset))
    const fresh = items.filter((asset) => !known.has(pool, asset.identity))
    const count = inputs.config.assetPools[pool]?.selection?.count ?? null
    // Rows that are there keep their items, also where the draw would have others now.
    const room = count === null ? fresh.length : Math.max(0, count - known.of(pool))
    const sheets = inputs.assets.pools[pool]?.sheets ?? []
    return {
      pool,
      path: `assetPools.${pool}`,
      fresh: fresh.slice(0, room),
      sheets: freshSheets(workshop, draft, pool, sheets),
    }
  })
  for (const pool of pools) {
    if (isEmpty(workshop, draft, pool)) continue
    const all = sampleOf(inputs.assets, pool.pool)
    const { fields = null, fallbacks = {} } = inputs.config.assetPools[pool.pool] ?? {}
    if (fields === null) mapByMeaning(workshop, draft, pool, all)
    mapByWish(workshop, draft, pool, all, { fields, fallbacks })
  }
  checkItems(workshop, draft, pools)
  datesFirst(draft, inputs.now)
}

/** A pool that gives nothing cannot be what was meant, unless its rows are there already. */
function isEmpty(workshop: Workshop, draft: Draft, { pool, path }: PoolItems): boolean {
  const { assets, config, past } = workshop.inputs
  const read = assets.pools[pool]
  if (read !== undefined && (chosenItems(assets, pool).length > 0 || read.sheets !== undefined)) return false
  const patterns = (config.assetPools[pool]?.path ?? []).join(', ')
  const files = read?.files ?? 0
  const had = past.assetPools?.some(({ name, table, items }) => name === pool && table === draft.id && items.length > 0)
  const unselected = (read?.items.length ?? 0) > 0
  const message = unselected
    ? `No item of the asset pool ${pool} is what its selection asks for.`
    : files === 0
      ? `No file matches the asset pool ${pool}.`
      : `No file of the asset pool ${pool} could be used.`
  const rest = {
    expected: unselected
      ? 'an item that meets all of it'
      : files === 0
        ? `files at ${patterns}`
        : 'a file that can be read',
    found: unselected ? `none of ${read?.items.length}` : files === 0 ? 'none' : `${files} files, each with a problem`,
    next: unselected
      ? 'Let fewer conditions of selection hold.'
      : files === 0
        ? `Look at the path: it starts from the folder of the configuration (${config.root}).`
        : 'Mend them: the other findings say what is wrong.',
  }
  const problem = finding('pool-empty', had ? 'warning' : 'error', { path }, message, rest)
  if (had) workshop.findings.push(problem)
  else workshop.assetProblems.push(problem)
  return true
}
