import { FIELD_TYPES, type FieldType } from '../../../model/field-types.ts'
import { nearest } from '../../../model/nearest.ts'
import type { Value } from '../../../model/value.ts'
import { booleanOf } from '../../../values/mapping/read/boolean-of.ts'
import { dateOf } from '../../../values/mapping/read/date-of.ts'
import { numberOf } from '../../../values/mapping/read/number-of.ts'
import { type BrokenRule, shownValue } from './broken-rule.ts'

type Item = { readonly [key: string]: Value }

/** What a pool says of the fields of its items. */
export interface FieldRules {
  readonly required: readonly string[]
  /** Field → type (`string[]`, `number | string`) or the values that it may have. Dots lead into objects. */
  readonly types: Readonly<Record<string, string | readonly Value[]>>
}

const WORDS: Readonly<Record<FieldType, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  date: 'a date',
  email: 'an e-mail address',
  url: 'an address (https://…)',
  uuid: 'a uuid',
  object: 'an object',
  array: 'a list',
  any: 'anything',
}

/** How each is written right, for whoever wrote something else. */
const HINTS: Readonly<Partial<Record<FieldType, string>>> = {
  string: 'Put it into quotes.',
  number: 'Write the number without quotes, units and separators.',
  integer: 'Write the number without quotes, units and separators.',
  boolean: 'Write true or false, without quotes.',
  date: 'Write it as 2025-01-31, or 2025-01-31T10:30:00+01:00.',
  url: 'Write it with https:// before it.',
}

/** Holds the fields of an item against what is said of them. `texts`: all of its values are texts (CSV), so what they can be read as counts. */
export function checkFieldTypes(item: Item, { required, types }: FieldRules, texts: boolean): BrokenRule[] {
  const missing = required.filter((name) => isMissing(fieldAt(item, name))).map((name) => missingField(item, name))
  const wrong = Object.entries(types).flatMap(([name, type]): BrokenRule[] => {
    const value = fieldAt(item, name)
    if (isMissing(value) || fits(value, type, texts)) return []
    return [
      { path: name.split('.'), expected: spelledType(type), found: shownValue(value), next: hintFor(type, value) },
    ]
  })
  return [...missing, ...wrong]
}

const isMissing = (value: Value | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** A field by its own name, else by a way into objects. */
function fieldAt(item: Item, name: string): Value | undefined {
  if (Object.hasOwn(item, name)) return item[name]
  let at: Value | undefined = item
  for (const key of name.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as Item)[key]
  }
  return at
}

function missingField(item: Item, name: string): BrokenRule {
  const near = nearest(name, Object.keys(item))
  return {
    path: name.split('.'),
    missing: true,
    expected: `a field ${name}`,
    found: Object.hasOwn(item, name) ? 'nothing behind it' : 'none',
    next: near === null || near === name ? `Add ${name}.` : `Call it ${name}, if ${near} is meant to be it.`,
  }
}

function fits(value: Value | undefined, type: string | readonly Value[], texts: boolean): boolean {
  if (typeof type !== 'string') return type.some((one) => one === value || (texts && String(one) === value))
  return alternatives(type).some(({ name, many }) => {
    if (!many) return isA(value, name, texts)
    const items = texts && typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value
    return Array.isArray(items) && items.every((one) => isA(one as Value, name, texts))
  })
}

const alternatives = (type: string): { name: FieldType; many: boolean }[] =>
  type.split('|').map((part) => {
    const one = part.trim()
    const many = one.endsWith('[]')
    const name = many ? one.slice(0, -2) : one
    return { name: FIELD_TYPES.find((known) => known === name) ?? 'any', many }
  })

function isA(value: Value | undefined, type: FieldType, texts: boolean): boolean {
  switch (type) {
    case 'any':
      return true
    case 'string':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' || (texts && typeof value === 'string' && numberOf(value) !== null)
    case 'integer':
      return (
        Number.isInteger(value) ||
        (texts && typeof value === 'string' && Number.isInteger(Number(numberOf(value) ?? Number.NaN)))
      )
    case 'boolean':
      return typeof value === 'boolean' || (texts && typeof value === 'string' && booleanOf(value) !== null)
    case 'date':
      return typeof value === 'string' && dateOf(value) !== null
    case 'email':
      return typeof value === 'string' && /^[^\s@]{1,64}@[^\s@]{1,250}\.[^\s@.]{2,63}$/.test(value)
    case 'url':
      return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value)
    case 'uuid':
      return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
  }
}

const spelledType = (type: string | readonly Value[]): string =>
  typeof type === 'string'
    ? alternatives(type)
        .map(({ name, many }) =>
          many ? `a list of values, each ${WORDS[name]} (${name}[])` : `${WORDS[name]} (${name})`,
        )
        .join(' or ')
    : `one of ${type.map((one) => JSON.stringify(one)).join(', ')}`

function hintFor(type: string | readonly Value[], value: Value | undefined): string {
  if (typeof type !== 'string') {
    const near = typeof value === 'string' ? nearest(value, type.map(String)) : null
    return near === null ? 'Write one of them.' : `Did you mean ${near}?`
  }
  const [first] = alternatives(type)
  if (first?.many && !Array.isArray(value)) return 'Write it as a list: [a, b].'
  return HINTS[first?.name ?? 'any'] ?? 'Mend the field.'
}
