import type { Expr } from '../sql/expr.ts'
import { valuesOf } from './arrays.ts'
import { demandAny } from './demand-any.ts'
import { JSONS } from './families.ts'
import { any, type Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Piece } from './piece.ts'
import type { Backward, Predicate, Reader } from './reader.ts'
import { satisfies } from './satisfies.ts'
import { spansOf, wholeSpan } from './spans.ts'
import { textOf } from './texts.ts'

/** `jsonb_typeof(x) = 'object'`, `jsonb_array_length(x) > 0`. */
export const JSON_FUNCTIONS: Readonly<Record<string, Backward>> = {
  jsonb_typeof: typeOf,
  json_typeof: typeOf,
  jsonb_array_length: arrayLength,
  json_array_length: arrayLength,
}

/** `x ? 'key'`, `x ?& array['a', 'b']`. */
export const JSON_PREDICATES: Readonly<Record<string, Predicate>> = {
  '?': hasKey,
  jsonb_exists: hasKey,
  '?&': hasKeys,
  jsonb_exists_all: hasKeys,
  '?|': hasOneKey,
  jsonb_exists_any: hasOneKey,
}

const TYPES = ['object', 'array', 'string', 'number', 'boolean'] as const

function typeOf([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  if (of === undefined || isPath(of)) return null
  const verdicts = TYPES.map((type) => satisfies(piece, type))
  if (verdicts.includes(null)) return null
  if (!verdicts.includes(false)) return narrowed(reader.demand(of, {}, nulls))
  return demandAny(
    reader,
    of,
    TYPES.filter((_, index) => verdicts[index]).map((type) => ({ json: { type } })),
    nulls,
  )
}

/** A member may be missing: what is demanded of it cannot be said of the whole. */
/** hstore has the same operators. */
const isJson = (expr: Expr, reader: Reader): boolean => JSONS.includes(reader.type(expr)?.base ?? '') && !isPath(expr)

const isPath = (expr: Expr): boolean => expr.kind === 'call' && /^#?->>?$|^#>>?$/.test(expr.name)

function arrayLength([of]: readonly Expr[], piece: Piece, nulls: boolean, reader: Reader): Formula | null {
  const spans = spansOf(piece)
  if (of === undefined || spans === null || isPath(of)) return null
  const pieces = spans
    .map(wholeSpan)
    .filter((span) => span !== null)
    .map(
      ({ min, max }): Piece => ({
        json: { type: 'array' },
        ...(min === undefined ? {} : { minItems: min }),
        ...(max === undefined ? {} : { maxItems: max }),
      }),
    )
  return demandAny(reader, of, pieces, nulls)
}

const object = (keys: readonly string[]): Piece => ({ json: { type: 'object', keys } })

function hasKey([of, key]: readonly Expr[], want: boolean, nulls: boolean, reader: Reader): Formula | null {
  const name = textOf(key)
  return of === undefined || name === null || !want || !isJson(of, reader)
    ? null
    : narrowed(reader.demand(of, object([name]), nulls))
}

function hasKeys([of, keys]: readonly Expr[], want: boolean, nulls: boolean, reader: Reader): Formula | null {
  const names = valuesOf(keys)
  return of === undefined || names === null || !want || !isJson(of, reader)
    ? null
    : narrowed(reader.demand(of, object(names.map(String)), nulls))
}

function hasOneKey([of, keys]: readonly Expr[], want: boolean, nulls: boolean, reader: Reader): Formula | null {
  const names = valuesOf(keys)
  if (of === undefined || names === null || names.length === 0 || !want || !isJson(of, reader)) return null
  return any(names.map((name) => narrowed(reader.demand(of, object([String(name)]), nulls))))
}

/** `x ->> 'key' IS NOT NULL`. */
export function hasMember(args: readonly Expr[], reader: Reader): Formula | null {
  const [of, key] = args
  const name = textOf(key)
  return of === undefined || name === null || !isJson(of, reader)
    ? null
    : narrowed(reader.demand(of, object([name]), false))
}
