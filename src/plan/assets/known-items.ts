import { AssetIndex } from '../../model/assets/find-asset.ts'
import { finding } from '../../model/finding.ts'
import type { AssetItemPlan, AssetPoolPlan } from '../../model/plan.ts'
import type { Draft, Workshop } from '../draft.ts'
import { listed } from './listed.ts'
import { pastPools } from './past-pools.ts'

/** The items that rows of earlier runs were made from. */
export interface KnownItems {
  /** Is it a row already? */
  has(pool: string, identity: string): boolean
  /** How many items of a pool are. */
  of(pool: string): number
  readonly pools: readonly AssetPoolPlan[]
}

/** Looks at the items that are rows already, and tells which of their files are gone or changed. A pool under another name keeps its items. */
export function knownItems(workshop: Workshop, draft: Draft): KnownItems {
  const pools = pastPools(workshop.inputs.past, draft.id)
  const { config, assets } = workshop.inputs
  const byPool = new Map(pools.map(({ name, items }) => [name, new Set(items.map(({ identity }) => identity))]))
  const renamed = new Set(
    pools
      .filter(({ name }) => !Object.hasOwn(config.assetPools, name))
      .flatMap(({ items }) => items.map(({ identity }) => identity)),
  )
  // Files that were too large to be held: which of their items are new, nobody knows.
  const once = new Set(pools.flatMap(({ sheets = [] }) => sheets.map(({ path }) => path)))
  const index = new AssetIndex(assets)
  for (const { name, items } of pools.filter((pool) => draft.scope.pools.includes(pool.name))) {
    // A file that has become too large to be held is told for itself.
    const large = assets.pools[name]?.sheets?.map(({ path }) => `${path}#`) ?? []
    const held = items.filter(({ identity }) => !large.some((path) => identity.startsWith(path)))
    const changed = held.filter((item) => index.find(name, item).state === 'changed')
    const missing = held.filter((item) => index.find(name, item).state === 'missing')
    tell(workshop, draft, name, changed, 'changed')
    tell(workshop, draft, name, missing, 'missing')
  }
  return {
    pools,
    of: (pool) => byPool.get(pool)?.size ?? 0,
    has: (pool, identity) =>
      byPool.get(pool)?.has(identity) === true || renamed.has(identity) || once.has(identity.replace(/#.*$/s, '')),
  }
}

function tell(
  workshop: Workshop,
  draft: Draft,
  pool: string,
  items: readonly AssetItemPlan[],
  what: 'changed' | 'missing',
): void {
  if (items.length === 0) return
  const message =
    what === 'changed'
      ? `Files of the asset pool ${pool} have changed since they became rows: the rows stay as they are.`
      : `Files of the asset pool ${pool} are gone: their rows stay.`
  workshop.findings.push(
    finding(`asset-${what}`, 'warning', { table: draft.id, path: `assetPools.${pool}` }, message, {
      found: listed(items.map(({ identity }) => identity)),
      next: 'Make the rows anew: supa-seed cleanup, then supa-seed seed',
    }),
  )
}
