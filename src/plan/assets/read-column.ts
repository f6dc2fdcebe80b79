import type { MappedValue, MappingProblem } from '../../model/assets/asset-mapping.ts'
import type { Asset } from '../../model/assets/assets.ts'
import { madeItem } from '../../model/assets/made-item.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import type { ColumnAsset } from './draft-assets.ts'
import { Mentions } from './mentions.ts'
import { otherColumns } from './other-columns.ts'
import { targetOf } from './target-of.ts'
import { nothingTold, tellColumn, tellValue } from './tell-column.ts'
import { tellFallback } from './tell-fallback.ts'

/** What one column gets of each item of a pool; null where it does not fit, which is a problem. */
export function readColumn(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  { pool, path, items }: { pool: string; path: string; items: readonly Asset[] },
): (MappedValue | null)[] {
  const mapped = entry.assets?.find((one) => one.pool === pool)
  if (mapped === undefined) return items.map(() => null)
  const target = targetOf(draft, entry)
  const others = otherColumns(draft, pool)
  const place = { table: draft.id, column: entry.column.name, path }
  const isKey = draft.study.keys.length === 0 || draft.study.keys.some(({ columns }) => columns.includes(place.column))
  const problems: { readonly asset: Asset; readonly problem: MappingProblem }[] = []
  const values = items.map((asset) => {
    const read = workshop.inputs.mapping.value(mapped.expression, asset, target, others)
    if (!('problem' in read)) return isKey ? read : slim(read)
    problems.push({ asset, problem: read.problem })
    return null
  })
  workshop.assetProblems.push(...misfits(problems, items.length, place, mapped.expression))
  const told = { items: items.length, ...nothingTold() }
  for (const [i, asset] of items.entries()) {
    const value = values[i] ?? null
    if (value !== null) tellValue(told, asset.place, value)
  }
  workshop.findings.push(...tellColumn(mapped, place, told))
  if (mapped.made && roomForMade(workshop, draft, items.length))
    workshop.assetProblems.push(...misfitsOfMade(workshop, draft, entry, mapped, place))
  const { fallback } = mapped
  if (fallback !== undefined) {
    const left = items.filter((asset) => {
      const read = workshop.inputs.mapping.value(fallback.of, asset, target, others)
      return 'problem' in read || read.nothing
    })
    const mentions = new Mentions(left.map((asset) => asset.place))
    workshop.findings.push(...tellFallback(fallback.by, pool, place, items.length, mentions))
  }
  return values
}

/** Rows without an item are asked for. */
const roomForMade = ({ inputs }: Workshop, { scope }: Draft, items: number): boolean =>
  (scope.count ?? 0) > items || scope.pools.some((pool) => inputs.config.assetPools[pool]?.merge === true)

/** So many rows without an item are looked at. */
const LOOKED_AT = 50

/** What the fallback of a column gives for rows without an item has to fit as well; the first that does not is told. */
function misfitsOfMade(
  workshop: Workshop,
  draft: Draft,
  entry: DraftColumn,
  { pool, expression }: ColumnAsset,
  place: { table: string; column: string; path: string },
): Finding[] {
  const [target, others] = [targetOf(draft, entry), otherColumns(draft, pool)]
  for (let row = 0; row < LOOKED_AT; row++) {
    const read = workshop.inputs.mapping.value(expression, madeItem(row), target, others)
    if (!('problem' in read)) continue
    const { message, expected, found, next } = read.problem
    const what = `The fallback of ${place.table}.${place.column} (${expression}) gives what does not fit: ${message}`
    return [finding('fallback-value', 'error', place, what, { expected, found, next })]
  }
  return []
}

/** Letters of a text that is kept while the plan is made, of columns that tell no rows apart. */
const KEPT = 64

/** Without the text of an article: what matters of it is that it fits. */
const slim = (read: MappedValue): MappedValue =>
  read.text === null || read.text.length <= KEPT ? read : { ...read, value: null, text: '' }

/** What does not fit, item by item; once where every item has the same problem, for then it lies in the expression. */
function misfits(
  problems: readonly { readonly asset: Asset; readonly problem: MappingProblem }[],
  items: number,
  place: { table: string; column: string; path: string },
  expression: string,
): Finding[] {
  const [first] = problems
  const same = new Set(
    problems.map(({ problem }) => JSON.stringify([problem.message, problem.expected, problem.found])),
  )
  if (first !== undefined && items > 1 && problems.length === items && same.size === 1)
    return [misfit(`None of ${items} items`, place, expression, first.problem)]
  return problems.map(({ asset, problem }) => misfitOf(asset, place, expression, problem))
}

/** An item that does not fit. */
export const misfitOf = (
  asset: Asset,
  place: { table: string; column: string; path: string },
  expression: string,
  problem: MappingProblem,
): Finding => misfit(`${asset.place} does not`, { ...place, file: asset.place }, expression, problem)

function misfit(
  who: string,
  place: { table: string; column: string; path: string; file?: string },
  expression: string,
  { message, expected, found, next }: MappingProblem,
): Finding {
  const what = `${who} ${who.startsWith('None') ? 'fits' : 'fit'} ${place.table}.${place.column} (${expression}): ${message}`
  return finding('asset-value', 'error', place, what, { expected, found, next })
}
