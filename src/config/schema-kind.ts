import type { z } from 'zod'
import { isCallable } from './callable.ts'

/** The parts of zod's own description of a schema that are looked at here. */
interface Definition {
  readonly type: string
  readonly options?: readonly z.ZodType[]
  readonly values?: readonly unknown[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly innerType?: z.ZodType
  readonly getter?: () => z.ZodType
}

export const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition

/** Every way in which the schema can be met: wrappers are taken off, unions spread out. */
export function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  const { type, options, innerType, getter } = definition(schema)
  if (type === 'union') return (options ?? []).flatMap(alternatives)
  if (type === 'optional' && innerType !== undefined) return alternatives(innerType)
  if (type === 'lazy' && getter !== undefined) return alternatives(getter())
  return [schema]
}

/** What sort of value a schema is about: `string`, `number`, `object`, `array`, `date`, … */
export function kindOf(schema: z.ZodType): string {
  const { type, values } = definition(schema)
  if (type === 'literal') return typeof values?.[0]
  if (type === 'enum') return 'string'
  if (isCallable(schema)) return 'function'
  return type === 'record' ? 'object' : type
}

/** The same for a value. */
export function kindOfValue(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  return value instanceof Uint8Array ? 'custom' : typeof value
}
