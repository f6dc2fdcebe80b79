import type { Recipe, Unique } from '../../model/recipe.ts'
import type { KeyStudy } from '../../model/study.ts'
import { type Draft, type DraftColumn, type DraftLink, fittingCount, type Inputs } from '../draft.ts'
import { knownValues } from '../known-values.ts'
import { mayEnd } from '../links/may-end.ts'
import { pairCarrier } from '../links/pair-carrier.ts'
import { textLimits } from '../recipes/text-limits.ts'
import { countableByType } from './countable-by-type.ts'
import { coupleCarriers } from './couple-carriers.ts'
import { isHeld } from './is-held.ts'
import { spaceOf } from './space.ts'
import { inTuple, tupleCarriers } from './tuple-carriers.ts'

type Permute = Extract<Unique, { by: 'permute' }>

/** A part of a key that can make its rows differ. */
export interface Carrier {
  /** How many different values it can take. Infinity: it carries the row by itself. */
  readonly space: number
  /** Takes its digit; null for a carrier without limit. */
  take(unique: Permute | null): void
}

/** What a key asks of its carriers. */
export interface Demand {
  /** Different values that are needed. */
  readonly needed: number
  /** Texts that rows of others hold, for a key of one column. */
  readonly taken: ReadonlySet<string>
  readonly patternSpace: Inputs['patternSpace']
  /** `parent`: rows of one owner differ, for the key holds the owner's columns. */
  readonly scope: 'row' | 'parent'
}

/** The parts of a key that can carry its uniqueness, best first: other links, then texts and wide spaces, then small ones by size. */
export function carriers(draft: Draft, key: KeyStudy, columns: readonly DraftColumn[], by: Demand): Carrier[] {
  const { needed } = by
  const leading = draft.links.filter((link) => isCarrier(draft, key, link))
  const links = [...leading.map((link) => linkCarrier(draft, link)), ...coupleCarriers(draft, key)]
  const alone = columns
    .filter((column) => !inTuple(column))
    .filter(({ why, recipe }) => why !== 'configuration' || ['pick', 'draw', 'expression'].includes(recipe.kind))
    .map((column) => pairCarrier(draft, column) ?? columnCarrier(column, key, by))
    .filter((carrier) => carrier !== null)
  const own = [...alone, ...tupleCarriers(draft, columns.filter(inTuple), key, by)].sort((a, b) => b.space - a.space)
  const ending = leading.find((link) => mayEnd(draft, link, key))
  // Room to grow, which a key under an owner asks for, is not worth rows that lead nowhere.
  const least = by.scope === 'parent' ? Math.ceil(needed / 8) : needed
  if (ending !== undefined && [...links, ...own].reduce((product, { space }) => product * space, 1) < least)
    return [linkCarrier(draft, ending, least)]
  const enough = links.reduce((product, link) => product * link.space, 1) >= needed
  return enough
    ? [...links, ...own]
    : [
        ...own.filter((carrier) => carrier.space === Number.POSITIVE_INFINITY),
        ...links,
        ...own.filter((carrier) => carrier.space !== Number.POSITIVE_INFINITY),
      ]
}

const isCarrier = (draft: Draft, key: KeyStudy, link: DraftLink): boolean =>
  link !== draft.owner &&
  link.choose.kind === 'hash' &&
  // Bounds let each row of the target have one at most where the key has nothing else.
  (!link.led || key.columns.every((name) => link.columns.includes(name))) &&
  link.columns.length > 0 &&
  !link.patch &&
  fittingCount(link) > 0 &&
  tellsApart(link, key)

/** Do the columns of the link that are in the key tell which parent it leads to? */
function tellsApart({ columns, key: foreign, parent }: DraftLink, key: KeyStudy): boolean {
  if (columns.every((name) => key.columns.includes(name))) return true
  const held = columns.flatMap((name, at) => (key.columns.includes(name) ? (foreign.parentColumns[at] ?? []) : []))
  if (parent === null || held.length === 0) return false
  if (
    parent.study.keys.some(
      (one) => one.partial === null && one.columns.length > 0 && one.columns.every((name) => held.includes(name)),
    )
  )
    return true
  return isHeld(
    parent,
    { ...key, columns: held, nullsNotDistinct: true },
    held.flatMap((name) => parent.columns.get(name) ?? []),
  )
}

