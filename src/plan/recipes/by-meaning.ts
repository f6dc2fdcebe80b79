import type { Recipe } from '../../model/recipe.ts'
import type { ShapeName } from '../../model/shapes.ts'
import type { ColumnStudy, Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { bounds, recipeByType } from './by-type.ts'
import { draw } from './draw.ts'
import { textLimits } from './text-limits.ts'
import { DAY } from './times.ts'

const INTEGER = /^int[248]$/
const TEXT = /^(text|varchar|bpchar|citext|name)$/

/** What the column's meaning suggests, within its domain; null where the meaning does not fit the type (then the type decides). */
export function recipeByMeaning(study: ColumnStudy, meaning: Meaning, now: number): Recipe | null {
  const { domain, base } = study
  if (study.encoding.kind === 'array') return itemsByMeaning(study, meaning)
  if (domain.values !== undefined || domain.patterns?.some((one) => !one.negated)) return null
  switch (meaning.shape) {
    case 'flag':
      return base === 'bool' ? draw('boolean', { share: numberOption(meaning, 'share', 0.5) }) : null
    case 'amount':
      return amount(study, meaning)
    case 'position':
      return INTEGER.test(base)
        ? { kind: 'derive', with: 'position', from: [], options: { start: Math.max(0, domain.min ?? 0) } }
        : null
    case 'counter':
      return INTEGER.test(base)
        ? draw('integer', { ...bounds(domain, 0, 40, [0, 2_147_483_647], 1), skew: 'low' })
        : null
    case 'password':
    case 'url-of':
    case 'slug-of':
    case 'created':
    case 'updated':
    case 'deleted':
    case 'started':
    case 'ended':
    case 'happened':
    case 'due':
      return null
    default:
      return shaped(study, meaning as Meaning & { shape: ShapeName }, now)
  }
}

function shaped(study: ColumnStudy, meaning: Meaning & { shape: ShapeName }, now: number): Recipe | null {
  const { base, domain } = study
  const options = (meaning.options ?? {}) as Record<string, Value>
  const entity = meaning.entity === null ? {} : { entity: { name: meaning.entity } }
  if (TEXT.test(base))
    return { kind: 'draw', shape: meaning.shape, options: { ...options, ...textLimits(domain) }, ...entity } as Recipe
  if ((meaning.shape === 'place.latitude' || meaning.shape === 'place.longitude') && !INTEGER.test(base))
    return coordinate(study, meaning.shape, meaning.entity)
  if (INTEGER.test(base) || base === 'numeric' || base === 'float4' || base === 'float8')
    return numeric(study, options, now)
  if (base === 'date' && meaning.shape === 'person.birthdate') {
    const to = Math.floor(Math.min(now - 18 * 365.25 * DAY, domain.max ?? Number.POSITIVE_INFINITY) / DAY)
    return draw('person.birthdate', {
      from: Math.max(Math.ceil((domain.min ?? Number.NEGATIVE_INFINITY) / DAY), to - 52 * 365),
      to,
    })
  }
  if (base === 'json' || base === 'jsonb')
    return meaning.shape === 'json' ? draw('json', { flavour: 'object', ...options } as never) : null
  const byType = recipeByType({ base, domain, encoding: study.encoding }, now)
  return byType !== null && byType.kind === 'draw' && byType.shape === meaning.shape
    ? ({ ...byType, options: { ...byType.options, ...options }, ...entity } as Recipe)
    : null
}

/** Near the city of the same place, where the column has room for it. */
function coordinate(
  { base, domain }: ColumnStudy,
  shape: 'place.latitude' | 'place.longitude',
  entity: string | null,
): Recipe | null {
  const most = shape === 'place.latitude' ? 90 : 180
  if (!/^(numeric|float[48])$/.test(base) || (domain.min ?? -most) > -most || (domain.max ?? most) < most) return null
  const scale = base === 'numeric' ? Math.min(6, domain.scale ?? 6) : 6
  return { kind: 'draw', shape, options: { scale }, ...(entity === null ? {} : { entity: { name: entity } }) }
}

/** A number whose name says more than its type: rating, age, latitude. */
function numeric(study: ColumnStudy, options: Readonly<Record<string, Value>>, now: number): Recipe | null {
  const byType = recipeByType({ base: study.base, domain: study.domain, encoding: study.encoding }, now)
  if (byType === null || byType.kind !== 'draw') return byType
  const least = typeof options.min === 'number' ? options.min : null
  const most = typeof options.max === 'number' ? options.max : null
  if (least === null || most === null) return byType
  const type: readonly [number, number] =
    study.base === 'int2' ? [-32_768, 32_767] : study.base === 'int4' ? [-2_147_483_648, 2_147_483_647] : [-1e15, 1e15]
  const range = bounds({ notNull: true, ...limits(study) }, least, most, type, 0)
  const skew =
    options.skew === 'low' || options.skew === 'middle' || options.skew === 'even' ? { skew: options.skew } : {}
  return { ...byType, options: { ...byType.options, ...narrowed(range, least, most), ...skew } } as Recipe
}

const narrowed = (range: { min: number; max: number }, least: number, most: number): { min: number; max: number } => {
  const min = Math.max(range.min, least)
  const max = Math.min(range.max, most)
  return min <= max ? { min, max } : range
}

const limits = (study: ColumnStudy): { min?: number; max?: number } => ({
  ...(study.domain.min === undefined ? {} : { min: study.domain.min }),
  ...(study.domain.max === undefined ? {} : { max: study.domain.max }),
})

/** Money: shop prices as decimals, or cents as whole numbers. */
function amount(study: ColumnStudy, meaning: Meaning): Recipe | null {
  const least = numberOption(meaning, 'min', 5)
  const most = numberOption(meaning, 'max', 500)
  if (study.base === 'numeric') {
    const scale = study.domain.scale ?? 2
    return draw('commerce.price', {
      ...bounds(study.domain, least, most, [-1e30, 1e30], 10 ** -scale),
      scale,
      skew: 'low',
    })
  }
  if (INTEGER.test(study.base))
    return draw('integer', {
      ...bounds(
        study.domain,
        least * 100,
        most * 100,
        study.base === 'int2' ? [-32_768, 32_767] : [-2_147_483_648, 2_147_483_647],
        5,
      ),
      step: 1,
      skew: 'low',
    })
  if (study.base === 'float4' || study.base === 'float8')
    return draw('number', { ...bounds(study.domain, least, most, [-1e30, 1e30], 0.01), skew: 'low' })
  if (study.base === 'money')
    return draw('money', { ...bounds(study.domain, least, most, [-9e13, 9e13], 0.01), skew: 'low' })
  return null
}

function itemsByMeaning(study: ColumnStudy, meaning: Meaning): Recipe | null {
  const items = study.domain.items ?? { notNull: true }
  if (
    !TEXT.test(study.base) ||
    items.values !== undefined ||
    !meaning.shape.includes('.') ||
    study.encoding.kind !== 'array' ||
    study.encoding.element.kind === 'array'
  )
    return null
  const least = study.domain.minItems ?? 1
  const most = Math.max(least, Math.min(study.domain.maxItems ?? 4, least + 4))
  const element = {
    kind: 'draw',
    shape: meaning.shape,
    options: { ...meaning.options, ...textLimits(items) },
  } as Recipe
  return draw('array', { element, minItems: least, maxItems: most, distinct: true })
}

const numberOption = (meaning: Meaning, name: string, otherwise: number): number => {
  const value = meaning.options?.[name]
  return typeof value === 'number' ? value : otherwise
}
