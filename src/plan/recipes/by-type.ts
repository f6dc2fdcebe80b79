import type { Recipe } from '../../model/recipe.ts'
import type { Domain } from '../../model/study.ts'
import type { Encoding } from '../../model/value.ts'
import { draw } from './draw.ts'
import { rangeByType } from './range-by-type.ts'
import { systemValues } from './system-values.ts'
import { textLimits } from './text-limits.ts'
import { DAY, drawTime, hours, within } from './times.ts'

/** What a recipe by type needs to know of a column, an array's items or an attribute. */
export interface Typed {
  /** Innermost base type: `int4`, `text`, …; for an array its items' one. */
  readonly base: string
  readonly domain: Domain
  readonly encoding: Encoding
}

const INTEGERS: Readonly<Record<string, readonly [number, number]>> = {
  int2: [-32_768, 32_767],
  int4: [-2_147_483_648, 2_147_483_647],
  int8: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  oid: [0, 4_294_967_295],
}

const GEOMETRIC: readonly string[] = [
  'point',
  'line',
  'lseg',
  'box',
  'path',
  'polygon',
  'circle',
  'tsvector',
  'tsquery',
  'xml',
  'pg_lsn',
  'hstore',
  'ltree',
]

/** What a column gets when its name says nothing: a value of its type that its domain accepts; null for a type that nobody knows. */
export function recipeByType(typed: Typed, now: number): Recipe | null {
  const { domain, encoding } = typed
  if (encoding.kind === 'array') return arrayOf(typed, encoding.element, now)
  if (encoding.kind === 'composite') return composite(typed, encoding.fields, now)
  if (encoding.kind === 'range' || encoding.kind === 'multirange')
    return rangeByType(typed, encoding, now, (base) =>
      recipeByType({ base, domain: { notNull: true, ...pickBounds(domain) }, encoding: encoding.element }, now),
    )
  if (domain.values !== undefined) return { kind: 'pick', values: allowed(domain) }
  const pattern = domain.patterns?.find((one) => !one.negated)
  if (pattern !== undefined && encoding.kind === 'text')
    return draw('text.pattern', { pattern: pattern.pattern, caseless: pattern.caseless, ...lengthOf(domain) })
  return scalar(typed, typed.base.replace(/^.*\./, '').replaceAll('"', ''), now)
}

const allowed = (domain: Domain) => (domain.values ?? []).filter((value) => !(domain.excluded ?? []).includes(value))

const lengthOf = (domain: Domain): { maxLength?: number } => {
  const { maxLength } = textLimits(domain)
  return maxLength === undefined ? {} : { maxLength }
}

function scalar(typed: Typed, base: string, now: number): Recipe | null {
  const { domain } = typed
  if (base in INTEGERS) {
    const range = bounds(domain, 0, 1000, INTEGERS[base] as readonly [number, number], 1)
    return draw('integer', { ...stepped(without(range, domain, 1), domain.step, domain.remainder), skew: 'low' })
  }
  if (GEOMETRIC.includes(base)) return { kind: 'draw', shape: base, options: {} } as Recipe
  switch (base) {
    case 'bool':
      return draw('boolean', {})
    case 'float4':
    case 'float8':
      return draw('number', bounds(domain, 0, 1000, [-1e30, 1e30], 0.001))
    case 'numeric':
      return draw('decimal', {
        ...without(
          bounds(domain, 0, 1000, [-1e30, 1e30], 10 ** -(domain.scale ?? 2)),
          domain,
          10 ** -(domain.scale ?? 2),
        ),
        scale: domain.scale ?? 2,
      })
    case 'money':
      return draw('money', bounds(domain, 1, 500, [-9e13, 9e13], 0.01))
    case 'uuid':
      return draw('uuid', { layout: 'random' })
    case 'date':
    case 'timestamp':
    case 'timestamptz':
      return drawTime(base, within({ from: now - 365 * DAY, to: now }, domain, now), true)
    case 'time':
    case 'timetz':
      return drawTime(base, hours(domain), true)
    case 'interval':
      return draw('interval', bounds(domain, 300, 86_400, [-1e9, 1e9], 60))
    case 'json':
    case 'jsonb':
      return draw('json', {
        flavour: domain.json?.type === 'array' ? 'list' : 'object',
        ...(domain.json?.type === undefined ? {} : { type: domain.json.type }),
        ...(domain.json?.keys === undefined ? {} : { keys: domain.json.keys }),
      })
    case 'bytea':
      return draw('bytes', lengths(domain))
    case 'bit':
    case 'varbit':
      return draw('bits', {
        minLength: domain.minLength ?? (base === 'bit' ? (domain.maxLength ?? 1) : 1),
        maxLength: domain.maxLength ?? (base === 'bit' ? 1 : 16),
      })
    case 'inet':
      return draw('inet', {})
    case 'cidr':
      return draw('inet', { network: true })
    case 'macaddr':
    case 'macaddr8':
      return draw('macaddr', { bytes: base === 'macaddr' ? 6 : 8 })
    case 'vector':
    case 'halfvec':
    case 'sparsevec':
      return draw('vector', { dimensions: domain.maxLength ?? 3, ...(base === 'sparsevec' ? { sparse: true } : {}) })
    case 'geometry':
    case 'geography':
      return { kind: 'draw', shape: 'geometry', options: domain.spatial ?? {}, entity: { name: 'place' } }
    case 'char':
      return draw('text.letters', { maxLength: 1, minLength: 1 })
    case 'name':
      return draw('text.words', { maxLength: 60 })
    case 'text':
    case 'varchar':
    case 'bpchar':
    case 'citext':
      return text(domain, base)
    default:
      return systemValues(base)
  }
}

