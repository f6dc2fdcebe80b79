import type { Value } from '../../../model/value.ts'
import { matcherOf } from '../../../values/shapes/pattern/automaton.ts'
import { parsePattern } from '../../../values/shapes/pattern/parse-pattern.ts'
import type { BrokenRule } from './broken-rule.ts'
import type { Matcher, Schema } from './schema.ts'
import { SchemaError } from './schema-error.ts'
import { refusedKeyword } from './schema-keywords.ts'
import { SchemaWalk } from './schema-walk.ts'

/** Schemas inside of each other, and all of them together. */
const DEEPEST = 64
const MOST_PARTS = 10_000

/**
 * A JSON Schema (draft 2020-12, also in the ways of draft 7) that was read: keywords that are not understood, references that lead out of it and patterns that
 * only a backtracking matcher could follow are refused, so nothing is passed over in silence. Nothing of it is compiled to code.
 */
export class JsonSchema {
  readonly #root: Schema
  readonly #patterns = new Map<string, Matcher>()
  #parts = 0

  /** @throws SchemaError */
  constructor(schema: Value) {
    this.#root = schemaOf(schema, '#')
    this.#look(this.#root, '#', 0)
  }

  /** What is wrong with a value; at most some of it. @throws SchemaError where references lead in a circle */
  check(value: Value): BrokenRule[] {
    return new SchemaWalk(
      (ref) => this.#resolve(ref),
      (pattern) => this.#patterns.get(pattern) ?? (() => true),
    ).check(this.#root, value)
  }

  /** The types that it asks for in a field of an object; none where it asks for no type. */
  typesOf(field: string): readonly string[] {
    const { properties } = this.#root === true || this.#root === false ? {} : this.#root
    const named = properties as { readonly [key: string]: Schema } | undefined
    const part = named !== undefined && Object.hasOwn(named, field) ? named[field] : true
    return typeof part === 'object' && part.type !== undefined ? [part.type].flat().map(String) : []
  }

  /** `#`, `#/$defs/tag`, or any other place in the schema. */
  #resolve(ref: string): Schema {
    let at: unknown = this.#root
    for (const part of ref.replace(/^#\/?/, '').split('/').filter(Boolean)) {
      const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
      at =
        typeof at === 'object' && at !== null && Object.hasOwn(at, key)
          ? (at as Record<string, unknown>)[key]
          : undefined
    }
    if (!/^#(?:$|\/)/.test(ref) || at === undefined)
      throw new SchemaError(`The reference ${ref} leads nowhere.`, 'a place in the schema itself: #/$defs/tag', ref)
    return schemaOf(at as Value, ref)
  }

  /** Looks at a schema and all that stand in it. */
  #look(schema: Schema, place: string, depth: number): void {
    if (typeof schema === 'boolean') return
    if (depth > DEEPEST || ++this.#parts > MOST_PARTS)
      throw new SchemaError('The schema is too large.', `at most ${MOST_PARTS} parts, ${DEEPEST} deep`, 'more')
    for (const [key, value] of Object.entries(schema)) {
      const refused = refusedKeyword(key, value)
      if (refused !== null) throw new SchemaError(`${place}/${key}: ${refused.why}`, refused.expected, key)
      if (key === '$ref') this.#resolve(String(value))
      if (key === 'pattern') this.#pattern(String(value))
      for (const [inner, at] of partsOf(key, value)) {
        if (key === 'patternProperties') this.#pattern(at)
        this.#look(schemaOf(inner, `${place}/${key}/${at}`), `${place}/${key}${at === '' ? '' : `/${at}`}`, depth + 1)
      }
    }
  }

  #pattern(pattern: string): void {
    if (this.#patterns.has(pattern)) return
    const parsed = parsePattern(pattern, false)
    if (parsed === null || parsed.backReferences)
      throw new SchemaError(
        `The pattern ${pattern} is not understood.`,
        'a regular expression without looking around and without references to groups',
        pattern,
      )
    this.#patterns.set(pattern, matcherOf(parsed))
  }
}

/** Keywords that hold a schema, a list of them, or some by name. */
const ONE = [
  'items',
  'additionalItems',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]
const LISTS = ['prefixItems', 'allOf', 'anyOf', 'oneOf']
const NAMED = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']

function partsOf(key: string, value: Value): readonly (readonly [Value, string])[] {
  if (Array.isArray(value) && (LISTS.includes(key) || key === 'items'))
    return value.map((one, i) => [one as Value, String(i)])
  if (ONE.includes(key)) return [[value, '']]
  if (NAMED.includes(key) && typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value as { readonly [key: string]: Value }).map(([name, one]) => [one, name])
  return []
}

function schemaOf(value: Value, place: string): Schema {
  if (typeof value === 'boolean') return value
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as { readonly [key: string]: Value }
  throw new SchemaError(
    `${place} is no schema.`,
    'an object, true or false',
    Array.isArray(value) ? 'a list' : String(value),
  )
}
