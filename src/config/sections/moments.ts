import { z } from 'zod'
import { isMoment, type Moment, SPAN_EXAMPLES, spanOf, TIME_EXAMPLES, timeOfDay } from '../../model/given/moment.ts'

const span = z.string().refine((text) => spanOf(text) !== null, SPAN_EXAMPLES)

const at = z
  .string()
  .refine((text) => timeOfDay(text) !== null, TIME_EXAMPLES)
  .optional()

/** A moment that is told from `now`. */
export const moment: z.ZodType<Moment, Moment> = z.union([
  z.strictObject({ $ago: span, at }),
  z.strictObject({ $ahead: span, at }),
])

/** Objects that mean no moment are anything; those that mean one are well written. */
export const isPlainOrMoment = (value: unknown): boolean => !isMoment(value) || moment.safeParse(value).success
