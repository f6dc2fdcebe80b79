import type { Draft, DraftColumn } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'

const NUMBER = /^(int[248]|numeric)$/
/** Words of the lower one and of the higher one. */
const PAIRS: readonly (readonly [lower: RegExp, higher: string])[] = [
  [/^(min|minimum)$/, 'max'],
  [/^(min|minimum)$/, 'maximum'],
  [/^low$/, 'high'],
  [/^lower$/, 'upper'],
]
/** Prices that stand above others. */
const ABOVE: readonly (readonly [lower: RegExp, higher: RegExp])[] = [
  [
    /^(price|sale_price|unit_price|price_cents)$/,
    /^(compare_at_price|original_price|list_price|regular_price|compare_at_price_cents|msrp|rrp)$/,
  ],
  [/^(cost|cost_price|unit_cost|purchase_price)$/, /^(price|sale_price|selling_price|unit_price)$/],
]

/** `salary_min` is below `salary_max`, the price that is crossed out above the one that is asked. */
export function fitPairs(draft: Draft): void {
  const open = openColumns(draft).filter(({ study, recipe }) => NUMBER.test(study.base) && recipe.kind === 'draw')
  const named = open.map((column) => ({ column, words: nameWords(column.column.name) }))
  for (const { column: lower, words } of named) {
    for (const [low, high] of PAIRS) {
      const wanted = words.map((word) => (low.test(word) ? high : word)).join('_')
      const higher = named.find((one) => one.column !== lower && one.words.join('_') === wanted)?.column
      if (higher !== undefined && words.some((word) => low.test(word))) raise(lower, higher)
    }
    for (const [low, high] of ABOVE) {
      const higher = named.find((one) => one.column !== lower && high.test(one.words.join('_')))?.column
      if (higher !== undefined && low.test(words.join('_'))) raise(lower, higher)
    }
  }
}

function raise(lower: DraftColumn, higher: DraftColumn): void {
  if (lower.recipe.kind !== 'draw' || higher.recipe.kind !== 'draw' || lower.study.base !== higher.study.base) return
  const { min, max } = lower.recipe.options as { readonly min?: unknown; readonly max?: unknown }
  const most = Math.min(higher.study.domain.max ?? Number.POSITIVE_INFINITY, room(higher))
  if (typeof min !== 'number' || typeof max !== 'number' || max * 1.6 + 2 > most || min < 0) return
  higher.recipe = {
    kind: 'derive',
    with: 'above',
    from: [{ column: lower.column.name }],
    options: { ...(higher.study.base === 'numeric' ? { scale: higher.study.domain.scale ?? 2 } : { scale: 0 }) },
  }
  higher.why = `above ${lower.column.name}`
}

const room = ({ study, column }: DraftColumn): number =>
  study.base === 'int2'
    ? 32_767
    : study.base === 'int4'
      ? 2_147_483_647
      : column.precision === null
        ? 1e15
        : 10 ** (column.precision - (column.scale ?? 0)) - 1
