import type { Encoding } from '../../model/value.ts'
import type { Types, TypeUse } from './type-use.ts'
import { unwrap } from './unwrap.ts'

const TEXT: Encoding = { kind: 'text' }

const BUILT_IN: Readonly<Record<string, Encoding>> = {
  int2: { kind: 'number' },
  int4: { kind: 'number' },
  int8: { kind: 'number' },
  float4: { kind: 'number' },
  float8: { kind: 'number' },
  numeric: { kind: 'number' },
  oid: { kind: 'number' },
  bool: { kind: 'boolean' },
  date: { kind: 'date' },
  time: { kind: 'time' },
  timetz: { kind: 'time' },
  timestamp: { kind: 'timestamp', zone: false },
  timestamptz: { kind: 'timestamp', zone: true },
  interval: { kind: 'interval' },
  bytea: { kind: 'bytes' },
  json: { kind: 'json' },
  jsonb: { kind: 'json' },
}

/** How values of a type of pg_catalog are written, by its name there (`int4`); those that are no arrays. */
export const builtInEncoding = (name: string): Encoding =>
  (Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined) ?? TEXT

/** How values of the type are written; types that nobody knows are text. */
export function encodingOf(types: Types, use: TypeUse): Encoding {
  const { type, use: inner } = unwrap(types, use)
  if (type === null) return builtInEncoding(inner.type)
  const part = (): Encoding => (type.of === null ? TEXT : encodingOf(types, { ...inner, type: type.of }))
  switch (type.kind) {
    case 'array':
      return { kind: 'array', element: part(), delimiter: type.of === 'box' ? ';' : ',' }
    case 'composite':
      return { kind: 'composite', fields: type.attributes.map((attribute) => encodingOf(types, attribute)) }
    case 'range':
      return { kind: 'range', element: part() }
    case 'multirange':
      return multirange(part())
    default:
      return type.schema === 'pg_catalog' ? builtInEncoding(type.name) : TEXT
  }
}

/** A multirange is made of ranges: its element is that of the range. */
const multirange = (range: Encoding): Encoding =>
  range.kind === 'range' ? { kind: 'multirange', element: range.element } : TEXT
