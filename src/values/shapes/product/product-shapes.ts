import type { ShapeName } from '../../../model/shapes.ts'
import type { Draws, ShapeMakers } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { oneOf } from '../text/one-of.ts'
import { codeStyle, nameStyle, proseStyle } from '../text/styles.ts'
import { plainText, type TextMaker, textShape } from '../text/text-shape.ts'
import { eanCheckDigit, isbn10CheckDigit } from './check-digits.ts'
import {
  BARCODE,
  brand,
  CURRENCY,
  category,
  color,
  description,
  ISBN,
  material,
  productName,
  sku,
  UNIT,
} from './parts.ts'
import { price } from './price.ts'

const digits = (draws: Draws, n: number, count: number): string =>
  String(10 ** count + draws.below(n, 10 ** count)).slice(1)

/** The range 20 to 29 is for numbering inside a shop, so these codes belong to no maker. EAN-8 where there is no room. */
const ean: TextMaker = textShape(codeStyle, ({ maxLength = 13 }) => (draws) => {
  const front = maxLength < 13 ? `2${digits(draws, BARCODE, 6)}` : `2${digits(draws, BARCODE, 11)}`
  return front + eanCheckDigit(front)
})

/** ISBN-13; ISBN-10 where there is no room. */
const isbn: TextMaker = textShape(codeStyle, ({ maxLength = 13 }) => (draws) => {
  const body = `1${digits(draws, ISBN, 8)}`
  return maxLength < 13 ? body + isbn10CheckDigit(body) : `978${body}${eanCheckDigit(`978${body}`)}`
})

const currencies = lines(
  'USD | USD | USD | EUR | EUR | EUR | GBP | GBP | CAD | AUD | CHF | SEK | NOK | DKK | PLN | JPY | BRL | INR | MXN | NZD',
)
const units = lines('piece | piece | box | pack | kg | g | l | ml | m | cm | pair | set | hour | day')

export const productShapes: Pick<ShapeMakers, Extract<ShapeName, `product.${string}` | `commerce.${string}`>> = {
  'product.name': plainText(nameStyle, productName),
  'product.description': plainText(proseStyle, description),
  'product.category': plainText(nameStyle, category),
  'product.brand': plainText(nameStyle, brand),
  'product.material': plainText(nameStyle, material),
  'product.color': plainText(nameStyle, color),
  'product.sku': plainText(codeStyle, sku),
  'product.ean': ean,
  'product.isbn': isbn,
  'commerce.price': price,
  'commerce.currency': oneOf(currencies, CURRENCY),
  'commerce.unit': oneOf(units, UNIT),
}
