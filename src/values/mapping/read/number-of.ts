const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i
/** Thousands in groups of three, behind one and the same separator. */
const GROUPED = /^([+-]?\d{1,3})(?:([,.' \u00a0\u202f\u2009’_])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/
/** As in India: groups of two before the last three. */
const LAKHS = /^[+-]?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/
const COMMA = /^[+-]?\d+,\d+$/
/** Signs and codes of currencies, and units of counting, on either side. */
const MONEY =
  /^([+-]?)\s*(?:[$€£¥₹₽₩]|(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|BRL|SEK|NOK|DKK|PLN|CZK|US\$|CA\$|A\$|R\$|kr\.?|zł|Kč)(?=[\s\d.,+-]))\s*([+-]?)/iu
const MONEY_BEHIND =
  /\s*(?:[$€£¥₹₽₩]|(?<=[\s\d.,-])(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|BRL|SEK|NOK|DKK|PLN|CZK|kr\.?|zł|Kč))$/iu
/** Longer texts are no numbers. */
const LONGEST = 400

/**
 * A number as people write it: `1299`, `1,299.00`, `1.299,00`, `1 299`, `1'299`, `1,29,900`, `3,5`, `$49.99`, `12 €`, `EUR 1.299,-`, `(49.99)`. A comma with three digits
 * behind it separates thousands, a dot alone never does. Gives the plain digits, so that long numbers keep all of them; null for anything else.
 */
export function numberOf(written: string): string | null {
  if (written.length > LONGEST) return null
  const text = bare(written.trim().replace(/^[\u2212\u2013]/u, '-'))
  if (PLAIN.test(text)) return plain(text)
  const grouped = GROUPED.exec(text)
  if (grouped !== null && isGrouped(grouped)) {
    const [, , separator = '', decimal, fraction] = grouped
    const whole = (decimal === undefined ? text : text.slice(0, text.lastIndexOf(decimal))).replaceAll(separator, '')
    return plain(`${whole}${fraction === undefined ? '' : `.${fraction}`}`)
  }
  if (LAKHS.test(text)) return plain(text.replaceAll(',', ''))
  return COMMA.test(text) ? plain(text.replace(',', '.')) : null
}

/** Without what says of which money it is; in brackets, as bookkeepers write it, it is below zero. */
function bare(text: string): string {
  const owed = /^\((.+)\)$/.exec(text)?.[1]
  const inner = (owed ?? text)
    .replace(MONEY, '$1$2')
    .replace(/[.,](?:[-–—]|--)(?=\s|$)/u, '')
    .replace(MONEY_BEHIND, '')
  return owed !== undefined && /^\d/.test(inner) ? `-${inner}` : inner
}

const plain = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.(?=e|$)/i, '')

/** `1.299` is a little more than one; `1.299.000` and `1.299,5` are not. */
function isGrouped([text, , separator, decimal]: RegExpExecArray): boolean {
  if (decimal === separator) return false
  return separator !== '.' || decimal !== undefined || text.split('.').length > 2
}
