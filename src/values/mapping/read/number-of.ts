const PLAIN = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i
/** Thousands in groups of three, behind one and the same separator. */
const GROUPED = /^([+-]?\d{1,3})(?:([,.' \u00a0\u202f’])\d{3})(?:\2\d{3})*(?:([.,])(\d+))?$/
const COMMA = /^[+-]?\d+,\d+$/

/**
 * A number as people write it: `1299`, `1,299.00`, `1.299,00`, `1 299`, `1'299`, `3,5`, `$49.99`, `12 €`. A comma with three digits behind it
 * separates thousands, a dot alone never does. Gives the plain digits, so that long numbers keep all of them; null for anything else.
 */
export function numberOf(written: string): string | null {
  const text = written.trim().replace(/^([+-]?)\s*[$€£¥]\s*|\s*[$€£¥]$/gu, '$1')
  if (PLAIN.test(text)) return text.replace(/^\+/, '')
  const grouped = GROUPED.exec(text)
  if (grouped !== null && isGrouped(grouped)) {
    const [, , separator = '', decimal, fraction] = grouped
    const whole = (decimal === undefined ? text : text.slice(0, text.lastIndexOf(decimal))).replaceAll(separator, '')
    return `${whole.replace(/^\+/, '')}${fraction === undefined ? '' : `.${fraction}`}`
  }
  return COMMA.test(text) ? text.replace(',', '.').replace(/^\+/, '') : null
}

/** `1.299` is a little more than one; `1.299.000` and `1.299,5` are not. */
function isGrouped([text, , separator, decimal]: RegExpExecArray): boolean {
  if (decimal === separator) return false
  return separator !== '.' || decimal !== undefined || text.split('.').length > 2
}
