import type { Input, Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { openColumns } from './open-columns.ts'

const NUMBER = /^(int[248]|numeric)$/
/** Words that a column of money adds to its name without saying more. */
const EMPTY = /^(amount|amt|total|cost|price|cents|value|sum|charge)$/

/**
 * Money that adds up where names say so: a total is its subtotal with tax, shipping and fees, less the discount; the total of a line is its quantity times its price;
 * tax and discount are a share of what they are taken from.
 */
export function fitTotals(draft: Draft): void {
  const numbers = openColumns(draft).filter(
    ({ study, recipe }) => NUMBER.test(study.base) && recipe.kind === 'draw' && study.encoding.kind !== 'array',
  )
  const find = (test: RegExp): DraftColumn | undefined =>
    numbers.find(({ column }) => test.test(nameWords(column.name).join('_')))
  const subtotal = find(/^(sub_?total|net)(_(amount|cents|price))?$|^(amount|price)_subtotal$/)
  const total = find(/^((grand|order|invoice|line)_)?total(_(amount|cents|price|due))?$|^amount_total$/)
  const amount = find(/^((line|item|net|row)_)?amount(_cents)?$|^ext(ended)?_price$|^line_(price|cost)(_cents)?$/)
  const quantity = find(/^(quantity|qty)$/)
  const price = find(/^(unit_price|unit_amount|unit_cost|price|price_each|unit_price_cents|price_cents)$/)
  const parts = partsOf(numbers)
  const base = subtotal ?? null
  if (quantity !== undefined && price !== undefined)
    lines(
      draft,
      base ?? total ?? (price.column.name === amount?.column.name ? null : (amount ?? null)),
      quantity,
      price,
    )
  if (base === null || total === undefined || base.study.base !== total.study.base) return
  const whole = [base, total, ...parts.plus, ...parts.minus]
  if (whole.some((column) => column.study.base !== base.study.base) || !hasRoom(total, base)) return
  for (const column of [...parts.plus, ...parts.minus]) share(draft, column, base)
  for (const column of [base, total]) column.nulls = 0
  total.recipe = {
    kind: 'derive',
    with: 'sum',
    from: [base, ...parts.plus, ...parts.minus].map(({ column }) => ({ column: column.name })),
    options: { ...scaleOf(total), factors: [1, ...parts.plus.map(() => 1), ...parts.minus.map(() => -1)] },
  }
  total.why = `what ${[base, ...parts.plus, ...parts.minus].map(({ column }) => column.name).join(', ')} come to`
}

function partsOf(numbers: readonly DraftColumn[]): { readonly plus: DraftColumn[]; readonly minus: DraftColumn[] } {
  const plus: DraftColumn[] = []
  const minus: DraftColumn[] = []
  const seen = new Set<string>()
  for (const column of numbers) {
    const said = nameWords(column.column.name).filter((word, at) => at === 0 || !EMPTY.test(word))
    const word = said.length === 1 ? (said[0] ?? '') : said.length === 2 && said[0] === 'total' ? (said[1] ?? '') : ''
    if (seen.has(word)) continue
    if (/^(tax|vat|gst|taxes|shipping|freight|fee|fees|tip|delivery)$/.test(word)) plus.push(column)
    else if (/^(discount|discounts)$/.test(word)) minus.push(column)
    else continue
    seen.add(word)
  }
  return { plus, minus }
}

/** Tax is a fixed part of the amount, other parts are smaller than it. */
function share(draft: Draft, column: DraftColumn, base: DraftColumn): void {
  const [word = ''] = nameWords(column.column.name).filter((one) => one !== 'total')
  const tax = /^(tax|vat|gst|taxes)$/.test(word)
  const rate = tax ? rateOf(draft) : null
  column.nulls = 0
  column.recipe =
    rate === null
      ? {
          kind: 'derive',
          with: 'sum',
          from: [{ column: base.column.name }],
          options: { ...scaleOf(column), factors: [tax ? 0.2 : word.startsWith('discount') ? 0.1 : 0.05] },
        }
      : {
          kind: 'derive',
          with: 'product',
          from: [{ column: base.column.name }, rate],
          options: scaleOf(column),
        }
  column.why = `a share of ${base.column.name}`
}

/** A tax rate that is kept as a fraction: 0.19. */
function rateOf(draft: Draft): Input | null {
  const rate = [...draft.columns.values()].find(
    ({ column, recipe, nulls }) =>
      /^(tax_rate|vat_rate)$/.test(nameWords(column.name).join('_')) &&
      recipe.kind === 'draw' &&
      nulls === 0 &&
      typeof (recipe.options as { max?: unknown }).max === 'number' &&
      (recipe.options as { max: number }).max <= 1,
  )
  return rate === undefined ? null : { column: rate.column.name }
}

/** quantity × price. */
function lines(draft: Draft, target: DraftColumn | null, quantity: DraftColumn, price: DraftColumn): void {
  if (target === null || price.study.base !== target.study.base || !draft.columns.has(target.column.name)) return
  const most = highest(quantity.recipe) * highest(price.recipe)
  if (most > (target.study.domain.max ?? Number.POSITIVE_INFINITY) || most > typeMax(target)) return
  quantity.nulls = 0
  price.nulls = 0
  target.nulls = 0
  target.recipe = {
    kind: 'derive',
    with: 'product',
    from: [{ column: quantity.column.name }, { column: price.column.name }],
    options: scaleOf(target),
  }
  target.why = `${quantity.column.name} times ${price.column.name}`
}

/** The total may be a third above the subtotal. */
const hasRoom = (total: DraftColumn, base: DraftColumn): boolean =>
  (base.recipe.kind === 'derive' ? 0 : highest(base.recipe) * 1.4) <=
    Math.min(total.study.domain.max ?? Number.POSITIVE_INFINITY, typeMax(total)) && (total.study.domain.min ?? 0) <= 1

function highest(recipe: Recipe): number {
  const options = recipe.kind === 'draw' ? (recipe.options as { readonly max?: unknown }) : {}
  return typeof options.max === 'number' ? options.max : Number.POSITIVE_INFINITY
}

function typeMax({ study, column }: DraftColumn): number {
  if (study.base === 'int2') return 32_767
  if (study.base === 'int4') return 2_147_483_647
  if (study.base === 'int8') return Number.MAX_SAFE_INTEGER
  return column.precision === null ? 1e30 : 10 ** (column.precision - (column.scale ?? 0)) - 1
}

const scaleOf = ({ study }: DraftColumn): Readonly<Record<string, Value>> => ({
  scale: study.base === 'numeric' ? (study.domain.scale ?? 2) : 0,
})
