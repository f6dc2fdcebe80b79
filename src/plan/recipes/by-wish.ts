import type { ColumnWish } from '../../model/config.ts'
import { isMoment, type Moment } from '../../model/given/moment.ts'
import { labelsOf } from '../../model/labels-of.ts'
import type { Recipe } from '../../model/recipe.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { ColumnStudy } from '../../model/study.ts'

/** What the configuration says of a column, as a recipe; `bounds` and `nulls` only change `otherwise`. */
export function recipeByWish(wish: ColumnWish, otherwise: Recipe, study: ColumnStudy, path: string): Recipe {
  switch (wish.kind) {
    case 'value':
      return { kind: 'constant', value: wish.value }
    case 'values':
      return { kind: 'pick', values: wish.values, ...(wish.weights === null ? {} : { weights: wish.weights }) }
    case 'expression':
      return expressed(wish.expression, study)
    case 'shape':
      return { kind: 'draw', shape: wish.shape, options: { ...lengths(study), ...wish.options } } as unknown as Recipe
    case 'leave':
      return { kind: 'leave', why: 'asked for in the configuration' }
    case 'nulls':
      return otherwise
    case 'bounds':
      return bounded(wish, otherwise, study, path)
  }
}

/** The columns that it looks at are known once all of them are (`settleExpressions`). */
function expressed(expression: string, study: ColumnStudy): Recipe {
  const labels = labelsOf(study.encoding, study.domain)
  return { kind: 'expression', expression, from: [], ...lengths(study), ...(labels === undefined ? {} : { labels }) }
}

const lengths = (study: ColumnStudy) =>
  study.domain.maxLength === undefined ? {} : { maxLength: study.domain.maxLength }

const TIMES = ['date', 'timestamp', 'timestamptz']

function bounded(
  wish: Extract<ColumnWish, { kind: 'bounds' }>,
  otherwise: Recipe,
  study: ColumnStudy,
  path: string,
): Recipe {
  if (TIMES.includes(study.base)) return boundedTime(wish, study, path)
  const numeric = ['integer', 'number', 'decimal', 'money', 'commerce.price', 'interval']
  if (otherwise.kind !== 'draw' || !numeric.includes(otherwise.shape)) throw unfit(study, path)
  const options = otherwise.options as { min: number; max: number }
  const min = number(wish.min, path) ?? options.min
  const max = number(wish.max, path) ?? Math.max(options.max, min)
  if (min > max) throw backwards(path, min, max)
  return { ...otherwise, options: { ...otherwise.options, min, max } } as Recipe
}

function boundedTime(wish: Extract<ColumnWish, { kind: 'bounds' }>, study: ColumnStudy, path: string): Recipe {
  const from = time(wish.min, path)
  const to = time(wish.max, path)
  if (from === null || to === null)
    throw new SeedError({
      code: 'bounds-incomplete',
      message: 'A time needs both min and max.',
      place: { path },
      next: 'Write { min: "2024-01-01", max: "2024-12-31" }, or { min: ago("3 months"), max: ahead("2 weeks") }.',
    })
  if (from > to) throw backwards(path, from, to)
  if (study.base === 'date')
    return {
      kind: 'draw',
      shape: 'date',
      options: { from: Math.floor(from / 86_400_000), to: Math.floor(to / 86_400_000) },
    }
  return { kind: 'draw', shape: 'timestamp', options: { from, to } }
}

function number(value: number | string | Moment | null, path: string): number | null {
  if (value === null || typeof value === 'number') return value
  if (isMoment(value)) throw unsettled(value)
  const parsed = Number(value)
  if (Number.isFinite(parsed)) return parsed
  throw new SeedError({
    code: 'not-a-number',
    message: `${value} is not a number.`,
    place: { path },
    expected: 'a number',
    found: value,
    next: 'Write min and max as numbers.',
  })
}

function time(value: number | string | Moment | null, path: string): number | null {
  if (value === null || typeof value === 'number') return value
  if (isMoment(value)) throw unsettled(value)
  const parsed = Date.parse(value)
  if (Number.isFinite(parsed)) return parsed
  throw new SeedError({
    code: 'not-a-date',
    message: `${value} is not a date.`,
    place: { path },
    expected: 'an ISO date such as 2024-01-31',
    found: value,
    next: 'Write min and max as ISO dates.',
  })
}

/** `settleMoments` came before. */
const unsettled = (moment: Moment): RangeError => new RangeError(`${JSON.stringify(moment)} was not settled`)

const backwards = (path: string, min: number, max: number): SeedError =>
  new SeedError({
    code: 'bounds-backwards',
    message: 'min is above max.',
    place: { path },
    expected: 'min <= max',
    found: `${min} > ${max}`,
    next: 'Swap them.',
  })

const unfit = (study: ColumnStudy, path: string): SeedError =>
  new SeedError({
    code: 'bounds-unfit',
    message: `The column ${study.name} has no bounds: it is not a number or a time.`,
    place: { path, column: study.name },
    next: 'Use { oneOf: […] } or { value: … }.',
  })
