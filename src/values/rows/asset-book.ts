import { type Assets, sheetIdentity } from '../../model/assets/assets.ts'
import type { AssetPoolPlan, Plan } from '../../model/plan.ts'
import { AssetRows } from './asset-rows.ts'
import { type Compilation, planError } from './compilation.ts'
import { sheetAt } from './sheet-at.ts'

function sheetName(pools: readonly AssetPoolPlan[], row: number): readonly string[] | undefined {
  for (const { name, sheets } of pools) {
    const item = sheets === undefined ? undefined : sheetAt(sheets, row)
    if (item !== undefined) return [name, sheetIdentity(item.sheet.path, item.number)]
  }
  return undefined
}

/** What a compiled plan knows of the user's content. */
export function assetBook(plan: Plan, assets: Assets | undefined): Pick<Compilation, 'assets' | 'assetNames'> {
  const { assetPools = [] } = plan
  if (assetPools.length > 0 && assets === undefined)
    throw planError(
      'assets-not-given',
      assetPools[0]?.table ?? '',
      'the rows of a plan with assets were compiled without them',
    )
  const rows = new Map<string, AssetRows>()
  return {
    assets: (name, table) => {
      const key = `${table} ${name}`
      const known = rows.get(key)
      if (known !== undefined) return known
      const pool = assetPools.find((one) => one.name === name && one.table === table)
      if (pool === undefined) throw planError('no-such-pool', table, `the plan has no asset pool ${name} for ${table}`)
      const made = new AssetRows(pool, assets as Assets)
      rows.set(key, made)
      return made
    },
    // Asked once for each table that is compiled.
    assetNames: (table) => {
      const own = assetPools.filter((pool) => pool.table === table)
      const names = new Map(
        own.flatMap(({ name, items }) => items.map(({ row, identity }) => [row, [name, identity]] as const)),
      )
      return (row) => names.get(row) ?? sheetName(own, row)
    },
  }
}
