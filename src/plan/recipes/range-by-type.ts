import type { Recipe } from '../../model/recipe.ts'
import type { Encoding } from '../../model/value.ts'
import type { Typed } from './by-type.ts'
import { draw } from './draw.ts'
import { DAY, drawTime, within } from './times.ts'

const HOUR = 3_600_000

type RangeEncoding = Extract<Encoding, { kind: 'range' | 'multirange' }>

/** Ranges and multiranges of any subtype: never empty, with both bounds. `lowest`: a recipe for whole or decimal lower bounds. */
export function rangeByType(
  typed: Typed,
  encoding: RangeEncoding,
  now: number,
  lowest: (base: string) => Recipe | null,
): Recipe | null {
  const { kind } = encoding.element
  if (kind === 'text') return texts(encoding)
  if (kind === 'time') {
    const lower = draw('time', { from: 6 * HOUR, to: 16 * HOUR, step: HOUR / 4 })
    return made(encoding, lower, { min: HOUR / 4, max: 4 * HOUR })
  }
  if (kind === 'number') {
    const lower = lowest(/num/.test(typed.base) ? 'numeric' : 'int4')
    return lower === null ? null : made(encoding, lower, { min: 1, max: 100 })
  }
  const base = kind === 'date' ? 'date' : 'timestamptz'
  const lower = drawTime(base, within({ from: now - 180 * DAY, to: now + 180 * DAY }, typed.domain, now), true)
  return lower === null
    ? null
    : made(encoding, lower, kind === 'date' ? { min: 1, max: 14 } : { min: HOUR, max: 3 * DAY })
}

const made = ({ kind }: RangeEncoding, lower: Recipe, width: { min: number; max: number }): Recipe =>
  kind === 'range' ? draw('range', { lower, width }) : draw('multirange', { lower, width, minItems: 1, maxItems: 2 })

/** From one letter to a later one. */
function texts({ kind }: RangeEncoding): Recipe {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const pairs = letters.flatMap((from, n) => letters.slice(n + 1).map((to) => `[${from},${to})`))
  return { kind: 'pick', values: kind === 'range' ? pairs : pairs.map((pair) => `{${pair}}`) }
}
