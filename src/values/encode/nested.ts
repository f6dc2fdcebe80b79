import type { Encoding, Value } from '../../model/value.ts'

/** Encodes a value that is not null by its encoding. */
export type ToText = (value: Value, encoding: Encoding) => string | null

type ArrayEncoding = Extract<Encoding, { kind: 'array' }>

/** Kinds whose own values are JS arrays: there, a JS array is one element, not one dimension more. */
const LISTS = new Set<Encoding['kind']>(['json', 'composite', 'multirange', 'array'])

/** `{a,"b c",NULL}`; JS arrays inside are further dimensions. */
export function arrayText(items: readonly Value[], encoding: ArrayEncoding, toText: ToText): string {
  const { element, delimiter } = encoding
  const texts: string[] = []
  for (const item of items) {
    if (Array.isArray(item) && !LISTS.has(element.kind)) {
      const inner = arrayText(item, encoding, toText)
      if (inner !== '{}') texts.push(inner)
    } else {
      const text = item === null ? null : toText(item, element)
      texts.push(text === null ? 'NULL' : quotedElement(text))
    }
  }
  return `{${texts.join(delimiter)}}`
}

const quotedElement = (text: string): string =>
  text === '' || /[{}",;\\\s]/.test(text) || (text.length === 4 && text.toLowerCase() === 'null')
    ? `"${text.replace(/["\\]/g, '\\$&')}"`
    : text

/** `(a,"b c",)`; null is nothing at all, the empty text is `""`. */
export function compositeText(fields: readonly Value[], encodings: readonly Encoding[], toText: ToText): string {
  const texts = encodings.map((encoding, i) => {
    const field = fields[i] ?? null
    const text = field === null ? null : toText(field, encoding)
    return text === null ? '' : quotedPart(text)
  })
  return `(${texts.join(',')})`
}

/** `[1,5)`, `(,5]`, `empty`, from `{ lower, upper, bounds }` or `{ empty: true }`. */
export function rangeText(range: { readonly [key: string]: Value }, element: Encoding, toText: ToText): string {
  if (range.empty === true) return 'empty'
  const bounds = typeof range.bounds === 'string' && range.bounds.length === 2 ? range.bounds : '[)'
  const side = (value: Value | undefined): string => {
    const text = value === undefined || value === null ? null : toText(value, element)
    return text === null ? '' : quotedPart(text)
  }
  return `${bounds[0]}${side(range.lower)},${side(range.upper)}${bounds[1]}`
}

/** Quotes as record_out and range_out do: quotes and backslashes are doubled. */
const quotedPart = (text: string): string =>
  text === '' || /[()[\]",\\\s]/.test(text) ? `"${text.replace(/["\\]/g, '$&$&')}"` : text
