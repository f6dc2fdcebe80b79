import type { ColumnPlan } from '../model/plan.ts'
import type { Recipe } from '../model/recipe.ts'
import type { Encoding, Value } from '../model/value.ts'

const NUMBERS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 16, 20, 24, 25, 30, 32, 42, 50, 60, 64, 90, 100, 128, 180, 200, 256, 365, 400,
  500, 512, 1000, 1024, 1440, 2000, 2010, 2015, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 5000, 8080, 10_000,
  86_400, 100_000, 1_000_000, -1, -10,
]
const TEXTS: readonly string[] = [
  ...['a', 'A', 'ab', 'AB', 'abc', 'ABC', 'Abc', 'abcd', 'abc-def', 'abc_def', 'ABC-123', 'abc123', 'a1'],
  ...['1', '12', '123', '1234', '12345', '123456', '0', '1.0', '1.0.0', 'v1', 'en', 'de', 'US', 'DE', 'en-US', 'USD'],
  ...['EUR', 'a@example.com', 'example.com', 'https://example.com', 'https://example.com/a', '/', '/a', '/a/b'],
  ...['#a1b2c3', '+15550100', '2024-01-01', '12:00', 'true', 'active', 'pending', 'admin', 'user', '{}', '[]'],
  ...['{"a": 1}', '0123456789abcdef', 'UTC', 'a b', 'Hello there', 'x.y', '*', ''],
]
const FORMS: readonly string[] = [
  ...['2024-05-06', '2025-12-31T10:00:00Z', '10:30', '1.5', '-1', '550e8400-e29b-41d4-a716-446655440000', '10.1.2.3'],
  ...['Europe/Berlin', 'America/New_York', 'public', 'a.b.c', '{"a": "b"}', '<a/>', 'P1D', '1 day', '12.34', '(1,2)'],
]
/** Digits, letters and hexadecimal digits of many lengths. */
const LENGTHS: readonly string[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 20, 24, 32, 36, 40, 64].flatMap(
  (n) => [
    '1234567890'.repeat(7).slice(0, n),
    'abcdefghijklm'.repeat(5).slice(0, n),
    'ABCDEFGHIJKLM'.repeat(5).slice(0, n),
    '0a1b2c3d4e5f6789'.repeat(4).slice(0, n),
  ],
)
/** Members of a JSON object that a check may look for. */
const MEMBERS: readonly Value[] = ['abc', 1, true, [], ['abc'], {}, '2024-01-01', '12.5', 'https://example.com']
const SPANS: readonly number[] = [
  ...[0, 1, 30, 60, 300, 900, 1800, 3600, 5400, 7200, 14_400, 21_600, 28_800, 43_200, 86_400, 172_800, 604_800],
  ...[1_209_600, 2_592_000, 7_776_000, 31_536_000],
]
const ADDRESSES: readonly string[] = [
  ...['10.1.2.3', '10.0.0.0/8', '192.168.1.1', '192.168.1.0/24', '203.0.113.5/32', '198.51.100.0/24', '127.0.0.1'],
  ...['::1', '2001:db8::1', '2001:db8::/32'],
]

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Values that mean something to many a check (years, sizes, codes, addresses), and those that the checks themselves name. */
export function widened(
  recipe: Recipe,
  column: ColumnPlan,
  literals: readonly (string | number)[],
  now: number,
): Recipe {
  if (recipe.kind === 'pick' || recipe.kind === 'constant' || recipe.kind === 'serial') return recipe
  const values = valuesFor(column.encoding, column.typeName, literals, now)
  return values.length === 0 ? recipe : { kind: 'pick', values }
}

function valuesFor(
  encoding: Encoding,
  typeName: string,
  literals: readonly (string | number)[],
  now: number,
): readonly Value[] {
  const today = Math.floor(now / DAY)
  switch (encoding.kind) {
    case 'number':
      return distinct([...numbersAround(literals), ...NUMBERS].filter((one) => holds(typeName, one)))
    case 'text':
      if (/^(inet|cidr)$/.test(typeName)) return ADDRESSES
      if (typeName === 'hstore') return distinct([pairsOf(literals), ...literals.map((one) => pairsOf([one]))])
      return /^(text|varchar|char|citext|name|bpchar)/.test(typeName)
        ? distinct([...lettersBetween(literals), ...textsAround(literals), ...TEXTS, ...FORMS, ...LENGTHS]).filter(
            fits(typeName),
          )
        : []
    case 'array':
      return arraysOf(encoding.element.kind, literals)
    case 'boolean':
      return [true, false]
    case 'json':
      return jsonsFor(literals)
    case 'interval':
      return SPANS
    case 'time':
      return Array.from({ length: 48 }, (_, n) => (n * HOUR) / 2)
    case 'date':
      return Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? today - 31 * n : firstOfMonth(now, n) / DAY))
    case 'timestamp':
      return Array.from({ length: 120 }, (_, n) => (n % 2 === 0 ? today * DAY - n * 7.5 * HOUR : firstOfMonth(now, n)))
    default:
      return []
  }
}

