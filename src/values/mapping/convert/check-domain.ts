import type { MappingTarget } from '../../../model/assets/asset-mapping.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Domain } from '../../../model/study.ts'
import type { Value } from '../../../model/value.ts'
import { timestampText } from '../../encode/date-time.ts'
import { type Datum, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { isWholeNetwork, networkOf } from '../read/network-of.ts'

const DAY = 86_400_000
const INTEGER = /^(int[248]|oid)$/
const UUID = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i
/** Types whose texts can only be read in one way. */
const SPELLINGS: Readonly<Record<string, { readonly fits: (text: string) => boolean; readonly expected: string }>> = {
  uuid: { fits: (text) => UUID.test(text), expected: 'a UUID' },
  inet: { fits: (text) => networkOf(text) !== null, expected: 'an address such as 10.0.0.1 or 2001:db8::1' },
  cidr: {
    fits: (text) => {
      const network = networkOf(text)
      return network !== null && isWholeNetwork(network)
    },
    expected: 'a network such as 10.0.0.0/8, whose other bits are zero',
  },
  macaddr: { fits: (text) => MAC.test(text), expected: 'an address such as 08:00:2b:01:02:03' },
  bit: { fits: (text) => /^[01]+$/.test(text), expected: 'bits such as 0101' },
  varbit: { fits: (text) => /^[01]*$/.test(text), expected: 'bits such as 0101' },
}
const MAC = /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$|^[0-9a-f]{12}$/i
const NUMERIC = /^(int[248]|oid|float[48]|numeric|money)$/

/** What judging takes besides the column. */
export interface Judge {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Does a text match a POSIX regular expression? Null where that cannot be told. */
  matches(text: string, pattern: string, caseless: boolean): boolean | null
}

/**
 * Holds a value against what its column accepts by type and checks. What only the database can judge passes.
 * @throws MappingError
 */
export function checkDomain(
  value: Value,
  { encoding, base, domain }: Pick<MappingTarget, 'encoding' | 'base' | 'domain'>,
  judge: Judge,
): void {
  if (value === null) return
  if (encoding.kind === 'array') {
    if (Array.isArray(value)) checkItems(value, base, domain, encoding.element, judge)
    return
  }
  if (encoding.kind === 'json') checkJson(value, domain)
  else checkScalar(value, base, domain, encoding.kind, judge)
}

function checkItems(
  items: readonly Value[],
  base: string,
  domain: Domain,
  element: MappingTarget['encoding'],
  judge: Judge,
): void {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = domain
  if (items.length < minItems || items.length > maxItems)
    throw misfit(range('items', domain.minItems, domain.maxItems), items, `${items.length} items`)
  for (const item of items)
    checkDomain(item, { encoding: element, base, domain: domain.items ?? { notNull: false } }, judge)
}

function checkJson(value: Value, { json }: Domain): void {
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  if (json?.type !== undefined && kind !== json.type) throw misfit(`JSON of the type ${json.type}`, value)
  const missing = json?.keys?.filter((key) => kind === 'object' && !Object.hasOwn(value as object, key)) ?? []
  if (missing.length > 0) throw misfit(`an object with ${missing.join(', ')}`, value)
}

function checkScalar(value: Exclude<Value, null>, base: string, domain: Domain, kind: string, judge: Judge): void {
  const known = domain.values?.filter((one) => one !== null)
  if (known !== undefined && !known.some((one) => String(one) === String(value) || same(one, value, kind))) {
    const near = typeof value === 'string' ? nearest(value, known.map(String)) : null
    throw misfit(
      known.length === 0 ? 'nothing: a check lets no value pass' : `one of ${known.map(String).join(', ')}`,
      value,
      undefined,
      near === null ? undefined : `Did you mean ${near}?`,
    )
  }
  if (domain.excluded?.some((one) => one !== null && String(one) === String(value)))
    throw misfit(`not ${domain.excluded.map(String).join(', ')}`, value)
  if (kind === 'number' || NUMERIC.test(base)) checkNumber(Number(value), value, base, domain)
  else if (kind === 'date' || kind === 'timestamp') {
    if (typeof value === 'number') checkTime(kind === 'date' ? value * DAY : value, domain, judge.now)
  } else if (kind === 'text' && typeof value === 'string') checkText(value, base, domain, judge)
}

/** Dates in a list of values are texts. */
const same = (one: Value, value: Value, kind: string): boolean =>
  (kind === 'date' || kind === 'timestamp') &&
  typeof value === 'number' &&
  timestampText(kind === 'date' ? value * DAY : value, false).startsWith(String(one))

function checkNumber(number: number, value: Value, base: string, domain: Domain): void {
  if (!Number.isFinite(number) && !base.startsWith('float')) throw misfit('a number', value)
  if (INTEGER.test(base)) checkWhole(number, value, base)
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step, remainder = 0 } = domain
  // Bounds of a bigint that JavaScript cannot hold are those of the type, which have been seen to.
  const counts = (bound: number): boolean => !INTEGER.test(base) || Math.abs(bound) <= Number.MAX_SAFE_INTEGER
  if ((number < min && counts(min)) || (number > max && counts(max)))
    throw misfit(range('', domain.min, domain.max), value)
  const rest = step === undefined ? 0 : (number - remainder) / step
  if (Math.abs(rest - Math.round(rest)) > 1e-9) throw misfit(`a multiple of ${step}`, value)
}

