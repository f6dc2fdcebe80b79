import type { AssetPoolWish, Config } from '../model/config.ts'
import type { ConfigInput } from './schema.ts'

/** The pools of the configuration in the one form that is read. */
export function assetPools(input: ConfigInput['assetPools']): Config['assetPools'] {
  const pools: Record<string, AssetPoolWish> = Object.create(null)
  for (const [name, { path, table = null, fields = null }] of Object.entries(input ?? {}))
    pools[name] = {
      path: typeof path === 'string' ? [path] : path,
      table,
      fields: fields === null ? null : Object.assign(Object.create(null), fields),
    }
  return pools
}
