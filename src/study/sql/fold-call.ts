import { DAY } from './calendar.ts'
import { type Constant, type Expr, type Moment, number, type Span, string } from './expr.ts'
import { foldCast } from './fold-cast.ts'
import { likeEscape } from './like-escape.ts'
import { addIntervals, type IntervalParts, spanOf } from './parse-interval.ts'
import { similarPattern } from './similar-pattern.ts'

/** Years that the clock of a server can no longer show: a safe floor for "this year". */
const YEAR_AT_LEAST = 2025
const NOW: readonly string[] = ['now', 'transaction_timestamp', 'statement_timestamp', 'clock_timestamp']
const INTERVAL_FIELDS: readonly (keyof IntervalParts | 'years' | 'weeks' | 'hours' | 'mins' | 'secs')[] = [
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'mins',
  'secs',
]

/** Works out a call whose arguments are known; null where there is nothing to work out. */
export function foldCall(name: string, args: readonly Expr[]): Expr | null {
  if (NOW.includes(name)) return { kind: 'moment', type: 'timestamptz', low: 0, high: 0, now: true, day: false }
  if (name === 'make_interval') return makeInterval(args)
  const [left, right] = args
  if (left === undefined) return null
  if (right === undefined) return foldUnary(name, left)
  if (name === 'timezone') return atZone(left, right)
  if (name === 'date_trunc') return truncate(left, right)
  if (name === 'extract' || name === 'date_part') return yearOf(left, right)
  if (name === 'like_escape' || name === 'similar_to_escape' || name === 'similar_escape')
    return escaped(name, left, right)
  return foldArithmetic(name, left, right)
}

function foldUnary(name: string, of: Expr): Expr | null {
  if (name === 'date') return foldCast(of, 'date')
  if (name === 'similar_to_escape' && typeof constantOf(of) === 'string')
    return string(similarPattern(String(constantOf(of)), '\\'))
  if (of.kind === 'span' && name === '-') return scaled(of, -1)
  if (of.kind !== 'constant' || of.value === null) return null
  const { value } = of
  if (name === 'lower' && typeof value === 'string') return { ...of, value: value.toLowerCase() }
  if (name === 'upper' && typeof value === 'string') return { ...of, value: value.toUpperCase() }
  if (typeof value !== 'number') return null
  if (name === '-') return { ...number(-value), type: of.type }
  if (name === '+') return of
  return name === 'abs' ? number(Math.abs(value)) : null
}

const constantOf = (expr: Expr): Constant['value'] | undefined => (expr.kind === 'constant' ? expr.value : undefined)

/** `like_escape(pattern, sign)` gives the pattern with a backslash as the sign; `similar_to_escape` gives a regular expression. */
function escaped(name: string, left: Expr, right: Expr): Expr | null {
  const [pattern, sign] = [constantOf(left), constantOf(right)]
  if (typeof pattern !== 'string' || typeof sign !== 'string' || sign.length > 1) return null
  if (name !== 'like_escape') return string(similarPattern(pattern, sign))
  return string(likeEscape(pattern, sign))
}

function atZone(zone: Expr, of: Expr): Expr | null {
  const name = constantOf(zone)
  if (of.kind !== 'moment' || typeof name !== 'string' || !/^(utc|gmt|etc\/utc|z)$/i.test(name)) return null
  return { ...of, type: of.type === 'timestamptz' ? 'timestamp' : 'timestamptz' }
}

function truncate(unit: Expr, of: Expr): Expr | null {
  return constantOf(unit) === 'day' && of.kind === 'moment' && of.now ? { ...of, day: true } : null
}

function yearOf(unit: Expr, of: Expr): Expr | null {
  const name = String(constantOf(unit)).toLowerCase()
  if (name !== 'year' && name !== 'isoyear') return null
  if (of.kind === 'moment' && of.now && Math.abs(of.low) < DAY && Math.abs(of.high) < DAY)
    return { kind: 'growing', least: YEAR_AT_LEAST }
  return null
}

