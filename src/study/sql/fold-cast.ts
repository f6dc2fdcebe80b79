import { DAY, parseInstant, parseTimeOfDay } from './calendar.ts'
import type { Constant, Expr, Moment } from './expr.ts'
import { parseArray } from './parse-array.ts'
import { parseInterval, spanOf } from './parse-interval.ts'

const INTEGERS: readonly string[] = ['int2', 'int4', 'int8', 'oid']
const FRACTIONS: readonly string[] = ['numeric', 'float4', 'float8', 'money']
const TEXTS: readonly string[] = ['text', 'varchar', 'bpchar', 'name', 'citext']
const TRUE_WORDS: readonly string[] = ['t', 'true', 'y', 'yes', 'on', '1']
const FALSE_WORDS: readonly string[] = ['f', 'false', 'n', 'no', 'off', '0']

/** Casts a constant (or an array of them); null where the expression is none, or its text is not understood. */
export function foldCast(of: Expr, to: string, modifiers: readonly number[] = []): Expr | null {
  if (of.kind === 'array' && to.startsWith('_')) return castItems(of.items, to.slice(1), modifiers)
  if (of.kind === 'moment') return castMoment(of, to)
  if (of.kind === 'span') return to === 'interval' ? of : null
  if (of.kind !== 'constant') return null
  if (of.value === null) return { ...of, type: to }
  if (to.startsWith('_') && typeof of.value === 'string') return castArrayLiteral(of.value, to.slice(1), modifiers)
  return castConstant(of, to, modifiers)
}

function castItems(items: readonly Expr[], to: string, modifiers: readonly number[]): Expr | null {
  const cast = items.map((item) => foldCast(item, to, modifiers))
  return cast.includes(null) ? null : { kind: 'array', items: cast as Expr[] }
}

function castArrayLiteral(literal: string, to: string, modifiers: readonly number[]): Expr | null {
  const items = parseArray(literal)
  if (items === null) return null
  const texts = items.map((value): Constant => ({ kind: 'constant', value, type: 'unknown' }))
  return castItems(texts, to, modifiers)
}

function castConstant(of: Constant, to: string, modifiers: readonly number[]): Expr | null {
  const { value } = of
  if (INTEGERS.includes(to) || FRACTIONS.includes(to)) return castNumber(of, to)
  if (TEXTS.includes(to)) return castText(of, to, modifiers)
  if (to === 'bool') return castBoolean(value)
  if (typeof value !== 'string') return null
  if (to === 'date' || to === 'timestamp' || to === 'timestamptz') return castInstant(value, to)
  if (to === 'time' || to === 'timetz') {
    const ms = parseTimeOfDay(value)
    return ms === null ? null : { kind: 'constant', value: ms, type: to, text: value }
  }
  if (to === 'interval') {
    const parts = parseInterval(value)
    return parts === null ? null : spanOf(parts)
  }
  return { kind: 'constant', value, type: to }
}

function castNumber({ value, text }: Constant, to: string): Constant | null {
  if (typeof value === 'boolean')
    return { kind: 'constant', value: Number(value), type: to, text: String(Number(value)) }
  const source =
    typeof value === 'string'
      ? value
          .trim()
          .replace(/^\$/, '')
          .replaceAll(',', to === 'money' ? '' : ',')
      : (text ?? String(value))
  const parsed = /^[+-]?inf(inity)?$/i.test(source)
    ? (source.startsWith('-') ? -1 : 1) * Number.POSITIVE_INFINITY
    : Number(source)
  if (/^nan$/i.test(source)) return { kind: 'constant', value: Number.NaN, type: to, text: 'NaN' }
  if (source === '' || Number.isNaN(parsed)) return null
  if (!INTEGERS.includes(to) || Number.isInteger(parsed))
    return { kind: 'constant', value: parsed, type: to, text: source }
  const rounded = Math.sign(parsed) * Math.round(Math.abs(parsed))
  return { kind: 'constant', value: rounded, type: to, text: String(rounded) }
}

function castText({ value, text }: Constant, to: string, modifiers: readonly number[]): Constant | null {
  if (typeof value === 'boolean') return { kind: 'constant', value: String(value), type: to }
  const whole = typeof value === 'number' ? (text ?? String(value)) : (value ?? '')
  const [length] = modifiers
  return { kind: 'constant', value: length === undefined ? whole : [...whole].slice(0, length).join(''), type: to }
}

function castBoolean(value: Constant['value']): Constant | null {
  if (typeof value === 'boolean') return { kind: 'constant', value, type: 'bool' }
  if (typeof value === 'number') return { kind: 'constant', value: value !== 0, type: 'bool' }
  const word = String(value).trim().toLowerCase()
  if (TRUE_WORDS.includes(word)) return { kind: 'constant', value: true, type: 'bool' }
  return FALSE_WORDS.includes(word) ? { kind: 'constant', value: false, type: 'bool' } : null
}

function castInstant(text: string, type: Moment['type']): Moment | null {
  if (text.trim().toLowerCase() === 'now')
    return { kind: 'moment', type, low: 0, high: 0, now: true, day: type === 'date' }
  const instant = parseInstant(text)
  if (instant === null) return null
  const at = type === 'date' && Number.isFinite(instant) ? Math.floor(instant / DAY) * DAY : instant
  return { kind: 'moment', type, low: at, high: at, now: false, day: false }
}

function castMoment(of: Moment, to: string): Expr | null {
  if (to === 'timestamp' || to === 'timestamptz') return { ...of, type: to }
  if (to !== 'date') return null
  const floor = (instant: number) => (Number.isFinite(instant) ? Math.floor(instant / DAY) * DAY : instant)
  return {
    ...of,
    type: 'date',
    low: floor(of.low),
    high: floor(of.high) + (of.now && !of.day && of.high % DAY !== 0 ? DAY : 0),
    day: of.now,
  }
}
