import { finding } from '../../model/finding.ts'
import type { AssetItemPlan, AssetPoolPlan, AssetSheetPlan, TablePlan } from '../../model/plan.ts'
import type { Draft, Workshop } from '../draft.ts'
import type { DraftItem } from './draft-assets.ts'
import { listed } from './listed.ts'
import { pastPools } from './past-pools.ts'
import { type PlacedSheets, placeSheets } from './sheets/place-sheets.ts'
import { withoutAssets } from './without-assets.ts'

/**
 * Which row of its table each item is: those of earlier runs stay, new ones take the new rows that are neither given nor made by a trigger, in order. Items
 * for which there is no row are told.
 */
export function planPools(workshop: Workshop, tables: readonly TablePlan[]): AssetPoolPlan[] {
  return tables.flatMap((table) => {
    const draft = workshop.byId.get(table.id)
    return draft === undefined ? [] : poolsOf(workshop, draft, table)
  })
}

function poolsOf(workshop: Workshop, draft: Draft, table: TablePlan): AssetPoolPlan[] {
  const past = pastPools(workshop.inputs.past, draft.id)
  const items = draft.assets?.items ?? []
  const rows = openRows(table, items.length)
  const placed = items.slice(0, rows.length)
  tellLeft(workshop, draft, table, items.slice(rows.length))
  const keyed = keyColumns(workshop, table)
  const fresh = placed.map((item, i) => ({ pool: item.pool, item: itemPlan(item, rows[i] as number, keyed) }))
  const large = placeSheets(table, (rows.at(-1) ?? table.present - 1) + 1, draft.assets?.large?.sheets ?? [])
  tellLeftOfSheets(workshop, draft, table, large.left)
  const used = table.columns.flatMap((column) => withoutAssets(column).assets.map(({ pool }) => pool))
  const names = [
    ...new Set([
      ...past.map(({ name }) => name),
      ...used,
      ...fresh.map(({ pool }) => pool),
      ...large.sheets.map(({ pool }) => pool),
    ]),
  ].sort()
  return names.map((name) => ({
    name,
    table: table.id,
    ...sheetsOf(
      past.filter((pool) => pool.name === name),
      large.sheets.filter(({ pool }) => pool === name),
    ),
    items: [
      ...past.filter((pool) => pool.name === name).flatMap((pool) => pool.items),
      ...fresh.filter(({ pool }) => pool === name).map(({ item }) => item),
    ].sort((a, b) => a.row - b.row),
  }))
}

/** Those of earlier runs, and the new ones; a file of both has the rows of both. */
function sheetsOf(
  past: readonly AssetPoolPlan[],
  fresh: PlacedSheets['sheets'],
): { readonly sheets?: readonly AssetSheetPlan[] } {
  const sheets = past.flatMap((pool) => pool.sheets ?? [])
  for (const { plan } of fresh) {
    const at = sheets.findIndex(({ path, digest }) => path === plan.path && digest === plan.digest)
    const before = sheets[at]
    if (before === undefined) sheets.push(plan)
    else sheets[at] = { ...before, parts: [...before.parts, ...plan.parts] }
  }
  return sheets.length === 0 ? {} : { sheets }
}

function tellLeftOfSheets(workshop: Workshop, draft: Draft, table: TablePlan, left: number): void {
  const [first] = draft.assets?.large?.sheets ?? []
  if (left === 0 || first === undefined || draft.scope.frozen) return
  workshop.findings.push(
    finding(
      'assets-left',
      'warning',
      { table: draft.id, path: `assetPools.${first.pool}` },
      `${left} items of large files for ${draft.id} get no row: it has ${table.rows}.`,
      { found: first.sheet.place, next: `Raise tables.${draft.id}.count to ${table.rows + left}, or leave it out.` },
    ),
  )
}

/** New rows that an item may become. */
function openRows({ rows, present, fixtures = [], made }: TablePlan, wanted: number): number[] {
  const given = new Set(fixtures.map(({ row }) => row))
  const open: number[] = []
  for (let row = present; row < rows && open.length < wanted; row++)
    if (!given.has(row) && !made?.ranges.some(({ from, to }) => from <= row && row < to)) open.push(row)
  return open
}

/** Columns that tell rows apart, or that keys of other tables lead to. */
function keyColumns({ inputs }: Workshop, { id, key }: TablePlan): ReadonlySet<string> {
  const unique = inputs.study.tables[id]?.keys.flatMap(({ columns }) => columns) ?? []
  const led = inputs.catalog.relations.flatMap(({ foreignKeys }) =>
    foreignKeys.filter(({ parent }) => parent === id).flatMap(({ parentColumns }) => parentColumns),
  )
  return new Set([...key.columns, ...unique, ...led])
}

function itemPlan({ asset, values }: DraftItem, row: number, keyed: ReadonlySet<string>): AssetItemPlan {
  const keys = [...values].filter(([name]) => keyed.has(name)).map(([name, { text }]) => [name, text] as const)
  return {
    row,
    identity: asset.identity,
    digest: asset.digest,
    ...(keys.length === 0 ? {} : { keys: Object.fromEntries(keys) }),
  }
}

function tellLeft(workshop: Workshop, draft: Draft, table: TablePlan, left: readonly DraftItem[]): void {
  if (left.length === 0 || draft.scope.frozen) return
  const said = draft.scope.count !== null
  workshop.findings.push(
    finding(
      'assets-left',
      'warning',
      { table: draft.id, path: `assetPools.${left[0]?.pool}` },
      `${left.length} of ${draft.assets?.items.length} items for ${draft.id} get no row: it has ${table.rows}.`,
      {
        found: listed(left.map(({ asset }) => asset.place)),
        next: said
          ? `Raise tables.${draft.id}.count to ${table.rows + left.length}, or leave it out.`
          : 'Give its parents more rows.',
      },
    ),
  )
}
