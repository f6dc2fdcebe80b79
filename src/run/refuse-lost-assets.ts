import type { History } from '../load/past/history.ts'
import type { Assets } from '../model/assets/assets.ts'
import { AssetIndex } from '../model/assets/find-asset.ts'
import type { Plan } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'

/** Files named in one message. */
const NAMED = 3

/**
 * An interrupted run is finished with the content that it was planned with.
 * @throws SeedError `asset-changed`, `asset-missing` where rows that are not there yet were to be made from files that are not as they were.
 */
export function refuseLostAssets(plan: Plan, assets: Assets, { own }: History): void {
  const index = new AssetIndex(assets)
  const held = (plan.assetPools ?? []).flatMap(({ name, table, items }) =>
    items.flatMap((item) => {
      if (own.some((part) => part.table === table && part.from <= item.row && item.row < part.to)) return []
      const found = index.find(name, item)
      const place = found.state === 'missing' ? item.identity : found.asset.place
      return found.state === 'same' ? [] : [{ state: found.state, name, table, place }]
    }),
  )
  const lost = [...held, ...lostSheets(plan, assets, own)]
  const [first] = lost
  if (first === undefined) return
  const places = [...new Set(lost.map(({ place }) => place))]
  const more = places.length > NAMED ? ` and ${places.length - NAMED} more` : ''
  throw new SeedError({
    code: `asset-${first.state}`,
    message: `An earlier run was interrupted, and files that it was planned with are not as they were: ${places.slice(0, NAMED).join(', ')}${more}.`,
    place: { table: first.table, path: `assetPools.${first.name}`, file: first.place },
    expected: 'the files as they were',
    found: first.state === 'missing' ? 'no such file' : 'another content',
    next: 'Put them back as they were, or remove what the run wrote with supa-seed cleanup and seed anew.',
  })
}

/** Large files that are not as they were, with rows that are not there yet. */
function lostSheets(plan: Plan, { pools }: Assets, own: History['own']) {
  return (plan.assetPools ?? []).flatMap(({ name, table, sheets = [] }) =>
    sheets.flatMap(({ path, digest, parts }) => {
      const rows = parts.reduce((sum, part) => sum + part.rows, 0)
      const there = own
        .filter((one) => one.table === table)
        .reduce((sum, { from, to }) => parts.reduce((all, part) => all + shared(part, from, to), sum), 0)
      const found = pools[name]?.sheets?.find((sheet) => sheet.path === path)
      if (there >= rows || found?.digest === digest) return []
      return [
        {
          state: found === undefined ? ('missing' as const) : ('changed' as const),
          name,
          table,
          place: found?.place ?? path,
        },
      ]
    }),
  )
}

const shared = ({ row, rows }: { row: number; rows: number }, from: number, to: number): number =>
  Math.max(0, Math.min(to, row + rows) - Math.max(from, row))
