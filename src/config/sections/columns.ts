import { z } from 'zod'
import type { Moment } from '../../model/given/moment.ts'
import { moment } from './moments.ts'
import { shape } from './shapes.ts'
import { scalar, share, value } from './values.ts'

const nulls = share.optional()

const constant = z.strictObject({ value, nulls })

const oneOf = z
  .strictObject({ oneOf: z.array(value).min(1), weights: z.array(z.number().min(0)).min(1).optional(), nulls })
  .check(({ value: { oneOf, weights }, issues }) => {
    if (weights === undefined) return
    if (weights.length !== oneOf.length)
      issues.push(problem(['weights'], weights, `${oneOf.length} weights, one for each value`, `${weights.length}`))
    else if (!weights.some((weight) => weight > 0))
      issues.push(problem(['weights'], weights, 'a weight above 0', 'only zeros'))
  })

/** An expression of the mapping language. */
const expressed = z.strictObject({ expression: z.string().min(1), nulls })

const edge = z.union([z.number(), z.string(), z.date(), moment])

/** Bounds for what the column would get anyway. The forms are kept apart, so that editors see which one is meant. */
export interface BoundsInput {
  readonly min?: number | string | Date | Moment
  readonly max?: number | string | Date | Moment
  readonly nulls?: number
  readonly value?: never
  readonly oneOf?: never
  readonly shape?: never
  readonly expression?: never
}

const bounds = z.strictObject({ min: edge.optional(), max: edge.optional(), nulls }).check(({ value, issues }) => {
  const { min, max } = value
  if (Object.keys(value).length === 0)
    issues.push(problem([], value, 'one of value, oneOf, shape, expression, min, max, nulls', 'an empty object'))
  if (
    ((typeof min === 'number' && typeof max === 'number') || (min instanceof Date && max instanceof Date)) &&
    min > max
  )
    issues.push(problem(['min'], min, `at most max (${String(max)})`, String(min)))
})

/** What can be said of one column. */
export const column = z.union([
  z.literal('leave'),
  scalar,
  z.array(value),
  moment,
  constant,
  oneOf,
  expressed,
  shape,
  bounds as unknown as z.ZodType<BoundsInput, BoundsInput>,
])

/** An issue of our own: zod's message carries what was expected, `params` what was found. */
export function problem(path: readonly (string | number)[], input: unknown, expected: string, found: string) {
  return { code: 'custom' as const, path: [...path], input, message: expected, params: { expected, found } }
}
