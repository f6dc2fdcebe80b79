import { z } from 'zod'
import { SPAN_EXAMPLES } from '../../model/given/moment.ts'
import { isPlainOrMoment } from './moments.ts'

/** A value as people write it: what JSON has, and what TypeScript has besides. Dates become the text that Postgres reads. */
export type ValueInput =
  | string
  | number
  | boolean
  | null
  | bigint
  | Date
  | Uint8Array
  | readonly ValueInput[]
  | { readonly [key: string]: ValueInput }

/** One value that is not an object of ours: an object needs `{ value: … }` around it, so that typing slips are seen. */
export const scalar = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.bigint(),
  z.date(),
  z.instanceof(Uint8Array),
])

/** For messages: how a moment is written. */
export const MOMENT_EXPECTED = `{ $ago: … } or { $ahead: … } with a span: ${SPAN_EXAMPLES}; at: '09:30' beside it`

export const value: z.ZodType<ValueInput, ValueInput> = z.lazy(() =>
  z.union([scalar, z.array(value), z.record(z.string(), value).refine(isPlainOrMoment, MOMENT_EXPECTED)]),
)

export const share = z.number().min(0).max(1)

export const count = z.int().min(0)
