import type { Value } from '../../model/value.ts'

/** Strings that stand in JSON as they are. */
const PLAIN = /^[ !#-[\]-~]*$/

/**
 * JSON that jsonb reads: unlike `JSON.stringify` it leaves NUL out, makes U+FFFD of lone surrogates, numbers of bigints and hex strings of
 * bytes; for small objects it is the faster one, too. Numbers that JSON has not are null.
 */
export function jsonText(value: Value): string {
  if (typeof value === 'string') return stringText(value)
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value === 'number' && !Number.isFinite(value) ? 'null' : String(value)
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`
  return value instanceof Uint8Array
    ? stringText(hexText(value))
    : objectText(value as { readonly [key: string]: Value })
}

function objectText(object: { readonly [key: string]: Value }): string {
  let text = ''
  for (const key in object) {
    const value = object[key]
    if (value !== undefined) text += `${text === '' ? '{' : ','}${stringText(key)}:${jsonText(value)}`
  }
  return text === '' ? '{}' : `${text}}`
}

const stringText = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(clean(text)))

const clean = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))

/** `\x00ff`: how Postgres prints bytea. */
export function hexText(bytes: Uint8Array): string {
  let text = '\\x'
  for (const byte of bytes) text += HEX[byte]
  return text
}
