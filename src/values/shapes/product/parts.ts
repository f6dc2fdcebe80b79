import type { Draws } from '../../shape-maker.ts'
import { brands, colors, productAdjectives } from '../../words/product-names.ts'
import { type ProductGroup, type Shelf, shelves } from '../../words/products.ts'
import { withArticle } from '../text/phrases.ts'
import { pick } from '../text/pick.ts'

/** The draws of the entity `product`: name, description, material, colour, number and price are those of one thing. */
const SHELF = 0
const GROUP = 1
const KIND = 2
const MATERIAL = 3
const ADJECTIVE = 4
const COLOR = 5
const BRAND = 6
const STYLE = 7
const FEATURE = 8
const BENEFIT = 9
const SENTENCE = 11
const SERIAL = 12
/** Where the draws of single shapes begin. */
export const PRICE = 14
export const BARCODE = 20
export const ISBN = 24
export const UNIT = 28
export const CURRENCY = 29

export const shelf = (draws: Draws): Shelf => pick(draws, SHELF, shelves)

const group = (draws: Draws): ProductGroup => pick(draws, GROUP, shelf(draws).groups)
const kind = (draws: Draws): string => pick(draws, KIND, group(draws).kinds)

export function material(draws: Draws): string {
  return pick(draws, MATERIAL, group(draws).materials)
}

export function color(draws: Draws): string {
  return pick(draws, COLOR, colors)
}

export function brand(draws: Draws): string {
  return pick(draws, BRAND, brands)
}

export function category(draws: Draws): string {
  return shelf(draws).category
}

/** `Compact Oak Desk`, `Oak Desk`, `Compact Desk, Oak` … */
export function productName(draws: Draws): string {
  const what = kind(draws)
  const made = material(draws)
  const how = pick(draws, ADJECTIVE, productAdjectives)
  switch (draws.below(STYLE, 6)) {
    case 0:
      return `${made} ${what}`
    case 1:
      return `${how} ${what}, ${made}`
    case 2:
      return `${brand(draws)} ${what}`
    default:
      return `${how} ${made} ${what}`
  }
}

/** Two or three sentences: what it is, what it can do, why one wants it. */
export function description(draws: Draws): string {
  const what = kind(draws).toLowerCase()
  const made = material(draws).toLowerCase()
  const how = pick(draws, FEATURE, group(draws).features)
  const { benefits } = shelf(draws)
  const why = draws.below(BENEFIT, benefits.length)
  const end = `${benefits[why]}`
  const more = benefits[(why + 1 + draws.below(BENEFIT + 1, benefits.length - 1)) % benefits.length]
  switch (draws.below(SENTENCE, 4)) {
    case 0:
      return `${capital(withArticle(`${made} ${what}`))} ${how}. ${end}`
    case 1:
      return `${capital(`${made} ${what}`)} ${how}. ${end} ${more}`
    case 2:
      return `${capital(withArticle(`${made} ${what}`))} from ${brand(draws)} ${how}. ${end}`
    default:
      return `Our ${made} ${what} ${how}. ${end} ${more}`
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `FUR-DES-4821`: shelf, thing, number. */
export function sku(draws: Draws): string {
  const letters = kind(draws)
    .replaceAll(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase()
  return `${shelf(draws).code}-${letters}-${1000 + draws.below(SERIAL, 9000)}`
}