/** Of bytes: short ones, within what the domain allows. */
function lengths({ exactBytes, minLength = 0, maxLength, maxBytes }: Domain): { minLength: number; maxLength: number } {
  if (exactBytes !== undefined) return { minLength: exactBytes, maxLength: exactBytes }
  const most = Math.max(minLength, Math.min(maxBytes ?? maxLength ?? 32, 32))
  return { minLength: Math.max(minLength, Math.min(8, most)), maxLength: most }
}

function text(domain: Domain, base: string): Recipe {
  const limits = textLimits(domain)
  const most = limits.maxLength ?? 255
  if (base === 'bpchar' || most < 10) {
    const length = base === 'bpchar' ? most : Math.max(1, Math.min(most, Math.max(limits.minLength ?? 0, 6)))
    return draw('text.letters', {
      ...limits,
      minLength: Math.max(limits.minLength ?? 0, Math.min(length, most)),
      maxLength: length,
    })
  }
  return (limits.minLength ?? 0) > 40 ? draw('text.sentence', limits) : draw('text.words', limits)
}

function arrayOf(typed: Typed, element: Encoding, now: number): Recipe | null {
  const items = recipeByType(
    { base: typed.base, domain: typed.domain.items ?? { notNull: true }, encoding: element },
    now,
  )
  if (items === null) return null
  const least = typed.domain.minItems ?? 0
  const most = Math.max(least, Math.min(typed.domain.maxItems ?? Math.max(least + 2, 3), least + 8))
  const distinct = items.kind === 'pick' && items.values.length >= most
  return draw('array', {
    element: items,
    minItems: Math.max(least, Math.min(1, most)),
    maxItems: most,
    ...(distinct ? { distinct } : {}),
  })
}

function composite(typed: Typed, fields: readonly Encoding[], now: number): Recipe | null {
  const recipes: Recipe[] = []
  for (const [index, encoding] of fields.entries()) {
    const domain = typed.domain.fields?.[index] ?? { notNull: false }
    const base = (domain as Domain & { base?: string }).base ?? baseOfEncoding(encoding)
    const recipe = recipeByType({ base, domain, encoding }, now)
    recipes.push(recipe ?? { kind: 'constant', value: null })
  }
  return draw('composite', { fields: recipes })
}

/** The plainest type with an encoding: enough for attributes of composites, where only the encoding is known. */
const baseOfEncoding = (encoding: Encoding): string =>
  ({
    text: 'text',
    number: 'int2',
    boolean: 'bool',
    date: 'date',
    time: 'time',
    interval: 'interval',
    bytes: 'bytea',
    json: 'jsonb',
    timestamp: 'timestamptz',
  })[encoding.kind as string] ?? 'text'

const pickBounds = (domain: Domain): { min?: number; max?: number } => ({
  ...(domain.min === undefined ? {} : { min: domain.min }),
  ...(domain.max === undefined ? {} : { max: domain.max }),
})

/** The usual bounds, moved to where the domain has room; never outside what the type holds. */
export function bounds(
  domain: Domain,
  usualMin: number,
  usualMax: number,
  type: readonly [number, number],
  step: number,
): { min: number; max: number } {
  const least = Math.max(domain.min ?? type[0], type[0])
  const most = Math.min(domain.max ?? type[1], type[1])
  let min = Math.max(usualMin, least)
  let max = Math.min(usualMax, most)
  if (domain.min !== undefined && domain.max !== undefined && domain.max - domain.min <= 10 * (usualMax - usualMin))
    return { min: least, max: most }
  if (min > max) {
    if (least > usualMax) [min, max] = [least, Math.min(most, least + (usualMax - usualMin))]
    else [min, max] = [Math.max(least, most - (usualMax - usualMin)), most]
  }
  if (max - min < step) max = min
  return { min, max }
}

/** The widest part of the range that holds none of the excluded numbers. */
function without<Range extends { min: number; max: number }>(range: Range, domain: Domain, unit: number): Range {
  const inside = (domain.excluded ?? [])
    .map(Number)
    .filter((one) => one >= range.min && one <= range.max)
    .sort((a, b) => a - b)
  if (inside.length === 0) return range
  const edges = [range.min - unit, ...inside, range.max + unit]
  const parts = edges.slice(1).map((to, n) => ({ min: (edges[n] as number) + unit, max: to - unit }))
  const [widest] = parts.sort((a, b) => b.max - b.min - (a.max - a.min))
  return widest === undefined || widest.max < widest.min ? range : { ...range, ...widest }
}

/** Bounds on multiples of a step, where the domain has one. */
function stepped(
  range: { min: number; max: number },
  step: number | undefined,
  remainder = 0,
): { min: number; max: number; step?: number } {
  if (step === undefined || step <= 0) return range
  const min = Math.ceil((range.min - remainder) / step) * step + remainder
  return { min, max: Math.max(min, Math.floor((range.max - min) / step) * step + min), step }
}
