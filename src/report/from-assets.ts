import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import { spellCount } from './spell-number.ts'

/** Where rows of a table came from that hold items of the user's content: `40 from the asset pool posts`; null where none do. */
export function fromAssets({ assetPools = [], tables }: Plan, id: ObjectId): string | null {
  const pools = assetPools.filter(({ table, items }) => table === id && items.length > 0)
  if (pools.length === 0) return null
  const rows = tables.find((table) => table.id === id)?.rows ?? 0
  const items = pools.reduce((sum, pool) => sum + pool.items.length, 0)
  const names = pools.map(({ name }) => name).join(', ')
  const what = `asset pool${pools.length === 1 ? '' : 's'} ${names}`
  return items >= rows ? `from the ${what}` : `${spellCount(items)} of ${spellCount(rows)} from the ${what}`
}
