import type { MappedValue } from '../../model/assets/asset-mapping.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { checkOrder } from './check-order.ts'
import type { DraftItem } from './draft-assets.ts'
import { findRepeats } from './find-repeats.ts'
import type { PoolItems } from './pool-items.ts'
import { readColumn } from './read-column.ts'
import { checkSheets } from './sheets/check-sheets.ts'

/** Works out every value of the items that are to become rows, and holds it against its column; two that meet in a key are problems as well. */
export function checkItems(workshop: Workshop, draft: Draft, pools: readonly PoolItems[]): void {
  const items = pools.flatMap((pool) => itemsOf(workshop, draft, pool))
  checkOrder(workshop, draft, items)
  draft.assets = { items, repeated: findRepeats(workshop, draft, items) }
  const large = checkSheets(
    workshop,
    draft,
    pools.flatMap(({ sheets }) => sheets),
  )
  if (large === undefined) return
  draft.assets = { ...draft.assets, repeated: new Set([...draft.assets.repeated, ...large.look.repeated]), large }
}

function itemsOf(workshop: Workshop, draft: Draft, { pool, path, fresh }: PoolItems): DraftItem[] {
  const columns = [...draft.columns.values()].filter(({ assets = [] }) => assets.some((one) => one.pool === pool))
  const read = columns.map((entry) => readColumn(workshop, draft, entry, { pool, path, items: fresh }))
  return fresh.flatMap((asset, i) => {
    const values = valuesOf(columns, read, i)
    return values === null ? [] : [{ pool, asset, values }]
  })
}

/** Of item number `i`, by column. Null where one of them does not fit: that stops the run, or passes it over where nothing is written. */
function valuesOf(
  columns: readonly DraftColumn[],
  read: readonly (readonly (MappedValue | null)[])[],
  i: number,
): ReadonlyMap<string, MappedValue> | null {
  const values = new Map<string, MappedValue>()
  for (const [at, { column }] of columns.entries()) {
    const value = read[at]?.[i] ?? null
    if (value === null) return null
    values.set(column.name, value)
  }
  return values
}
