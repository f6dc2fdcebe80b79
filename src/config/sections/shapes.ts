import { z } from 'zod'
import type { Moment } from '../../model/given/moment.ts'
import type { ShapeOptions } from '../../model/shapes.ts'
import { instantOf } from '../instant.ts'
import { type AskedShape, type OptionKind, shapeNames, shapeOptions } from '../shape-options.ts'
import { moment } from './moments.ts'
import { count, share, value } from './values.ts'

type Relaxed<Options, Dates extends PropertyKey> = {
  readonly [Key in keyof Options]: Key extends Dates ? Options[Key] | string | Date | Moment : Options[Key]
}

type OptionsInput<Name extends AskedShape> = string extends keyof ShapeOptions[Name]
  ? unknown
  : Relaxed<ShapeOptions[Name], DatesOf<Name>>

type DatesOf<Name extends AskedShape> = Name extends 'timestamp' | 'date' | 'person.birthdate' ? 'from' | 'to' : never

/** `{ shape: 'person.email' }`, with the shape's options beside it; times are written as ISO dates. */
export type ShapeInput = {
  [Name in AskedShape]: { readonly shape: Name; readonly nulls?: number } & OptionsInput<Name>
}[AskedShape]

const instant = z.union([
  z.string().refine((text) => instantOf(text) !== null, 'an ISO date (2025-06-01) or an ISO instant'),
  z.date(),
  z.number(),
  moment,
])

const kinds: Record<Exclude<OptionKind['kind'], 'choice'>, z.ZodType> = {
  number: z.number(),
  count,
  text: z.string(),
  flag: z.boolean(),
  instant,
  day: instant,
  texts: z.array(z.string()),
  values: z.array(value),
}

function option(kind: OptionKind): z.ZodType {
  const schema = kind.kind === 'choice' ? z.literal([...(kind.choices ?? [])]) : kinds[kind.kind]
  return kind.needed ? schema : schema.optional()
}

const asked = (name: AskedShape) =>
  z.strictObject({
    shape: z.literal(name),
    nulls: share.optional(),
    ...Object.fromEntries(Object.entries(shapeOptions[name]).map(([key, kind]) => [key, option(kind as OptionKind)])),
  })

const [first, ...others] = shapeNames.map(asked) as [ReturnType<typeof asked>, ...ReturnType<typeof asked>[]]

/** One strict object per shape, so that options complete in editors and slips are seen. */
export const shape = z.discriminatedUnion('shape', [first, ...others]) as unknown as z.ZodType<ShapeInput, ShapeInput>
