import type { Asset } from '../../model/assets/assets.ts'
import { type Finding, finding } from '../../model/finding.ts'

/** At most so many pairs are listed. */
const LISTED = 10

/** Files of a pool that hold the same to the byte: a copy that was forgotten, more often than not. All of them become rows. */
export function sameContent(pool: string, items: readonly Asset[]): Finding[] {
  const first = new Map<string, Asset>()
  const twins: string[] = []
  for (const item of items) {
    if (item.identity !== item.file.path) continue
    const known = first.get(item.digest)
    if (known === undefined) first.set(item.digest, item)
    else twins.push(`${item.place} (as ${known.place})`)
  }
  if (twins.length === 0) return []
  const listed = twins.slice(0, LISTED).join(', ')
  return [
    finding(
      'asset-duplicates',
      'info',
      { path: `assetPools.${pool}` },
      `${twins.length === 1 ? 'A file' : `${twins.length} files`} of the asset pool ${pool} hold${twins.length === 1 ? 's' : ''} the same as another.`,
      {
        found: twins.length > LISTED ? `${listed}, …` : listed,
        next: 'Remove the copies, or leave them out with a pattern that begins with !.',
      },
    ),
  ]
}
