import type { Value } from '../../model/value.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'
import { type Decimal, decimalText, parseDecimal } from './decimal.ts'
import { type Deriver, type DeriveSite, numberOption } from './deriver.ts'
import { readNumber } from './read-number.ts'

/** What an arithmetic derivation does with two numbers, fast and exactly. */
interface Operation {
  /** Stands for an input that is NULL. */
  readonly neutral: number
  readonly fast: (a: number, b: number) => number
  readonly exact: (a: Decimal, b: Decimal) => Decimal
}

/** Where a number on the way is above this, floating point may be a unit of the last digit off: once more with whole numbers. */
const SURE = 2 ** 50

const fold =
  (operation: Operation): Deriver =>
  (site) => {
    const scale = numberOption(site, 'scale')
    const unit = 10 ** (scale ?? 0)
    const { inputs } = site
    return (frame) => {
      let result = operation.neutral
      let largest = 0
      for (let i = 0; i < inputs.length; i++) {
        const number = readNumber(inputs[i] as InputReader, frame) ?? operation.neutral
        result = i === 0 ? number : operation.fast(result, number)
        largest = Math.max(largest, Math.abs(number), Math.abs(result))
      }
      if (largest * unit > SURE) return exactly(operation, site, frame, scale)
      return scale === undefined ? result : decimal(result, scale)
    }
  }

function exactly(operation: Operation, site: DeriveSite, frame: Frame, scale: number | undefined): Value {
  const neutral = parseDecimal(String(operation.neutral)) as Decimal
  const numbers = site.inputs.map((input) => parseDecimal(String(input.read(frame))) ?? neutral)
  const result = numbers.reduce((a, b) => operation.exact(a, b))
  return decimalText(result, scale ?? result.scale)
}

/**
 * Exactly `scale` digits after the point; half is rounded away from zero, as Postgres does. For numbers whose last digit is below 2^50
 * units; a hair is added, so that what should be a half in decimals counts as one.
 */
export function decimal(number: number, scale: number): string {
  const scaled = Math.abs(number) * 10 ** scale
  const rounded = Math.floor(scaled + 0.5 + scaled * 1e-15)
  const sign = number < 0 && rounded > 0 ? '-' : ''
  if (scale === 0) return `${sign}${rounded}`
  const digits = String(rounded).padStart(scale + 1, '0')
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

const plus = fold({
  neutral: 0,
  fast: (a, b) => a + b,
  exact: (a, b) => {
    const scale = Math.max(a.scale, b.scale)
    return { digits: raised(a, scale) + raised(b, scale), scale }
  },
})

/** The sum of all inputs, each times its factor (`factors`; default 1), and a `constant`; NULL counts as 0. */
export const sum: Deriver = (site) => {
  const { factors, constant } = site.options
  const { inputs } = site
  if (!Array.isArray(factors)) return plus(site)
  const scale = numberOption(site, 'scale') ?? 0
  const weights = factors.map((factor) => parseDecimal(String(factor)) ?? ONE)
  const start = parseDecimal(String(constant ?? 0)) ?? ZERO
  return (frame) => {
    const total = inputs.reduce((sum, input, i) => {
      const value = parseDecimal(String(input.read(frame) ?? 0)) ?? ZERO
      const weight = weights[i] ?? ONE
      return added(sum, { digits: value.digits * weight.digits, scale: value.scale + weight.scale })
    }, start)
    return decimalText(total, scale)
  }
}

const ZERO: Decimal = { digits: 0n, scale: 0 }
const ONE: Decimal = { digits: 1n, scale: 0 }

function added(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: raised(a, scale) + raised(b, scale), scale }
}

/** The first input minus all others. */
export const difference = fold({
  neutral: 0,
  fast: (a, b) => a - b,
  exact: (a, b) => {
    const scale = Math.max(a.scale, b.scale)
    return { digits: raised(a, scale) - raised(b, scale), scale }
  },
})

/** The product of all inputs; NULL counts as 1. */
export const product = fold({
  neutral: 1,
  fast: (a, b) => a * b,
  exact: (a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale }),
})

/** The first input by the second; NULL where that is 0 or either is NULL. */
export const ratio: Deriver = (site) => {
  const scale = numberOption(site, 'scale')
  return (frame) => {
    const [first, second] = site.inputs.map((input) => readNumber(input, frame))
    if (first === null || first === undefined || !second) return null
    return scale === undefined ? first / second : decimal(first / second, scale)
  }
}

const raised = (number: Decimal, scale: number): bigint => number.digits * 10n ** BigInt(scale - number.scale)
