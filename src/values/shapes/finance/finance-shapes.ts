import type { ShapeName, ShapeOptions } from '../../../model/shapes.ts'
import type { Draws, ShapeMakers } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { base62 } from '../text/base62.ts'
import { pick } from '../text/pick.ts'
import { codeStyle } from '../text/styles.ts'
import { plainText, textShape } from '../text/text-shape.ts'
import { ibanUpTo } from './iban.ts'

/** The numbers that payment providers publish for tests: valid by Luhn, charged by nobody. */
const testCards = lines(`
4242424242424242 | 4000056655665556 | 5555555555554444 | 2223003122003222 | 5200828282828210 | 5105105105105100 | 378282246310005 | 371449635398431
6011111111111117 | 6011000990139424 | 3056930009020004 | 36227206271667 | 3566002020360505 | 6200000000000005 | 4111111111111111 | 4012888888881881
`)

const digits = (draws: Draws, n: number, count: number): string =>
  String(10 ** count + draws.below(n, 10 ** count)).slice(1)

/** Stripe-like: `cus_test_…`. */
const id = textShape<ShapeOptions['finance.id']>(
  { ...codeStyle, more: (draws, n) => base62(draws, n, 8) },
  ({ prefix, maxLength = 40 }) => {
    const front = `${prefix}${prefix === '' || prefix.endsWith('_') ? '' : '_'}test_`
    const count = Math.max(1, Math.min(16, maxLength - front.length))
    return (draws) => front + base62(draws, 0, count)
  },
)

/** The form of an American or a European number with a prefix that no office gives out (`00`, `XX`). */
function taxId(draws: Draws): string {
  return draws.below(0, 2) === 0 ? `00-${digits(draws, 1, 7)}` : `XX${digits(draws, 1, 9)}`
}

export const financeShapes: Pick<ShapeMakers, Extract<ShapeName, `finance.${string}`>> = {
  'finance.iban': textShape(codeStyle, ({ maxLength = 99 }) => ibanUpTo(maxLength)),
  'finance.card': plainText(codeStyle, (draws) => pick(draws, 0, testCards)),
  'finance.account': plainText(codeStyle, (draws) => `00${digits(draws, 0, 8)}`),
  'finance.id': id,
  'finance.taxId': plainText(codeStyle, taxId),
}
