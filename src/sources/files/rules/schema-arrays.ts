import type { Value } from '../../../model/value.ts'
import { type BrokenRule, brokenAt as broken } from './broken-rule.ts'
import type { Inner, Path, Schema } from './schema.ts'

/** What is wrong with a list. */
export function brokenArray(
  schema: { readonly [key: string]: Value },
  value: readonly Value[],
  path: Path,
  inner: Inner,
): BrokenRule[] {
  const wrong: BrokenRule[] = []
  const hold = (holds: boolean, expected: string, next: string): void => {
    if (!holds) wrong.push(broken(path, expected, value, next))
  }
  const { minItems, maxItems, uniqueItems, contains } = schema
  if (typeof minItems === 'number') hold(value.length >= minItems, `at least ${minItems} items`, 'Add some.')
  if (typeof maxItems === 'number') hold(value.length <= maxItems, `at most ${maxItems} items`, 'Take some away.')
  if (uniqueItems === true)
    hold(new Set(value.map(spelled)).size === value.length, 'items that differ', 'Take the second one away.')
  const first = firstSchemas(schema)
  const rest = restSchema(schema)
  for (const [i, one] of value.entries()) {
    const part = first[i] ?? rest
    if (part !== undefined) wrong.push(...inner(part, one, [i]))
  }
  if (contains !== undefined) {
    const least = (schema.minContains ?? 1) as number
    const most = (schema.maxContains ?? Number.POSITIVE_INFINITY) as number
    const fitting = value.filter((one) => inner(contains as Schema, one).length === 0).length
    hold(fitting >= least && fitting <= most, `${least} or more items that the schema asks for (contains)`, 'Add one.')
  }
  return wrong
}

/** Draft 7 has a list of schemas in `items`, and the rest in `additionalItems`. */
const firstSchemas = ({ prefixItems, items }: { readonly [key: string]: Value }): readonly Schema[] =>
  (prefixItems ?? (Array.isArray(items) ? items : [])) as unknown as readonly Schema[]

const restSchema = ({ items, additionalItems }: { readonly [key: string]: Value }): Schema | undefined =>
  (Array.isArray(items) ? additionalItems : items) as Schema | undefined

/** The same text for values that are the same, whatever the order of their keys. */
const spelled = (value: Value): string =>
  JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))
      : one,
  )
