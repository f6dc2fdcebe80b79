import type { ObjectId } from '../../model/name.ts'
import { objectId } from '../../model/name.ts'
import type { TypeRow } from '../queries/types.ts'

/** The built-in types that people write otherwise than Postgres calls them inside. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['int2', 'smallint'],
  ['int4', 'integer'],
  ['int8', 'bigint'],
  ['float4', 'real'],
  ['float8', 'double precision'],
  ['bool', 'boolean'],
  ['char', '"char"'],
])
const SPELLINGS: ReadonlySet<string> = new Set(SPELLED.values())

/** What the brackets after a type say. */
export interface TypeLimits {
  readonly length: number | null
  readonly precision: number | null
  readonly scale: number | null
}

/** A type as a column, an attribute or a domain uses it. */
export interface TypeUse {
  readonly type: ObjectId
  readonly typeName: string
  readonly limits: TypeLimits
}

const isBuiltIn = (row: TypeRow): boolean => row.schema === 'pg_catalog'

/**
 * The id of a type: a type of pg_catalog is its bare internal name (`int4`, `text`, `_text`, `timestamptz`), any other is
 * `objectId(schema, name)`. A type in `public` that a built-in type hides (`create type public.path …`) keeps its schema.
 */
export function typeId(row: TypeRow): ObjectId {
  if (isBuiltIn(row)) return row.name
  const id = objectId(row.schema, row.name)
  return row.schema === 'public' && (row.shadowed || SPELLINGS.has(row.name)) ? `public.${id}` : id
}

/**
 * Spells a type as people write it and reads its modifier. `printed` is what `format_type` makes of type and modifier: the
 * modifiers of types that we do not know are taken from there (`vector(3)`, `geometry(Point,4326)`, `interval day to second`).
 */
export function typeUse(row: TypeRow, element: TypeRow | null, modifier: number, printed: string): TypeUse {
  const of = element ?? row
  const printedModifier = modifier < 0 ? '' : bare(printed).slice(bare(row.printed).length)
  const limits = isBuiltIn(of) ? builtInLimits(of.name, modifier) : foreignLimits(printedModifier)
  const suffix = isBuiltIn(of) && of.name !== 'interval' ? brackets(limits) : printedModifier
  const name = `${spelled(of, suffix)}${suffix}${element ? '[]' : ''}`
  return { type: typeId(row), typeName: name, limits }
}

/** `bpchar` without a length is not `char`, which would be `char(1)`. */
function spelled(row: TypeRow, suffix: string): string {
  if (!isBuiltIn(row)) return typeId(row)
  if (row.name === 'bpchar' && suffix !== '') return 'char'
  return SPELLED.get(row.name) ?? row.name
}

const bare = (printed: string): string => (printed.endsWith('[]') ? printed.slice(0, -2) : printed)

const NO_LIMITS: TypeLimits = { length: null, precision: null, scale: null }

/** Modifiers as the types' own typmodin functions pack them. */
function builtInLimits(name: string, modifier: number): TypeLimits {
  if (modifier < 0) return NO_LIMITS
  switch (name) {
    case 'bpchar':
    case 'varchar':
      return { ...NO_LIMITS, length: modifier - 4 }
    case 'bit':
    case 'varbit':
      return { ...NO_LIMITS, length: modifier }
    case 'numeric':
      // Four bytes of header, 16 bits of precision, then a scale of 11 bits with its sign.
      return {
        ...NO_LIMITS,
        precision: ((modifier - 4) >> 16) & 0xffff,
        scale: (((modifier - 4) & 0x7ff) ^ 1024) - 1024,
      }
    case 'time':
    case 'timetz':
    case 'timestamp':
    case 'timestamptz':
      return { ...NO_LIMITS, precision: modifier }
    case 'interval':
      // The upper half says which fields are kept; 0xffff in the lower means full precision.
      return { ...NO_LIMITS, precision: (modifier & 0xffff) === 0xffff ? null : modifier & 0xffff }
    default:
      return NO_LIMITS
  }
}

/** A single whole number in brackets is a length or dimension. */
function foreignLimits(suffix: string): TypeLimits {
  const number = /^\((\d+)\)$/.exec(suffix)?.[1]
  return number === undefined ? NO_LIMITS : { ...NO_LIMITS, length: Number(number) }
}

function brackets({ length, precision, scale }: TypeLimits): string {
  if (length !== null) return `(${length})`
  if (precision === null) return ''
  return scale === null ? `(${precision})` : `(${precision},${scale})`
}
