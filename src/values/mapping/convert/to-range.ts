import type { Value } from '../../../model/value.ts'
import { type Datum, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'

/** `[1,5)`, as Postgres writes ranges. */
const WRITTEN = /^([[(])\s*("(?:[^"]|"")*"|[^,"]*?)\s*,\s*("(?:[^"]|"")*"|[^,"]*?)\s*([\])])$/
/** `5..10`, `5 – 10`, `5 to 10`, `2024-01-01/2024-02-01` */
const BETWEEN = /^(.+?)\s*(?:\.{2,3}|\s[-–—]\s|\s(?:to|until|bis)\s|\/)\s*(.+)$/i
const LONGEST = 200
const ENDS: readonly (readonly [lower: string, upper: string])[] = [
  ['lower', 'upper'],
  ['from', 'to'],
  ['start', 'end'],
  ['min', 'max'],
]

/**
 * A datum as a range: what Postgres writes, two ends with a sign between, a list of two, or an object `{ lower, upper, bounds }` (`from`/`to`, `start`/`end`,
 * `min`/`max` as well). An end that is missing is open. Without brackets the upper end is not part of it. @throws MappingError
 */
export function toRange(datum: Datum, bound: (datum: Datum) => Value): Value {
  if (datum === null) return null
  const ends = endsOf(datum)
  if (ends === null) throw misfit('a range such as [1,5), 1..5 or { lower: 1, upper: 5 }', datum, 'Write it as [1,5).')
  if (ends === 'empty') return { empty: true }
  const [lower, upper] = [bound(ends.lower), bound(ends.upper)]
  if (typeof lower === 'number' && typeof upper === 'number' && lower > upper)
    throw misfit('a lower end that is not above the upper one', datum, 'Swap them.')
  return { lower, upper, bounds: ends.bounds }
}

interface Ends {
  readonly lower: Datum
  readonly upper: Datum
  readonly bounds: string
}

function endsOf(datum: Exclude<Datum, null>): Ends | 'empty' | null {
  if (typeof datum === 'string') return endsIn(datum.trim())
  if (Array.isArray(datum)) {
    const [lower = null, upper = null] = datum as readonly Datum[]
    return datum.length === 2 ? { lower, upper, bounds: '[)' } : null
  }
  if (typeof datum !== 'object') return null
  const object = datum as { readonly [key: string]: Datum }
  const names = ENDS.find(([lower, upper]) => Object.hasOwn(object, lower) || Object.hasOwn(object, upper))
  if (names === undefined) return null
  const [lower, upper] = names.map((name) => (Object.hasOwn(object, name) ? (object[name] ?? null) : null))
  const said = Object.hasOwn(object, 'bounds') ? object.bounds : '[)'
  return typeof said === 'string' && /^[[(][\])]$/.test(said)
    ? { lower: lower ?? null, upper: upper ?? null, bounds: said }
    : null
}

function endsIn(text: string): Ends | 'empty' | null {
  if (text.toLowerCase() === 'empty') return 'empty'
  if (text.length > LONGEST) return null
  const written = WRITTEN.exec(text)
  if (written !== null) {
    const [, open = '[', lower = '', upper = '', close = ')'] = written
    return { lower: unquoted(lower), upper: unquoted(upper), bounds: `${open}${close}` }
  }
  const between = BETWEEN.exec(text)
  return between === null ? null : { lower: between[1] ?? null, upper: between[2] ?? null, bounds: '[)' }
}

const unquoted = (text: string): string | null =>
  text === '' ? null : text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text

const misfit = (expected: string, found: Datum, next: string): MappingError =>
  new MappingError({ message: 'The value is no range.', expected, found: spellDatum(found), next })