function foldArithmetic(op: string, left: Expr, right: Expr): Expr | null {
  if (left.kind === 'moment' || right.kind === 'moment') return foldMoments(op, left, right)
  if (left.kind === 'span' && right.kind === 'span' && (op === '+' || op === '-'))
    return {
      kind: 'span',
      low: left.low + (op === '+' ? right.low : -right.high),
      high: left.high + (op === '+' ? right.high : -right.low),
      compared: left.compared + (op === '+' ? right.compared : -right.compared),
    }
  const [a, b] = [constantOf(left), constantOf(right)]
  if (left.kind === 'span' && typeof b === 'number')
    return op === '*' ? scaled(left, b) : op === '/' && b !== 0 ? scaled(left, 1 / b) : null
  if (right.kind === 'span' && typeof a === 'number') return op === '*' ? scaled(right, a) : null
  if (left.kind === 'growing' && typeof b === 'number')
    return op === '+'
      ? { kind: 'growing', least: left.least + b }
      : op === '-'
        ? { kind: 'growing', least: left.least - b }
        : null
  if (right.kind === 'growing' && typeof a === 'number')
    return op === '+' ? { kind: 'growing', least: right.least + a } : null
  if (op === '||' && typeof a === 'string' && typeof b === 'string') return string(a + b)
  return typeof a === 'number' && typeof b === 'number' ? foldNumbers(op, a, b, left, right) : null
}

function foldNumbers(op: string, a: number, b: number, left: Expr, right: Expr): Expr | null {
  const whole = isInteger(left) && isInteger(right)
  const result = (value: number): Constant => (whole ? { ...number(value), type: 'int8' } : number(value))
  switch (op) {
    case '+':
      return result(a + b)
    case '-':
      return result(a - b)
    case '*':
      return result(a * b)
    case '/':
      return b === 0 ? null : result(whole ? Math.trunc(a / b) : a / b)
    case '%':
    case 'mod':
      return b === 0 ? null : result(a % b)
    case '^':
    case 'power':
    case 'pow':
      return number(a ** b)
    default:
      return null
  }
}

const isInteger = (expr: Expr): boolean => expr.kind === 'constant' && /^int[248]$/.test(expr.type)

const scaled = (span: Span, by: number): Span => {
  const ends = [span.low * by, span.high * by]
  return { kind: 'span', low: Math.min(...ends), high: Math.max(...ends), compared: span.compared * by }
}

function foldMoments(op: string, left: Expr, right: Expr): Expr | null {
  if (left.kind === 'moment' && right.kind === 'moment') return op === '-' ? between(left, right) : null
  const [moment, other] = left.kind === 'moment' ? [left, right] : [right, left]
  if (moment.kind !== 'moment' || (op !== '+' && (op !== '-' || moment === right))) return null
  if (other.kind === 'span') return shifted(moment, op === '+' ? other : scaled(other, -1))
  const days = constantOf(other)
  if (moment.type !== 'date' || typeof days !== 'number') return null
  const by = (op === '+' ? days : -days) * DAY
  return { ...moment, low: moment.low + by, high: moment.high + by }
}

/** A date and an interval make a timestamp. */
function shifted(moment: Moment, by: Span): Moment {
  const type = moment.type === 'date' ? 'timestamp' : moment.type
  return { ...moment, type, low: moment.low + by.low, high: moment.high + by.high }
}

function between(left: Moment, right: Moment): Span | null {
  if (left.now || right.now) return null
  const ms = left.low - right.low
  return { kind: 'span', low: ms, high: ms, compared: ms }
}

/** `make_interval(years, months, weeks, days, hours, mins, secs)`, all of them numbers. */
function makeInterval(args: readonly Expr[]): Span | null {
  const amounts = args.map(constantOf)
  if (amounts.some((amount) => typeof amount !== 'number')) return null
  const of = (name: (typeof INTERVAL_FIELDS)[number]) => Number(amounts[INTERVAL_FIELDS.indexOf(name)] ?? 0)
  const zero: IntervalParts = { months: of('years') * 12 + of('months'), days: of('weeks') * 7 + of('days'), ms: 0 }
  return spanOf(
    addIntervals(zero, { months: 0, days: 0, ms: ((of('hours') * 60 + of('mins')) * 60 + of('secs')) * 1000 }),
  )
}
