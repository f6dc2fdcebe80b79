import { poolRows } from '../model/assets/sheet-rows.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import { spellCount } from './spell-number.ts'

/** Where rows of a table came from that hold items of the user's content, or that these refer to: `40 from the asset pool posts`; null where none do. */
export function fromAssets({ assetPools = [], tables }: Plan, id: ObjectId): string | null {
  const pools = assetPools.filter((pool) => pool.table === id && poolRows(pool) > 0)
  if (pools.length === 0) return referredTo(tables, id)
  const rows = tables.find((table) => table.id === id)?.rows ?? 0
  const items = pools.reduce((sum, pool) => sum + poolRows(pool), 0)
  const names = pools.map(({ name }) => name).join(', ')
  const what = `asset pool${pools.length === 1 ? '' : 's'} ${names}`
  return items >= rows ? `from the ${what}` : `${spellCount(items)} of ${spellCount(rows)} from the ${what}`
}

/** Rows that are there because items refer to them. */
function referredTo(tables: Plan['tables'], id: ObjectId): string | null {
  const { fixtures = [] } = tables.find((table) => table.id === id) ?? {}
  const pools = [...new Set(fixtures.flatMap(({ pool }) => pool ?? []))]
  return pools.length === 0 ? null : `named by the asset pool${pools.length === 1 ? '' : 's'} ${pools.join(', ')}`
}
