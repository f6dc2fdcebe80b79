import type { Past } from '../model/journal.ts'
import type { Pool } from '../model/link.ts'

/** Pools of earlier plans beside the ones of now: the same id only for the same rows. */
export function renamePools(
  past: Past['pools'],
  now: Readonly<Record<string, Pool>>,
): { pools: Pool[]; names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>()
  const pools: Pool[] = []
  const taken = new Map(Object.values(now).map((pool) => [pool.id, JSON.stringify(pool.rows)]))
  for (const pool of past) {
    const content = JSON.stringify(pool.rows)
    let id = pool.id
    while (taken.has(id) && taken.get(id) !== content) id = `${id}'`
    names.set(pool.id, id)
    if (!taken.has(id)) pools.push({ ...pool, id })
    taken.set(id, content)
  }
  return { pools, names }
}
