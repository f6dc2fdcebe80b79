import fc from 'fast-check'
import type { Domain } from '../../src/model/study.ts'
import type { Encoding, Value } from '../../src/model/value.ts'
import { posixRegex } from '../../src/study/checks/posix-regex.ts'
import { satisfies } from '../../src/study/checks/satisfies.ts'

const DAY = 86_400_000
/** The server's clock is read after ours. */
const MARGIN = 600_000

/** Some values that a domain accepts, its corners among them; NULL among them where it may be. */
export function sampleValues(domain: Domain, encoding: Encoding, base: string, now: number): readonly Value[] {
  const values = domain.values ? domain.values : notNulls(domain, encoding, base, now)
  return domain.notNull ? values.filter((value) => value !== null) : [null, ...values]
}

function notNulls(domain: Domain, encoding: Encoding, base: string, now: number): readonly Value[] {
  switch (encoding.kind) {
    case 'number':
      return numbers(domain, base)
    case 'boolean':
      return [true, false]
    case 'date':
      return instants(domain, now, true).map((ms) => ms / DAY)
    case 'timestamp':
      return instants(domain, now, false)
    case 'time':
      return between(domain.min ?? 0, domain.max ?? DAY - 1, domain)
    case 'interval':
      return between(domain.min ?? -1e6, domain.max ?? 1e6, domain).map(Math.round)
    case 'json':
      return jsons(domain)
    case 'array':
      return arrays(domain, encoding.element, base, now)
    case 'range':
      return ranges(domain, encoding.element, base, now)
    case 'composite':
      return composites(domain, encoding.fields, now)
    case 'bytes':
      return byteStrings(domain)
    default:
      return texts(domain, base)
  }
}

function numbers(domain: Domain, base: string): readonly Value[] {
  const whole = /^int|^oid/.test(base)
  const low = domain.min ?? (domain.max === undefined ? -50 : Math.min(-50, domain.max - 100))
  const high = domain.max ?? Math.max(50, low + 100)
  const found = between(Math.max(low, -1e14), Math.min(high, 1e14), domain)
  return found
    .map((value) =>
      whole ? Math.trunc(value) : domain.scale === undefined ? value : Number(value.toFixed(Math.max(0, domain.scale))),
    )
    .filter((value) => satisfies({ ...domain }, value) !== false)
}

/** Both ends, what lies just inside, and small numbers. */
function between(low: number, high: number, { step, remainder = 0 }: Domain): readonly number[] {
  const raw = [
    low,
    high,
    (low + high) / 2,
    low + (high - low) / 3,
    low + 1,
    high - 1,
    low + 2,
    0,
    1,
    -1,
    2,
    3,
    5,
    10,
    42,
    99,
    100,
    0.5,
  ].filter((value) => value >= low && value <= high)
  const stepped =
    step === undefined ? raw : raw.flatMap((value) => [Math.ceil((value - remainder) / step) * step + remainder])
  return [...new Set(stepped.filter((value) => value >= low && value <= high))]
}

function instants(domain: Domain, now: number, date: boolean): readonly number[] {
  const low = Math.max(
    domain.min ?? -Infinity,
    domain.minNow === undefined ? -Infinity : now + domain.minNow + MARGIN,
    -5e13,
  )
  const high = Math.min(domain.max ?? Infinity, domain.maxNow === undefined ? Infinity : now + domain.maxNow, 2e14)
  const ends = [
    low,
    high,
    (low + high) / 2,
    Math.min(high, low + 400 * DAY),
    Math.max(low, high - 3 * DAY),
    now,
    now - 40 * DAY,
    now - DAY,
    now + DAY,
    now + 3 * DAY,
  ]
  const on = date
    ? [...ends.map((ms) => Math.ceil(ms / DAY) * DAY), ...ends.map((ms) => Math.floor(ms / DAY) * DAY)]
    : ends.map(Math.round)
  const { step, remainder = 0 } = domain
  const stepped = step === undefined ? on : on.map((ms) => Math.ceil((ms - remainder) / step) * step + remainder)
  return [...new Set(stepped)].filter(
    (ms) => ms >= low && ms <= high && satisfies({ excluded: domain.excluded }, ms) !== false,
  )
}

function jsons({ json, minItems = 0, maxItems = 3, excluded, maxLength, maxBytes }: Domain): readonly Value[] {
  const object = Object.fromEntries((json?.keys ?? []).map((key) => [key, 'v']))
  const list = Array.from({ length: Math.min(Math.max(minItems, 1), maxItems) }, () => 1)
  const all: Record<string, Value> = { object, array: list, string: 's', number: 1, boolean: true }
  const some: Value[] =
    json?.type === undefined
      ? [object, list, 'x', 5, false]
      : [all[json.type] as Value, ...(json.type === 'object' ? [{ ...object, more: 1 }] : [])]
  const most = Math.min(maxLength ?? 1e9, maxBytes ?? 1e9)
  return some.filter(
    (value) =>
      JSON.stringify(value).length <= most &&
      !(excluded ?? []).some((one) => JSON.stringify(one) === JSON.stringify(value)),
  )
}