/** `wanted`: so many rows, of which those beyond the parents lead nowhere. */
function linkCarrier(draft: Draft, link: DraftLink, wanted = 0): Carrier {
  const avoid = link.choose.kind === 'hash' ? link.choose.avoid : undefined
  return {
    space: Math.max(1, wanted, fittingCount(link) - (avoid === undefined ? 0 : 1)),
    take(unique) {
      if (unique === null) return
      const { scope, key, radices, digit } = unique
      const alone = scope === 'parent' && radices.length === 1 && avoid === undefined
      const under = alone && link.under !== undefined ? { under: link.under } : {}
      if (alone && link.under !== undefined) draft.limit = link
      link.choose = { kind: 'permute', scope, key, radices, digit, ...under, ...(avoid === undefined ? {} : { avoid }) }
      link.nulls = 0
      link.why = `${scope === 'parent' && draft.owner !== null ? `each at most once per ${draft.owner.key.parent}` : 'each at most once'} (${key})`
    },
  }
}

function columnCarrier(column: DraftColumn, key: KeyStudy, by: Demand): Carrier | null {
  const recipe = column.recipe
  if (recipe.kind === 'follow' || recipe.kind === 'leave' || recipe.kind === 'constant' || recipe.kind === 'serial')
    return null
  if (recipe.kind === 'pick' && recipe.ordered === true && recipe.unique === undefined) return null
  const known = 'unique' in recipe ? recipe.unique : undefined
  if (known !== undefined && !(known.by === 'path' && known.scope === 'parent')) return null
  if (column.when.length > 0) column.nulls = 0
  if (recipe.kind === 'object') return memberCarrier(column, key, by)
  // A drawn UUID meets no other one; whatever else the user says stays as it is.
  if (recipe.kind === 'expression' && !canCarryPath(column)) return column.study.base === 'uuid' ? UNBOUND : null
  if (canCarryPath(column) || holdsPath(column, key)) return pathCarrier(column, by.scope)
  if (recipe.kind === 'draw' && recipe.shape === 'text.pattern') return patternCarrier(column, recipe.options, key, by)
  const indexed = grained(
    withoutTaken(listed(recipe, by) ?? indexable(column, key, by.needed), by.taken),
    column,
    key,
    by.needed,
  )
  if (indexed === null) return null
  return {
    space: spaceOf(indexed),
    take(unique) {
      if (unique === null) return
      column.recipe = { ...indexed, unique } as Recipe
      column.why = `${column.why}, unique (${key.name})`
    },
  }
}

/** A member of a JSON object that the key reads carries for the whole. */
function memberCarrier(column: DraftColumn, key: KeyStudy, by: Demand): Carrier | null {
  const { recipe } = column
  const members = column.study.domain.json?.members ?? {}
  if (recipe.kind !== 'object') return null
  for (const [name, member] of Object.entries(members)) {
    const nested = recipe.fields[name]
    if (nested === undefined || (!member.unique && nested.kind !== 'object')) continue
    const inner: DraftColumn = { ...column, study: member.column, recipe: nested }
    const carrier = columnCarrier(inner, { ...key, columns: [name] }, { ...by, taken: new Set() })
    if (carrier === null) continue
    return {
      space: carrier.space,
      take(unique) {
        carrier.take(unique)
        if (column.recipe.kind !== 'object') return
        column.recipe = { ...column.recipe, fields: { ...column.recipe.fields, [name]: inner.recipe } }
        column.why = `${column.why}, unique by ${name} (${key.name})`
      },
    }
  }
  return null
}

const TEXT_SHAPE = /^(text|person|company|place|product|commerce|content|internet|file|software|finance|key|label)\./
/** Shapes whose look is fixed: nothing can be added to a country code or a colour. */
const RIGID =
  /^(text\.(letters|code|pattern)|place\.(countryCode|regionCode|postcode|locale|language|timezone|latitude|longitude)|commerce\.(currency|price|unit)|product\.(ean|isbn)|person\.(birthdate|phone|gender|prefix|initials)|internet\.(httpMethod|httpStatus)|software\.(color|cron|emoji|ip|icon)|finance\.(iban|card)|file\.(size|extension|mime)|label\.)/

function canCarryPath(column: DraftColumn): boolean {
  const recipe = column.recipe
  const limits = textLimits(column.study.domain)
  if ((limits.maxLength ?? 255) < 12 || column.study.encoding.kind !== 'text') return false
  if (recipe.kind === 'expression') return isText(column)
  if (recipe.kind === 'derive') return recipe.with === 'slug' || recipe.with === 'url'
  return recipe.kind === 'draw' && TEXT_SHAPE.test(recipe.shape) && !RIGID.test(recipe.shape)
}

/** Documents with room for the path of their row, where the key reads them whole. */
function holdsPath({ column, recipe, study }: DraftColumn, key: KeyStudy): boolean {
  if (recipe.kind !== 'draw' || key.through[column.name] !== undefined || study.domain.maxLength !== undefined)
    return false
  if (recipe.shape === 'json') return recipe.options.type !== 'boolean'
  return recipe.shape === 'tsvector' || recipe.shape === 'xml'
}

