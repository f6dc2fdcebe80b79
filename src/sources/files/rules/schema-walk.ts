import { isDeepStrictEqual } from 'node:util'
import type { Value } from '../../../model/value.ts'
import { type BrokenRule, brokenAt as broken } from './broken-rule.ts'
import type { Inner, Matcher, Path, Schema } from './schema.ts'
import { brokenArray } from './schema-arrays.ts'
import { SchemaError } from './schema-error.ts'
import { brokenObject } from './schema-objects.ts'
import { brokenScalar } from './schema-scalars.ts'

type Keywords = { readonly [key: string]: Value }

/** Told of one item. */
const MOST = 20
const DEEPEST = 200
/** Schemas that are held against values of one item, in all: alternatives inside of alternatives multiply. */
const MOST_STEPS = 200_000

/** Holds one value against a schema, keyword by keyword. */
export class SchemaWalk {
  readonly #resolve: (ref: string) => Schema
  readonly matcher: (pattern: string) => Matcher
  #steps = 0

  constructor(resolve: (ref: string) => Schema, matcher: (pattern: string) => Matcher) {
    this.#resolve = resolve
    this.matcher = matcher
  }

  check(schema: Schema, value: Value): BrokenRule[] {
    return this.broken(schema, value, []).slice(0, MOST)
  }

  /** What is wrong with the value at a path. @throws SchemaError */
  broken(schema: Schema, value: Value, path: Path, depth = 0): BrokenRule[] {
    if (depth > DEEPEST || ++this.#steps > MOST_STEPS)
      throw new SchemaError(
        'The schema leads in a circle, or to too many alternatives.',
        `at most ${MOST_STEPS} steps`,
        'more',
      )
    if (schema === true) return []
    if (schema === false) return [broken(path, 'nothing', value, 'Take it away.')]
    const inner = (part: Schema, at: Value, keys: Path = []): BrokenRule[] =>
      this.broken(part, at, [...path, ...keys], depth + 1)
    const wrong = [
      ...(typeof schema.$ref === 'string' ? inner(this.#resolve(schema.$ref), value) : []),
      ...brokenType(schema, value, path),
    ]
    // Nothing else can be said of a value of the wrong type.
    if (wrong.length > 0) return wrong
    return [
      ...brokenScalar(schema, value, path, this.matcher),
      ...(Array.isArray(value) ? brokenArray(schema, value as readonly Value[], path, inner) : []),
      ...(isObject(value) ? brokenObject(schema, value, path, inner, this.matcher) : []),
      ...brokenChoice(schema, value, path, inner),
    ]
  }
}

const isObject = (value: Value): value is Keywords =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function brokenType(schema: Keywords, value: Value, path: Path): BrokenRule[] {
  const { type } = schema
  const wrong: BrokenRule[] = []
  if (type !== undefined) {
    const types = [type].flat().map(String)
    const words = types.map((one) => WORDS[one] ?? one).join(' or ')
    if (!types.some((one) => isA(value, one))) wrong.push(broken(path, words, value, `Write ${words} there.`))
  }
  const allowed = schema.const !== undefined ? [schema.const] : (schema.enum as readonly Value[] | undefined)
  if (allowed !== undefined && !allowed.some((one) => isDeepStrictEqual(plain(one), plain(value))))
    wrong.push(
      broken(path, `one of ${allowed.map((one) => JSON.stringify(one)).join(', ')}`, value, 'Write one of them.'),
    )
  return wrong
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

/** Prototypes do not count. */
const plain = (value: Value): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value

function isA(value: Value, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function brokenChoice(schema: Keywords, value: Value, path: Path, inner: Inner): BrokenRule[] {
  const list = (key: string): readonly Schema[] => (schema[key] ?? []) as unknown as readonly Schema[]
  const fits = (part: Schema): boolean => inner(part, value).length === 0
  const wrong = list('allOf').flatMap((part) => inner(part, value))
  const any = list('anyOf')
  if (any.length > 0 && !any.some(fits))
    wrong.push(broken(path, `one of ${any.length} alternatives (anyOf)`, value, 'See the schema for them.'))
  const one = list('oneOf')
  const fitting = one.filter(fits).length
  if (one.length > 0 && fitting !== 1)
    wrong.push(
      broken(
        path,
        `exactly one of ${one.length} alternatives (oneOf)`,
        fitting === 0 ? value : `${fitting} of them`,
        'See the schema for them.',
      ),
    )
  if (schema.not !== undefined && fits(schema.not as Schema))
    wrong.push(broken(path, 'what the schema does not exclude (not)', value, 'Write something else.'))
  if (schema.if !== undefined) {
    const then = fits(schema.if as Schema) ? schema.then : schema.else
    if (then !== undefined) wrong.push(...inner(then as Schema, value))
  }
  return wrong
}
