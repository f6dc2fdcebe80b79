import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { entityOf } from './entity-of.ts'
import { ending, exactly, type Hit, lexicon, phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular } from './tokens.ts'
import {
  amountWords,
  counterWords,
  durationUnits,
  durationWords,
  heightWords,
  numberWords,
  positionWords,
  pricesByTable,
  type Skew,
  sideWords,
  sizeWords,
  units,
  weightWords,
} from './words/numbers.ts'

type Span = readonly [least: number, most: number, skew: Skew]

const AMOUNTS = lexicon<readonly [number, number]>(amountWords.map(([least, most, list]) => [[least, most], list]))
const NUMBERS = lexicon<Span>(numberWords.map(([least, most, skew, list]) => [[least, most, skew], list]))
const DURATION_UNITS = lexicon<Span>(durationUnits.map(([least, most, list]) => [[least, most, 'low'], list]))
const DURATIONS = phraseSet(durationWords)
const POSITIONS = phraseSet(positionWords)
const COUNTERS: ReadonlySet<string> = new Set(counterWords.split('|').map((word) => word.trim().replaceAll(' ', '')))
const UNITS = phraseSet(units)
const WEIGHTS = lexicon([[true, weightWords]])
const HEIGHTS = lexicon([[true, heightWords]])
const SIDES = lexicon([[true, sideWords]])
const SIZES = lexicon([[true, sizeWords]])
/** Whole units of money even in a whole number: nobody keeps salaries in cents. */
const WHOLE =
  /^(salary|annualsalary|basesalary|salarymin|salarymax|income|annualincome|yearlysalary|budget|revenue|turnover|annualrevenue)$/

/** What a number says: a place, a count, money, a measure. */
export function numberMeaning(subject: Subject): Meaning | null {
  const { words, base, facts } = subject
  if (facts.domain.values !== undefined) return null
  if (base === 'interval') return length(subject)
  if (base === 'money') return amount(subject) ?? mean('amount', { min: 5, max: 500 })
  if (/^(id|uuid|guid)$/.test(words.at(-1) ?? '')) return null
  const whole = base.startsWith('int')
  if (whole && POSITIONS.has(words.map(singular).join(''))) return mean('position')
  if (whole && /^(billing)?intervalcount$/.test(words.join(''))) return mean('integer', { min: 1, max: 3, skew: 'low' })
  if (whole && counts(words)) return mean('counter')
  return (
    coordinate(subject) ??
    duration(subject) ??
    measure(subject) ??
    cents(subject) ??
    fileSize(subject) ??
    longest(subject)
  )
}

const mean = (
  shape: Meaning['shape'],
  options?: Readonly<Record<string, Value>>,
  entity: string | null = null,
): Meaning => ({
  shape,
  entity,
  ...(options === undefined ? {} : { options }),
  evidence: 'name and type',
})

/** `comments_count`, `num_orders`, `total_orders`, `likes`. */
function counts(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  if (/^(count|counts|counter|cnt|tally)$/.test(last)) return true
  if (/^(num|nb|nr|count|n)$/.test(words[0] ?? '') && words.length > 1 && singular(last) !== last) return true
  if (words[0] === 'number' && words[1] === 'of') return true
  if (
    words[0] === 'total' &&
    words.length > 1 &&
    singular(last) !== last &&
    !/^(sales|hours|minutes|seconds|days|points|taxes|cents|fees|earnings)$/.test(last)
  )
    return true
  return (
    COUNTERS.has(words.join('')) ||
    (words.length > 1 && COUNTERS.has(last) && /^(total|unique|all|current|daily|monthly)$/.test(words[0] ?? ''))
  )
}

/** The money or the number whose phrase is the longer one. */
function longest(subject: Subject): Meaning | null {
  const money = ending(AMOUNTS, subject.words)
  const other = numbered(subject.words)
  if (money !== null && (other === null || money.phrase.length > other.phrase.length)) return amount(subject)
  return other === null ? amount(subject) : spanned(subject, other.value)
}

function numbered(words: readonly string[]): Hit<Span> | null {
  const exact = ending(NUMBERS, words)
  const last = words.at(-1) ?? ''
  // `status`, `type` and the like only where they are all the name says.
  if (
    exact !== null &&
    exact.value[0] === 0 &&
    exact.value[1] === 3 &&
    exact.value[2] === 'low' &&
    exact.before.length > 1
  )
    return null
  return exact ?? (words.length > 1 && UNITS.has(singular(last)) ? ending(NUMBERS, words.slice(0, -1)) : null)
}

/** A range of the shape that the type has; whole numbers lie within it. */
function spanned({ base, column }: Subject, [least, most, skew]: Span): Meaning {
  const whole = base.startsWith('int')
  const shape: ShapeName = whole ? 'integer' : base === 'numeric' ? 'decimal' : 'number'
  // A rate kept as a fraction: numeric(5,4) has no room for 25.
  const digits = column.precision === null || column.scale === null ? 9 : column.precision - column.scale
  const fraction = !whole && most === 25 && digits <= 1
  const scaled = whole && most === 1 ? [0, 100] : whole && most === 2 ? [1, 2] : fraction ? [0, 0.25] : [least, most]
  return mean(shape, { min: whole ? Math.ceil(scaled[0] ?? 0) : (scaled[0] ?? 0), max: scaled[1] ?? most, skew })
}