const pathCarrier = (column: DraftColumn, scope: Demand['scope']): Carrier => ({
  space: Number.POSITIVE_INFINITY,
  take() {
    const unique: Unique = scope === 'parent' ? { by: 'path', scope } : { by: 'path' }
    column.recipe = { ...column.recipe, unique } as Recipe
    column.why = `${column.why}, unique by its ${scope === 'parent' ? 'place among its siblings' : 'row'}`
  },
})

/** A pattern with much room takes the path of the row; one with little is counted out. */
function patternCarrier(
  column: DraftColumn,
  options: { readonly pattern: string; readonly caseless?: boolean; readonly maxLength?: number },
  key: KeyStudy,
  by: Demand,
): Carrier | null {
  const space = by.patternSpace(options.pattern, options.caseless ?? false, options.maxLength)
  if (space >= 2 ** 40) return pathCarrier(column, by.scope)
  if (space === 0) return null
  return {
    space,
    take(unique) {
      if (unique === null) return
      column.recipe = { ...column.recipe, unique } as Recipe
      column.why = `${column.why}, unique (${key.name})`
    },
  }
}

/** Words of a known list (`google`, `github`), where it is long enough. Room to grow, which a key under an owner asks for, is not worth another word. */
function listed(recipe: Recipe, { needed, scope }: Demand): Recipe | null {
  if (recipe.kind !== 'draw' || (recipe.shape !== 'label.kind' && recipe.shape !== 'label.status')) return null
  const values = [...new Set(recipe.options.values ?? [])]
  return values.length > 0 && values.length >= (scope === 'parent' ? needed / 8 : needed)
    ? { kind: 'pick', values }
    : null
}

/** The recipe of a column, widened or exchanged so that its values can be counted out. */
function indexable(column: DraftColumn, key: KeyStudy, needed: number): Recipe | null {
  const recipe = column.recipe
  const { domain, base } = column.study
  const single = key.columns.length === 1
  if (recipe.kind === 'draw') {
    const known = knownValues[recipe.shape]
    const values = known === undefined ? [] : fitting(known, domain.maxLength)
    // Words for states and kinds are only a guess: a key of such a name may as well hold codes.
    const isGuess = single && recipe.shape.startsWith('label.') && isFreeText(column)
    if (values.length > 0 && !(isGuess && values.length < needed)) return { kind: 'pick', values }
    if (recipe.shape === 'integer' && (single || spaceOf(recipe) < needed)) return widened(recipe, domain, base)
    if (recipe.shape === 'number') return countable(recipe.options, key.through[column.column.name] !== undefined)
    if (recipe.shape === 'composite') return withCarrier(recipe)
    if (recipe.shape === 'multirange') return oneRange(recipe)
    if (recipe.shape === 'array' && spaceOf(recipe) === 0)
      return { ...recipe, options: { ...recipe.options, element: LETTERS } } as Recipe
    if (recipe.shape === 'text.letters' && spaceOf(recipe) < needed && isUnbound(domain)) return code(column, needed)
    if (spaceOf(recipe) > 0) return recipe
    const counted = countableByType(base, domain)
    if (counted !== null) return counted
  }
  // What the user listed is no guess.
  const isShort =
    recipe.kind === 'pick' &&
    single &&
    recipe.values.length < needed &&
    column.why !== 'configuration' &&
    isFreeText(column)
  if (recipe.kind === 'pick' && !isShort) return recipe
  if (recipe.kind === 'derive' && (base === 'date' || base === 'timestamp' || base === 'timestamptz')) {
    const options = recipe.options as { from?: number; until?: number }
    const from = options.from ?? 1_672_531_200_000
    const to = options.until ?? from + 31_536_000_000
    return base === 'date'
      ? {
          kind: 'draw',
          shape: 'date',
          options: { from: Math.floor(from / 86_400_000), to: Math.floor(to / 86_400_000) },
        }
      : { kind: 'draw', shape: 'timestamp', options: { from, to } }
  }
  if (recipe.kind === 'derive' && recipe.with === 'position') return numbered(recipe, domain, { base, needed })
  return isFreeText(column) ? code(column, needed) : null
}

const isText = ({ study: { base, encoding } }: DraftColumn): boolean =>
  /^(text|varchar|bpchar|citext|name|char)$/.test(base) && encoding.kind === 'text'

const isFreeText = (column: DraftColumn): boolean => isText(column) && isUnbound(column.study.domain)

const UNBOUND: Carrier = { space: Number.POSITIVE_INFINITY, take: () => undefined }

