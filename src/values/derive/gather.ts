import type { Value } from '../../model/value.ts'
import type { InputReader } from '../input.ts'
import type { Frame } from '../rows/frame.ts'
import { decimal } from './arithmetic.ts'
import { type Deriver, type DeriveSite, numberOption, textOption } from './deriver.ts'
import type { Gathered } from './gathered.ts'
import { readNumber } from './read-number.ts'
import { readTime } from './read-time.ts'
import { timeOf } from './time.ts'

const DAY = 86_400_000

/** What the rows that lead to a row come to; see `Derive` in model/recipe.ts. */
export const gather: Deriver = (site) => {
  const { over } = site
  switch (textOption(site, 'by')) {
    case 'sum':
      return sumOf(site, over)
    case 'average':
      return averageOf(site, over)
    case 'latest':
      return latestOf(site, over)
    case 'none':
      return (frame) => !hasAny(over, frame)
    default:
      return (frame) => hasAny(over, frame)
  }
}

function hasAny(over: Gathered | null, frame: Frame): boolean {
  for (const _ of over?.rows(frame) ?? []) return true
  return false
}

/** Amounts are rounded as their columns are, so a sum below 2^53 units of the last digit is exact. */
function sumOf(site: DeriveSite, over: Gathered | null): (frame: Frame) => Value {
  const scale = numberOption(site, 'scale') ?? 0
  const unit = 10 ** scale
  const factor = numberOption(site, 'factor') ?? 1
  const { factors } = site.options
  const weights = Array.isArray(factors) ? factors.map(Number) : []
  return (frame) => {
    let units = 0
    for (const row of over?.rows(frame) ?? []) units += Math.round(productOf(over?.columns ?? [], row) * unit)
    const added = site.inputs.reduce(
      (sum, input, i) => sum + Math.round((readNumber(input, frame) ?? 0) * (weights[i] ?? 1) * unit),
      0,
    )
    const total = (factor === 1 ? units : Math.round(units * factor)) + added
    return scale === 0 ? total : decimal(total / unit, scale)
  }
}

const productOf = (columns: readonly InputReader[], row: Frame): number =>
  columns.reduce((product, column) => product * (readNumber(column, row) ?? 0), 1)

function averageOf(site: DeriveSite, over: Gathered | null): (frame: Frame) => Value {
  const scale = numberOption(site, 'scale') ?? 0
  const { empty = null } = site.options
  return (frame) => {
    let [sum, count] = [0, 0]
    for (const row of over?.rows(frame) ?? []) {
      const number = over?.columns[0] === undefined ? null : readNumber(over.columns[0], row)
      if (number === null) continue
      sum += number
      count++
    }
    return count === 0 ? empty : decimal(sum / count, scale)
  }
}

function latestOf(site: DeriveSite, over: Gathered | null): (frame: Frame) => Value {
  const unit = site.encoding.kind === 'date' ? DAY : 1
  const give = timeOf(site)
  return (frame) => {
    let latest: number | null = null
    for (const row of over?.rows(frame) ?? []) latest = later(latest, over?.columns[0], row)
    if (latest === null) for (const input of site.inputs) latest = later(latest, input, frame)
    return latest === null ? null : give(Math.floor(latest / unit) * unit)
  }
}

function later(known: number | null, input: InputReader | undefined, frame: Frame): number | null {
  const time = input === undefined ? null : readTime(input, frame)
  return time === null || (known !== null && known >= time) ? known : time
}
