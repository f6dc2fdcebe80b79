import type { StrategyWish } from '../model/config.ts'
import type { Merged } from './merge-layers.ts'

/** Where users come from. */
export function strategyWish({ userStrategy, existingUsers = {} }: Merged['settings']): StrategyWish {
  const { table = null, filter, idField = 'id' } = existingUsers
  return {
    kind: userStrategy ?? 'create-new',
    existing: { table, filter: filter === undefined ? null : { ...filter }, idField },
  }
}
