import type { z } from 'zod'
import type { ColumnWish } from '../model/config.ts'
import { isMoment, type Moment } from '../model/given/moment.ts'
import type { Value } from '../model/value.ts'
import { instantOf } from './instant.ts'
import type { column } from './sections/columns.ts'
import type { ValueInput } from './sections/values.ts'
import { type OptionKind, shapeOptions } from './shape-options.ts'

const DAY = 86_400_000

/** What the user said of a column, in the one form that the plan reads. */
export function columnWish(input: z.output<typeof column>): ColumnWish {
  if (input === 'leave') return { kind: 'leave' }
  if (
    typeof input !== 'object' ||
    input === null ||
    Array.isArray(input) ||
    input instanceof Date ||
    input instanceof Uint8Array
  )
    return { kind: 'value', value: plain(input as ValueInput), nulls: null }
  if (isMoment(input)) return { kind: 'value', value: plain(input as ValueInput), nulls: null }
  const said = input as Record<string, unknown>
  const nulls = (said.nulls as number | undefined) ?? null
  if ('value' in said) return { kind: 'value', value: plain(said.value as ValueInput), nulls }
  if ('oneOf' in said)
    return {
      kind: 'values',
      values: (said.oneOf as ValueInput[]).map(plain),
      weights: (said.weights as number[] | undefined) ?? null,
      nulls,
    }
  if ('expression' in said) return { kind: 'expression', expression: said.expression as string, nulls }
  if ('shape' in said) return shapeWish(said, nulls)
  if ('min' in said || 'max' in said) return { kind: 'bounds', min: edge(said.min), max: edge(said.max), nulls }
  return { kind: 'nulls', nulls: nulls ?? 0 }
}

function shapeWish(said: Record<string, unknown>, nulls: number | null): ColumnWish {
  const shape = said.shape as keyof typeof shapeOptions
  const kinds = shapeOptions[shape] as Readonly<Record<string, OptionKind>>
  const options = Object.entries(said)
    .filter(([key]) => key !== 'shape' && key !== 'nulls')
    .map(([key, value]): [string, Value] => [key, option(kinds[key]?.kind, value as ValueInput)])
  return { kind: 'shape', shape, options: Object.fromEntries(options), nulls }
}

/** Instants become ms since the epoch, days become days since the epoch; numbers are taken to be that already. */
function option(kind: OptionKind['kind'] | undefined, value: ValueInput): Value {
  if (kind !== 'instant' && kind !== 'day') return plain(value)
  if (typeof value === 'number' || isMoment(value)) return value as Value
  const moment = value instanceof Date ? value.getTime() : (instantOf(String(value)) ?? 0)
  return kind === 'day' ? Math.floor(moment / DAY) : moment
}

function edge(value: unknown): number | string | Moment | null {
  if (value instanceof Date) return value.toISOString()
  if (isMoment(value)) return value
  return typeof value === 'number' || typeof value === 'string' ? value : null
}

/** Dates become the text that Postgres reads; everything else stays. */
function plain(value: ValueInput): Value {
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return (value as readonly ValueInput[]).map(plain)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]))
}