function amount({ words, base, table }: Subject): Meaning | null {
  const last = words.at(-1) ?? ''
  const hit =
    ending(AMOUNTS, words) ?? (words.length > 1 && UNITS.has(last) ? ending(AMOUNTS, words.slice(0, -1)) : null)
  // `credits` are points of a course or a game, `credit` is a column of a ledger.
  if (hit === null || last === 'credits' || last === 'taxes') return null
  const [min, max] = (/price$/.test(hit.phrase) ? pricesByTable[table.kind] : undefined) ?? hit.value
  if (base.startsWith('int') && WHOLE.test(hit.phrase)) return mean('integer', { min, max, skew: 'middle' })
  return mean('amount', { min, max })
}

/** `price_cents`, `amount_in_cents`, `total_minor`. */
function cents(subject: Subject): Meaning | null {
  const said = subject.words
  if (!/^(cents|cent|minor|pence|pennies)$/.test(said.at(-1) ?? '')) return null
  const rest = said.slice(0, said.at(-2) === 'in' ? -2 : -1)
  const known = ending(AMOUNTS, rest)?.value ?? [5, 500]
  return mean('amount', { min: known[0], max: known[1] })
}

function coordinate({ words, base, column }: Subject): Meaning | null {
  if (base.startsWith('int')) return null
  const last = words.at(-1) ?? ''
  const options: Readonly<Record<string, Value>> = column.scale === null ? {} : { scale: column.scale }
  const place =
    words.length > 1 && !/^(geo|gps|location|position|loc|address)$/.test(words[0] ?? '')
      ? `place:${words.slice(0, -1).join('_')}`
      : 'place'
  if (/^(lat|latitude)$/.test(last)) return mean('place.latitude', { min: -55, max: 65, ...options }, place)
  if (/^(lng|lon|longitude)$/.test(last) || (last === 'long' && words.length === 1))
    return mean('place.longitude', { min: -170, max: 175, ...options }, place)
  return null
}

function fileSize(subject: Subject): Meaning | null {
  const { words, base, table } = subject
  const hit = base.startsWith('int') || base === 'numeric' ? ending(SIZES, words) : null
  if (hit === null || (hit.phrase === 'size' && table.kind !== 'file')) return null
  return mean('file.size', { min: 1024, max: 5_000_000 }, entityOf(subject, 'file.size', hit.before))
}

/** `duration_ms`, `prep_time_minutes`, `duration`. */
function duration(subject: Subject): Meaning | null {
  const { words } = subject
  const last = words.at(-1) ?? ''
  const unit = words.length > 1 ? exactly(DURATION_UNITS, [last]) : undefined
  const rest = words.slice(0, words.at(-2) === 'in' ? -2 : -1)
  if (unit !== undefined && endsIn(DURATIONS, rest)) return spanned(subject, unit)
  if (/^(durationm|lengthm)$/.test(words.join(''))) return null
  return /^(duration|runtime|readingtime|preptime|cooktime|readtime|latency|responsetime|processingtime|executiontime)$/.test(
    words.join(''),
  )
    ? spanned(subject, [5, 180, 'low'])
    : null
}

/** An interval between five minutes and four hours, in seconds. */
const length = ({ words }: Subject): Meaning | null =>
  endsIn(DURATIONS, words) ? mean('interval', { min: 300, max: 14_400 }) : null

const endsIn = (set: ReadonlySet<string>, words: readonly string[]): boolean =>
  words.some((_, start) => set.has(words.slice(start).map(singular).join('')))

/** Weights, heights and sides, by what the table holds. */
function measure(subject: Subject): Meaning | null {
  const { words, table, column } = subject
  const unit = words.length > 1 && UNITS.has(singular(words.at(-1) ?? '')) ? singular(words.at(-1) ?? '') : ''
  const said = unit === '' ? words : words.slice(0, -1)
  const person = table.kind === 'person' || /^(vital|measurement|patient)/.test(table.words.join(''))
  if (ending(WEIGHTS, said) !== null)
    return spanned(
      subject,
      person ? [45, 120, 'middle'] : unit === 'g' || unit === 'gram' ? [50, 5000, 'low'] : [1, 40, 'low'],
    )
  const high = ending(HEIGHTS, said) !== null
  if (!high && (ending(SIDES, said) === null || said.length > 2)) return null
  if (table.kind === 'file' || unit === 'px' || unit === 'pixel' || table.words.includes('image'))
    return spanned(subject, [320, 3840, 'even'])
  const metres = column.precision !== null && column.scale !== null && column.precision - column.scale <= 1
  if (person) return high ? spanned(subject, metres || unit === 'm' ? [1.5, 2, 'middle'] : [150, 200, 'middle']) : null
  return spanned(subject, [1, 200, 'low'])
}