function arrays(domain: Domain, element: Encoding, base: string, now: number): readonly Value[] {
  const items = sampleValues(domain.items ?? { notNull: true }, element, base, now)
  const most = Math.min(domain.maxItems ?? 4, 8)
  const sizes = [...new Set([domain.minItems ?? 0, Math.max(domain.minItems ?? 0, 1), most])].filter(
    (size) => size <= most && (size === 0 || items.length > 0),
  )
  const made = sizes.flatMap((size) =>
    [0, 1, 3].map((start) =>
      Array.from({ length: size }, (_, index) => items[(start + index) % items.length] as Value),
    ),
  )
  return made.filter((value) => !(domain.excluded ?? []).some((one) => JSON.stringify(one) === JSON.stringify(value)))
}

function ranges(domain: Domain, element: Encoding, base: string, now: number): readonly Value[] {
  const subtype =
    {
      int4range: 'int4',
      int8range: 'int8',
      numrange: 'numeric',
      daterange: 'date',
      tsrange: 'timestamp',
      tstzrange: 'timestamptz',
    }[base] ?? 'int4'
  const { min, max, minNow, maxNow } = domain
  const inside = notNulls({ notNull: true, min, max, minNow, maxNow } as Domain, element, subtype, now) as number[]
  const sorted = [...new Set(inside)].sort((one, other) => one - other)
  const pairs = sorted
    .slice(0, -1)
    .map((lower, index): Value => ({ lower, upper: sorted[index + 1] as number, bounds: '[)' }))
  return domain.bounded ? pairs : [...pairs, { empty: true }, { lower: sorted[0] ?? null, upper: null, bounds: '[)' }]
}

function composites(domain: Domain, encodings: readonly Encoding[], now: number): readonly Value[] {
  const fields = encodings.map((encoding, index) => {
    const own = domain.fields?.[index] ?? { notNull: true }
    return sampleValues(own, encoding, own.base ?? 'text', now)
  })
  return [0, 1, 2, 3].map((start) => fields.map((values) => values[start % values.length] as Value))
}

function byteStrings(domain: Domain): readonly Value[] {
  const low = domain.exactBytes ?? domain.minLength ?? 0
  const high = domain.exactBytes ?? Math.min(domain.maxLength ?? 1e9, domain.maxBytes ?? 1e9, low + 8)
  return [...new Set([low, high])].map((length) => new Uint8Array(length).fill(7))
}

const WORDS = [
  '',
  'a',
  'Ab',
  'x y',
  ' blank ',
  '   ',
  'hello',
  'HELLO',
  'a@b.co',
  'https://example.com/x',
  'Ünïcode',
  '0123456789',
  'abc-def',
  'AB12',
  'some longer text here.',
  '日本語',
]

function texts(domain: Domain, base: string): readonly Value[] {
  if (base === 'uuid')
    return [
      '6f2d2c0a-7a0e-4c5b-9a77-000000000001',
      '6f2d2c0a-7a0e-4c5b-9a77-000000000002',
      'f0000000-0000-4000-8000-000000000000',
    ].filter((value) => satisfies(domain, value) !== false)
  if (base === 'inet') return ['10.0.0.1', '192.0.2.0/24']
  if (base === 'bit' || base === 'varbit')
    return [domain.minLength ?? 0, domain.maxLength ?? 8].map((length) => '01'.repeat(length).slice(0, length))
  const low = domain.exactBytes ?? domain.minLength ?? 0
  const high = Math.min(domain.exactBytes ?? 1e9, domain.maxLength ?? 1e9, domain.maxBytes ?? 1e9)
  const sized = [low, low + 1, Math.min(high, low + 30), Math.min(high, 3000)].flatMap((length) =>
    ['x', 'Q', '7', 'ab-', '日'].map((sign) => [...sign.repeat(length)].slice(0, length).join('')),
  )
  const found = [...WORDS, ...sized, ...matching(domain)].map((word) =>
    domain.case === 'lower' ? word.toLowerCase() : domain.case === 'upper' ? word.toUpperCase() : word,
  )
  return [...new Set(found)].filter((word) => !word.includes('\0') && satisfies(domain, word) === true)
}

/** Words for the pattern that must match. */
function matching({ patterns = [] }: Domain): readonly string[] {
  const positive = patterns.filter(({ negated }) => !negated)
  return positive.flatMap(({ pattern, caseless }) => {
    const regex = posixRegex(pattern, caseless)
    if (regex === null) throw new Error(`no sample for the pattern ${pattern}`)
    return fc
      .sample(fc.stringMatching(new RegExp(regex.source)), { numRuns: 60, seed: 42 })
      .map((word) => word.replace(/[^\x20-\x7e]/g, 'x'))
  })
}
