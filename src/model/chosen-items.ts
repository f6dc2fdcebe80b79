import type { Asset, Assets } from './assets/assets.ts'

/** The items of a pool that become rows, but for those that are not held; none where there is no such pool. */
export function chosenItems({ pools }: Pick<Assets, 'pools'>, name: string): readonly Asset[] {
  const pool = Object.hasOwn(pools, name) ? pools[name] : undefined
  return pool?.chosen ?? pool?.items ?? []
}