/** What the type itself has room for; digits that JavaScript cannot hold are counted as they stand. */
const WIDTH: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int2: [-(2n ** 15n), 2n ** 15n - 1n],
  int4: [-(2n ** 31n), 2n ** 31n - 1n],
  int8: [-(2n ** 63n), 2n ** 63n - 1n],
  oid: [0n, 2n ** 32n - 1n],
}

function checkWhole(number: number, value: Value, base: string): void {
  if (!Number.isInteger(number)) throw misfit('a whole number', value)
  const text = String(value)
  const whole = /^-?\d+$/.test(text) ? BigInt(text) : BigInt(number)
  const [least, most] = WIDTH[base] ?? [whole, whole]
  if (whole < least || whole > most) throw misfit(`${least} to ${most}`, value)
}

function checkTime(ms: number, domain: Domain, now: number): void {
  const min = Math.max(domain.min ?? Number.NEGATIVE_INFINITY, now + (domain.minNow ?? Number.NEGATIVE_INFINITY))
  const max = Math.min(domain.max ?? Number.POSITIVE_INFINITY, now + (domain.maxNow ?? Number.POSITIVE_INFINITY))
  if (ms < min) throw misfit(`not before ${spellTime(min)}`, spellTime(ms))
  if (ms > max) throw misfit(`not after ${spellTime(max)}`, spellTime(ms))
}

/** As Postgres prints it: days that JavaScript's own dates do not reach are dates, too. */
const spellTime = (ms: number): string => timestampText(ms, false)

function checkText(text: string, base: string, domain: Domain, judge: Judge): void {
  const spelling = SPELLINGS[base]
  if (spelling !== undefined && !spelling.fits(text)) throw misfit(spelling.expected, text)
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY } = domain
  // A character is one or two units: most texts need not be counted.
  const length = text.length > maxLength || text.length < 2 * minLength ? [...text].length : text.length
  if (length > maxLength)
    throw misfit(
      `at most ${maxLength} characters`,
      text,
      `${length} characters`,
      `truncate(…, ${maxLength}) shortens it.`,
    )
  if (length < minLength) throw misfit(`at least ${minLength} characters`, text, `${length} characters`)
  const counted = domain.exactBytes !== undefined || 3 * text.length > maxBytes
  const bytes = counted ? new TextEncoder().encode(text).length : 0
  if (bytes > maxBytes) throw misfit(`at most ${maxBytes} bytes`, text, `${bytes} bytes`)
  if (domain.exactBytes !== undefined && bytes !== domain.exactBytes)
    throw misfit(`${domain.exactBytes} bytes`, text, `${bytes} bytes`)
  if (domain.trimmed && text !== text.trim())
    throw misfit('no blanks at either end', text, 'blanks at an end', 'trim(…) takes them away.')
  if (domain.case === 'lower' && text !== text.toLowerCase())
    throw misfit('small letters', text, undefined, 'lower(…) makes them small.')
  if (domain.case === 'upper' && text !== text.toUpperCase())
    throw misfit('capital letters', text, undefined, 'upper(…) makes them capitals.')
  for (const { pattern, caseless, negated } of domain.patterns ?? [])
    if (judge.matches(text, pattern, caseless) === negated)
      throw misfit(`${negated ? 'a text that does not match' : 'a text that matches'} ${pattern}`, text)
}

const range = (what: string, min: number | undefined, max: number | undefined): string =>
  `${min === undefined ? `at most ${max}` : max === undefined ? `at least ${min}` : `${min} to ${max}`}${what === '' ? '' : ` ${what}`}`

const misfit = (expected: string, value: Value, found?: string, next = 'Mend it in the file.'): MappingError =>
  new MappingError({
    message: 'The column does not accept the value.',
    expected,
    found: found ?? spellDatum(value as Datum),
    next,
  })