/** Places among siblings that a key tells apart by something else than their owner: numbers of the whole table. */
function numbered(
  recipe: Extract<Recipe, { kind: 'derive' }>,
  domain: DraftColumn['study']['domain'],
  { base, needed }: { readonly base: string; readonly needed: number },
): Recipe | null {
  const { start } = recipe.options as { start?: number }
  const min = Math.max(start ?? 0, domain.min ?? 0)
  const max = Math.min(min + needed - 1, domain.max ?? Number.POSITIVE_INFINITY, WIDTH[base] ?? 0)
  return max < min ? null : { kind: 'draw', shape: 'integer', options: { min, max } }
}

const isUnbound = ({ patterns, values }: DraftColumn['study']['domain']): boolean =>
  !patterns?.some((one) => !one.negated) && values === undefined

const LETTERS: Recipe = {
  kind: 'draw',
  shape: 'text.code',
  options: { alphabet: 'abcdefghijklmnopqrstuvwxyz', length: 8 },
}

/** Multiranges of one range each, which can be counted out. */
function oneRange({ options: { lower, width } }: Extract<Recipe, { shape: 'multirange' }>): Recipe {
  const element: Recipe = { kind: 'draw', shape: 'range', options: { lower, width } }
  return { kind: 'draw', shape: 'array', options: { element, minItems: 1, maxItems: 1 } }
}

/** The field of a composite with the most values tells its rows apart. */
function withCarrier(recipe: Extract<Recipe, { shape: 'composite' }>): Recipe {
  const spaces = recipe.options.fields.map(spaceOf)
  const carrier = spaces.indexOf(Math.max(...spaces))
  return { ...recipe, options: { ...recipe.options, carrier } }
}

const fitting = (values: NonNullable<(typeof knownValues)[keyof typeof knownValues]>, maxLength: number | undefined) =>
  values.filter((value) => typeof value !== 'string' || maxLength === undefined || value.length <= maxLength)

const WIDTH: Readonly<Record<string, number>> = { int2: 32_767, int4: 2_147_483_647, int8: 2 ** 40 }

function widened(
  recipe: Extract<Recipe, { shape: 'integer' }>,
  domain: DraftColumn['study']['domain'],
  base: string,
): Recipe {
  const min = domain.min ?? Math.max(1, recipe.options.min)
  const max = domain.max ?? Math.min(min + 999_999_999, WIDTH[base] ?? 2_147_483_647)
  return { ...recipe, options: { min, max: Math.max(min, max), step: 1 } }
}

function code(column: DraftColumn, needed: number): Recipe {
  const { maxLength, minLength } = textLimits(column.study.domain)
  const length = Math.max(minLength ?? 1, Math.min(maxLength ?? 8, 8))
  const usual =
    column.study.domain.case === 'lower' ? 'abcdefghjkmnpqrstuvwxyz23456789' : 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const alphabet = usual.length ** length >= needed ? usual : `${usual}${MARKS}`
  return { kind: 'draw', shape: 'text.code', options: { alphabet, length } }
}

/** What else a text of a character or two may be, where letters and digits are too few: nothing that a key may bring together by its case. */
const MARKS = '01+-*=%&#@!?$~_.:;<>'

const DAY = 86_400_000
/** Days that a rounding function brings together at most. */
const GRAINS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  minute: 1 / 1440,
  day: 1,
  date: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
}

/** Times that a key sees rounded lie so far apart that they stay different. */
function grained(recipe: Recipe | null, column: DraftColumn, key: KeyStudy, needed: number): Recipe | null {
  const by = key.through[column.column.name]
  if (recipe?.kind !== 'draw' || by === undefined || (recipe.shape !== 'date' && recipe.shape !== 'timestamp'))
    return recipe
  const grain = GRAINS[by.replace(/^date_trunc /, '')]
  if (grain === undefined) return recipe
  const { domain } = column.study
  const unit = recipe.shape === 'date' ? 1 : DAY
  const step = grain * unit
  const to = recipe.options.to
  const from = Math.min(
    recipe.options.from,
    Math.max((domain.min ?? Number.NEGATIVE_INFINITY) * (unit / DAY), to - step * (needed + 1)),
  )
  const numbers: Recipe = { kind: 'draw', shape: 'integer', options: { min: from, max: to, step } }
  return numbers
}

/** A counted-out list leaves out what is held by others; wide spaces have private candidates instead. */
function withoutTaken(recipe: Recipe | null, taken: ReadonlySet<string>): Recipe | null {
  if (recipe === null || recipe.kind !== 'pick' || taken.size === 0) return recipe
  return { ...recipe, values: recipe.values.filter((value) => !taken.has(String(value))) }
}

/** Floating point numbers that can be counted out: whole ones where the key may round them. */
function countable({ min, max }: { readonly min: number; readonly max: number }, rounded: boolean): Recipe {
  if (rounded) return { kind: 'draw', shape: 'integer', options: { min: Math.ceil(min), max: Math.floor(max) } }
  return { kind: 'draw', shape: 'decimal', options: { min, max, scale: 3 } }
}
