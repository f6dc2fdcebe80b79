import type { Config } from '../../model/config.ts'
import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import { type Named, resolveName } from '../resolve-name.ts'
import { foldName } from './fold-name.ts'

/**
 * The pools whose items become rows, by table, by priority and then in the order of the configuration. A pool that names no table fills the one that is called like it.
 * @throws SeedError `unknown-table`, `ambiguous-table`, `pool-without-table`
 */
export function poolsByTable(config: Pick<Config, 'assetPools'>, tables: readonly Named[]): Map<ObjectId, string[]> {
  const pools = new Map<ObjectId, string[]>()
  const wishes = Object.entries(config.assetPools)
  // Sorting keeps the order of those that are alike.
  const ordered = wishes.sort(([, one], [, other]) => (other.priority ?? 0) - (one.priority ?? 0))
  for (const [name, { table }] of ordered) {
    if (table === false) continue
    const { id } = table === null ? namesake(name, tables) : resolveName(table, tables, `assetPools.${name}.table`)
    pools.set(id, [...(pools.get(id) ?? []), name])
  }
  return pools
}

function namesake(pool: string, tables: readonly Named[]): Named {
  const same = tables.filter((table) => foldName(table.name) === foldName(pool))
  if (same.length === 1) return same[0] as Named
  throw new SeedError({
    code: 'pool-without-table',
    message: `The asset pool ${pool} names no table, and ${same.length === 0 ? 'none is' : 'several are'} called like it.`,
    place: { path: `assetPools.${pool}` },
    expected: 'a table whose rows its items become',
    found: same.length === 0 ? 'none' : same.map(({ id }) => id).join(', '),
    next: `Name it: assetPools: { ${pool}: { table: '…' } }`,
  })
}
