import { nearest } from '../../../model/nearest.ts'
import type { Value } from '../../../model/value.ts'

type Kind = 'any' | 'text' | 'number' | 'count' | 'flag' | 'list' | 'object' | 'schema' | 'schemas' | 'types'

/** Every keyword that is understood, by what it holds. Those that only describe hold anything. */
const KINDS: Readonly<Record<Kind, string>> = {
  any: '$schema $id $comment $anchor $vocabulary id title description default examples example deprecated readOnly writeOnly contentEncoding contentMediaType contentSchema const items',
  text: '$ref pattern format',
  number: 'multipleOf maximum minimum exclusiveMaximum exclusiveMinimum',
  count: 'maxLength minLength minContains maxContains minItems maxItems minProperties maxProperties',
  flag: 'uniqueItems',
  list: 'enum required',
  object: '$defs definitions properties patternProperties dependentRequired dependentSchemas',
  schema: 'additionalItems contains additionalProperties propertyNames not if then else',
  schemas: 'prefixItems allOf anyOf oneOf',
  types: 'type',
}

const KEYWORDS: ReadonlyMap<string, Kind> = new Map(
  (Object.entries(KINDS) as [Kind, string][]).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind] as const),
  ),
)

const TYPES: readonly unknown[] = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']

/** Keywords that judge, and that are not understood here. */
const REFUSED: readonly string[] = [
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
  '$recursiveRef',
  'dependencies',
]

/** Why a keyword cannot be used; null where it can. Words that the drafts do not know (`x-…`) only describe. */
export function refusedKeyword(key: string, value: Value): { why: string; expected: string } | null {
  const kind = KEYWORDS.get(key)
  if (REFUSED.includes(key)) return { why: `${key} is not understood.`, expected: 'a schema without it' }
  if (kind === undefined) {
    const near = nearest(key, KEYWORDS.keys())
    return near === null
      ? null
      : { why: `There is no keyword ${key}.`, expected: `${near}, or a name that begins with x-` }
  }
  return holds(kind, value) ? null : { why: `${key} cannot be that.`, expected: WORDS[kind] }
}

const WORDS: Readonly<Record<Kind, string>> = {
  any: 'anything',
  text: 'a text',
  number: 'a number',
  count: 'a whole number from 0',
  flag: 'true or false',
  list: 'a list',
  object: 'an object',
  schema: 'a schema',
  schemas: 'a list of schemas, at least one',
  types: `one of ${TYPES.join(', ')}, or a list of them`,
}

function holds(kind: Kind, value: Value): boolean {
  switch (kind) {
    case 'any':
      return true
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'count':
      return Number.isInteger(value) && (value as number) >= 0
    case 'flag':
      return typeof value === 'boolean'
    case 'list':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'schema':
      return typeof value === 'boolean' || isObject(value)
    case 'schemas':
      return Array.isArray(value) && value.length > 0
    case 'types':
      return Array.isArray(value) ? value.every((one) => TYPES.includes(one)) : TYPES.includes(value)
  }
}

const isObject = (value: Value): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