/** What stands in brackets: length, or precision and scale. */
function brackets(typeName: string): [number, number] {
  const [first, second] = /\((\d+)(?:,\s*(-?\d+))?\)/.exec(typeName)?.slice(1) ?? []
  return [first === undefined ? Number.POSITIVE_INFINITY : Number(first), Number(second ?? 0)]
}

/** Within the type, so that no candidate fails to be one. */
function holds(typeName: string, number: number): boolean {
  const size = Math.abs(number)
  if (typeName === 'smallint') return Number.isInteger(number) && size <= 32_767
  if (/^(integer|bigint|oid)$/.test(typeName)) return Number.isInteger(number) && size < 2 ** 31
  const [precision, scale] = brackets(typeName)
  return (
    size < 10 ** (precision - scale) &&
    (Number.isInteger(number) || scale > 0 || precision === Number.POSITIVE_INFINITY)
  )
}

const firstOfMonth = (now: number, back: number): number => {
  const date = new Date(now)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1)
}

const numbersAround = (literals: readonly (string | number)[]): number[] =>
  literals.map(Number).flatMap((one) => (Number.isFinite(one) ? [one, one - 1, one + 1, 2 * one, one / 2] : []))

/** Not longer than the type says: a cast would cut it, and COPY refuses it. */
function fits(typeName: string): (value: Value) => boolean {
  const most = Number(/^(?:var)?char\((\d+)\)$/.exec(typeName)?.[1] ?? Number.POSITIVE_INFINITY)
  return (value) => typeof value !== 'string' || value.length <= most
}

/** All from `A` to `Z` where single characters are named. */
function lettersBetween(literals: readonly (string | number)[]): string[] {
  const codes = literals.flatMap((one) => (typeof one === 'string' && one.length === 1 ? [one.charCodeAt(0)] : []))
  const [first, last] = [Math.min(...codes), Math.max(...codes)]
  return codes.length < 2 ? [] : Array.from({ length: last - first + 1 }, (_, n) => String.fromCharCode(first + n))
}

const textsAround = (literals: readonly (string | number)[]): string[] =>
  literals.map(String).flatMap((one) => [one, `${one}a`, `a${one}`, `${one}1`, `a${one}a`, `${one}abc`])

/** Literals that are JSON, objects with the members that are named, one by one and all at once, and paths. */
function jsonsFor(literals: readonly (string | number)[]): readonly Value[] {
  const names = literals.filter((one) => typeof one === 'string' && one !== '') as string[]
  const plain = names.filter((name) => /^[\w .:-]{1,60}$/.test(name))
  const paths = names.filter((name) => /^\{[\w ,.:-]+\}$/.test(name)).map((name) => name.slice(1, -1).split(','))
  const steps = names
    .filter((name) => /^\$(\."?\w+"?)+$/.test(name))
    .map((name) => name.slice(2).replaceAll('"', '').split('.'))
  const whole = names.flatMap((name) => parsed(name))
  const all = MEMBERS.map((value) => Object.fromEntries(plain.map((name): [string, Value] => [name, value])))
  const single = plain.flatMap((name) => [...MEMBERS, ...literals].map((value) => ({ [name]: value })))
  const nested = plain
    .slice(0, -1)
    .flatMap((name, n) => MEMBERS.map((value) => chain([name, plain[n + 1] as string], value)))
  return [
    ...whole,
    ...[...paths, ...steps].flatMap((path) => MEMBERS.map((value) => chain(path, value))),
    ...all,
    ...single,
    ...nested,
    ...MEMBERS,
    [1, 2],
    ['abc', 'abcd'],
    [{}],
  ]
}

/** Arrays of no, one and several items, of two dimensions, and of what the checks name. */
function arraysOf(kind: Encoding['kind'], literals: readonly (string | number)[]): readonly Value[] {
  const words = literals.filter((one) => typeof one === 'string' && /^[\w .-]+$/.test(one)).map((one) => `"${one}"`)
  const all = words.length === 0 ? [] : [`{${words.join(',')}}`, ...words.map((one) => `{${one}}`)]
  if (kind === 'number')
    return [...NUMBER_ARRAYS, ...literals.flatMap((one) => (Number.isInteger(one) ? [`{${one}}`] : []))]
  return kind === 'text' ? [...all, '{}', '{a}', '{a,b}', '{b,a,c}', '{{a,b},{c,d}}', '{a,b,c,d,e}'] : []
}

const NUMBER_ARRAYS: readonly string[] = [
  ...['{}', '{0}', '{1}', '{1,2}', '{2,1}', '{1,2,3}', '{10,20,30,40}', '{5,4,3,2,1}', '{{1,2},{3,4}}', '{{1,2,3}}'],
  ...['{{5,6},{7,8},{9,10}}', '{{1},{2}}', '{{{1,2},{3,4}}}'],
]

const pairsOf = (names: readonly (string | number)[]): string => names.map((name) => `"${name}"=>"1"`).join(', ')

const chain = (path: readonly string[], value: Value): Value =>
  path.reduceRight<Value>((inner, name) => ({ [name.trim()]: inner }), value)

function parsed(text: string): Value[] {
  try {
    return [JSON.parse(text) as Value]
  } catch {
    return []
  }
}

const distinct = (values: readonly Value[]): readonly Value[] => [...new Set(values)]
