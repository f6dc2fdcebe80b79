import type { z } from 'zod'
import { definition, kindOf } from './schema-kind.ts'

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  bigint: 'a bigint',
  date: 'a Date',
  array: 'a list',
  null: 'null',
  object: 'an object',
  record: 'an object',
  custom: 'bytes (Uint8Array)',
  function: 'a function (in a TypeScript or JavaScript configuration)',
}

/** What a value must be to have a chance with one of these schemas: `a whole number or an object { count, perParent, columns }`. */
export function describeKinds(schemas: readonly z.ZodType[]): string {
  const said = [...new Set(schemas.map(describeKind))]
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} or ${said.at(-1)}` : (said[0] ?? 'nothing')
}

function describeKind(schema: z.ZodType): string {
  const { type, values = [], shape } = definition(schema)
  if (type === 'literal') return values.map((value) => JSON.stringify(value)).join(', ')
  if (type === 'number' && (schema as unknown as { format?: string }).format === 'safeint') return 'a whole number'
  if (shape === undefined) return nouns[kindOf(schema)] ?? kindOf(schema)
  return 'shape' in shape ? 'an object { shape, … }' : `an object { ${Object.keys(shape).join(', ')} }`
}

/** What one of zod's issues wanted. Messages of our own schemas say what was expected, so they are taken as they are. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? issue.expected
    case 'invalid_value':
      return issue.values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ')
    case 'too_small':
      return issue.origin === 'string'
        ? 'some text'
        : `at least ${issue.minimum}${issue.origin === 'array' ? ' values' : ''}`
    case 'invalid_key':
      return 'a name that is not empty'
    case 'too_big':
      return `at most ${issue.maximum}`
    default:
      return issue.message
  }
}
