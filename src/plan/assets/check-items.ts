import type { MappedValue } from '../../model/asset-mapping.ts'
import type { Asset } from '../../model/assets.ts'
import { finding } from '../../model/finding.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { checkOrder } from './check-order.ts'
import type { DraftItem } from './draft-assets.ts'
import { findRepeats } from './find-repeats.ts'
import type { PoolItems } from './settle-assets.ts'
import { targetOf } from './target-of.ts'

/** Files named in one message. */
const NAMED = 3

/** Works out every value of the items that are to become rows, and holds it against its column; two that meet in a key are problems as well. */
export function checkItems(workshop: Workshop, draft: Draft, pools: readonly PoolItems[]): void {
  const items = pools.flatMap(({ pool, path, fresh }) => {
    const columns = [...draft.columns.values()].filter(({ assets = [] }) => assets.some((one) => one.pool === pool))
    const read = columns.map((entry) => readColumn(workshop, draft, entry, { pool, path, items: fresh }))
    // What does not fit stops the run, or is passed over where nothing is written.
    return fresh.flatMap((asset, i): DraftItem[] =>
      read.some((values) => values[i] === null)
        ? []
        : [
            {
              pool,
              asset,
              values: new Map(
                columns.flatMap((entry, at): [string, MappedValue][] => {
                  const value = read[at]?.[i] ?? null
                  return value === null ? [] : [[entry.column.name, value]]
                }),
              ),
            },
          ],
    )
  })
  checkOrder(workshop, draft, items)
  draft.assets = { items, repeated: findRepeats(workshop, draft, items) }
}

/** What one column gets of each item; null where it does not fit. */
function readColumn(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  { pool, path, items }: { pool: string; path: string; items: readonly Asset[] },
): (MappedValue | null)[] {
  const { expression, labels } = entry.assets?.find((one) => one.pool === pool) ?? { expression: 'null' }
  const target = targetOf(draft, entry)
  const name = entry.column.name
  const nothing: Asset[] = []
  const near = new Map<string, string>()
  const values = items.map((asset) => {
    const read = workshop.inputs.mapping.value(expression, asset, target)
    if ('problem' in read) {
      const { message, expected, found, next } = read.problem
      const place = { table: draft.id, column: name, path, file: asset.place }
      workshop.assetProblems.push(
        finding(
          'asset-value',
          'error',
          place,
          `${asset.place} does not fit ${draft.id}.${name} (${expression}): ${message}`,
          {
            expected,
            found,
            next,
          },
        ),
      )
      return null
    }
    if (read.nothing) nothing.push(asset)
    if (read.spelled !== null) near.set(asset.place, read.spelled)
    return read
  })
  const place = { table: draft.id, column: name, path }
  if (nothing.length > 0 && !expression.includes('|'))
    workshop.findings.push(
      finding(
        'asset-incomplete',
        'info',
        place,
        `${nothing.length} of ${items.length} items of the asset pool ${pool} say nothing for ${draft.id}.${name}: it gets what it would get anyway.`,
        {
          found: listed(nothing.map((asset) => asset.place)),
          next: `Say what else under fields, where that is not meant: ${name}: '${expression} | null'`,
        },
      ),
    )
  if (near.size > 0 && labels !== undefined)
    workshop.findings.push(
      finding(
        'label-spelled',
        'info',
        place,
        `Items of the asset pool ${pool} spell labels of ${draft.id}.${name} in another way (${near.size} of ${items.length}); they are taken for them.`,
        { expected: labels.join(', '), found: listed([...near].map(([file, label]) => `${label} in ${file}`)) },
      ),
    )
  return values
}

const listed = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more` : names.join(', ')
