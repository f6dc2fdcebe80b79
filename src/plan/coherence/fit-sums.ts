import type { Input } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { childrenAtMost, largestOf, roomOf } from './numbers-of.ts'
import { openColumns } from './open-columns.ts'
import { PARTS } from './part-words.ts'
import { type Below, namesOf } from './rows-below.ts'
import { waitsFor } from './waits-for.ts'

const NUMBER = /^(int[248]|numeric)$/
/** What a line comes to. */
const AMOUNT =
  /^(line_|item_|row_|net_|ext(ended)?_)?(total|amount|sub_?total)(_(price|amount|cents|cost))?$|^ext(ended)?_price$|^line_price$/
const QUANTITY = /^(quantity|qty)$/
const PRICE = /^(unit_)?(price|amount|cost)(_cents|_each)?$|^price_(each|amount)$/
/** What all lines come to: before tax and discount, or else the whole. */
const SUBTOTAL = /^(sub_?total|net)(_(amount|cents|price))?$|^(items|lines|amount|price)_(sub)?total$/
const TOTAL =
  /^((grand|order|invoice|cart|bill|sale|overall)_)?total(_(amount|cents|price|cost|value|sum))?$|^amount_total$/
/** What all orders of a customer come to. */
const SPENT =
  /^(total_(spent|spend|revenue|sales|purchases|orders_value)|lifetime_(value|spend|spent)|ltv)(_(cents|amount))?$/
const SALES = ['order', 'purchase', 'sale', 'invoice', 'booking']

/** What an order comes to is what its lines come to, and what a customer has spent what the orders do. */
export function fitSums(workshop: Workshop, parent: Draft, below: readonly Below[]): void {
  const open = openColumns(parent).filter(
    ({ study, recipe }) => NUMBER.test(study.base) && study.encoding.kind === 'number' && recipe.kind === 'draw',
  )
  const find = (test: RegExp) => open.find(({ column }) => test.test(nameWords(column.name).join('_')))
  const whole = find(SUBTOTAL) ?? find(TOTAL)
  const lines = whole === undefined ? null : linesOf(parent, below)
  if (whole !== undefined && lines !== null) add(workshop, parent, whole, lines)
  const spent = find(SPENT)
  const sales = spent === undefined ? null : salesOf(below)
  if (spent !== undefined && sales !== null) add(workshop, parent, spent, sales)
}

interface Lines extends Below {
  /** Their product is what a row comes to. */
  readonly columns: readonly DraftColumn[]
}

/** The table of the parts of a row; null where there is none, or more than one. */
function linesOf(parent: Draft, below: readonly Below[]): Lines | null {
  const found = below.flatMap(({ child, link }): Lines[] => {
    const named = child !== parent && namesOf(child.relation.name).some((name) => PARTS.test(name))
    const columns = named ? amountOf(child) : null
    return columns === null ? [] : [{ child, link, columns }]
  })
  const owned = found.filter(({ child, link }) => link === child.owner)
  const [first, ...others] = owned.length > 0 ? owned : found
  return first === undefined || others.length > 0 ? null : first
}

function salesOf(below: readonly Below[]): Lines | null {
  const found = below.flatMap(({ child, link }): Lines[] => {
    const named = namesOf(child.relation.name).some((name) => SALES.includes(name))
    const total = named ? find(child, TOTAL) : undefined
    return total === undefined ? [] : [{ child, link, columns: [total] }]
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** What a line comes to: its amount, else its quantity times its price, else its price. */
function amountOf(child: Draft): readonly DraftColumn[] | null {
  const amount = find(child, AMOUNT)
  if (amount !== undefined) return [amount]
  const price = find(child, PRICE)
  const quantity = find(child, QUANTITY)
  if (price === undefined) return null
  return quantity === undefined ? [price] : [price, quantity]
}

const find = (draft: Draft, test: RegExp): DraftColumn | undefined =>
  [...draft.columns.values()].find(
    ({ column, study, recipe }) =>
      test.test(nameWords(column.name).join('_')) &&
      NUMBER.test(study.base) &&
      study.encoding.kind === 'number' &&
      recipe.kind !== 'leave' &&
      recipe.kind !== 'constant',
  )

function add(workshop: Workshop, parent: Draft, target: DraftColumn, { child, link, columns }: Lines): void {
  const [amount] = columns
  if (amount === undefined || amount.study.base !== target.study.base) return
  if (isCents(amount) !== isCents(target) && amount.study.base !== 'numeric') return
  const goal = { draft: parent, column: target.column.name }
  if (columns.some(({ column }) => waitsFor(workshop.byId, { draft: child, column: column.name }, goal))) return
  const many = childrenAtMost(parent, child)
  const largest = columns.reduce((product, column) => product * largestOf(workshop, child, column), many)
  const least = Math.max(...[target, ...madeOf(parent, target)].map(({ study }) => study.domain.min ?? 0))
  const filled = link === child.owner && child.spread.min >= 1
  if (largest * 1.4 > roomOf(target) || (least > 0 && !(filled && least <= 1))) return
  target.recipe = {
    kind: 'derive',
    with: 'gather',
    from: [] satisfies readonly Input[],
    over: { table: child.id, link: link.name, columns: columns.map(({ column }) => column.name) },
    options: { by: 'sum', ...scaleOf(target) },
  }
  target.nulls = 0
  target.why = `what ${child.id}.${columns.map(({ column }) => column.name).join(' × ')} come to`
}

/** Columns of the row that are reckoned from one: the total from the subtotal. */
const madeOf = (parent: Draft, { column }: DraftColumn): readonly DraftColumn[] =>
  [...parent.columns.values()].filter(
    ({ recipe }) =>
      recipe.kind === 'derive' && recipe.from.some((input) => !('link' in input) && input.column === column.name),
  )

const isCents = ({ column }: DraftColumn): boolean => /cents|pence|minor/i.test(column.name)

const scaleOf = ({ study }: DraftColumn): Readonly<Record<string, Value>> => ({
  scale: study.base === 'numeric' ? (study.domain.scale ?? 2) : 0,
})
