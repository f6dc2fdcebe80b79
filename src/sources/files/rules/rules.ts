import type { Value } from '../../../model/value.ts'
import { booleanOf } from '../../../values/mapping/read/boolean-of.ts'
import { numberOf } from '../../../values/mapping/read/number-of.ts'
import type { Content } from '../formats/content.ts'
import { INVALID, type Problem } from '../problem.ts'
import { type BrokenRule, spelledPath } from './broken-rule.ts'
import { checkFieldTypes, type FieldRules } from './check-field-types.ts'
import type { JsonSchema } from './json-schema.ts'
import type { FieldPlaces } from './place-of-field.ts'
import { SchemaError } from './schema-error.ts'
import { unknownFields } from './unknown-fields.ts'

/** What the items of a pool must be like. */
export interface Rules extends FieldRules {
  /** Fields that may be there beside the required ones; null: any. */
  readonly optional: readonly string[] | null
  readonly schema: JsonSchema | null
}

type Item = { readonly [key: string]: Value }

/** What is wrong with an item; none: it may be used. Fields that nobody asked for are told as well, and harm nothing. */
export function brokenRules(content: Content, rules: Rules, places: FieldPlaces): Problem[] {
  const item = (content.frontmatter ?? content.csv ?? content.json) as Item | null
  if (item === null) return []
  const texts = content.csv !== null
  const typed = checkFieldTypes(item, rules, texts)
  // What one rule says of a field, another need not say again.
  const known = new Set(typed.map(({ path }) => spelledPath(path)))
  const schemed = rules.schema === null ? [] : bySchema(rules.schema, texts ? readTexts(item, rules.schema) : item)
  const broken = [...typed, ...schemed.filter(({ path }) => !known.has(spelledPath(path)))]
  const told =
    (code: string) =>
    (one: BrokenRule): Problem =>
      problemOf(one, code, places.of(one.path, content))
  return [...broken.map(told(INVALID)), ...unknownFields(item, rules).map(told('field-unknown'))]
}

function bySchema(schema: JsonSchema, item: Item): BrokenRule[] {
  try {
    return schema.check(item)
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error
    const { message, expected, found } = error
    return [{ path: [], expected, found: `${message} ${found}`, next: 'Mend the schema.' }]
  }
}

/** Records of CSV hold texts: where the schema asks for a number, true or false, they are read as such; empty ones are not there. */
function readTexts(record: Item, schema: JsonSchema): Item {
  const read: Record<string, Value> = Object.create(null)
  for (const [key, value] of Object.entries(record)) {
    const text = String(value)
    const types = schema.typesOf(key)
    const number = types.some((type) => type === 'number' || type === 'integer') ? numberOf(text) : null
    const flag = types.includes('boolean') ? booleanOf(text) : null
    if (text !== '') read[key] = types.includes('string') ? text : (flag ?? (number === null ? text : Number(number)))
  }
  return read
}

function problemOf(one: BrokenRule, code: string, place: { line: number; column?: number }): Problem {
  const { path, ...rest } = one
  return {
    ...place,
    code,
    message: code === INVALID ? messageOf(one) : `Nothing is said of the field ${spelledPath(path)}.`,
    ...rest,
  }
}

function messageOf({ path, expected, found, missing }: BrokenRule): string {
  const field = path.length === 0 ? 'The item' : `The field ${spelledPath(path)}`
  return missing ? `${field} is missing.` : `${field} must be ${expected}, and is ${found}.`
}
