import { nearest } from '../../../model/nearest.ts'
import type { Value } from '../../../model/value.ts'
import { type BrokenRule, brokenAt as broken } from './broken-rule.ts'
import type { Inner, Matcher, Path, Schema } from './schema.ts'

type Named = { readonly [key: string]: Value }

const NONE: Named = {}

/** What is wrong with an object. */
export function brokenObject(
  schema: Named,
  value: Named,
  path: Path,
  inner: Inner,
  matcher: (pattern: string) => Matcher,
): BrokenRule[] {
  const keys = Object.keys(value)
  const wrong = [...missing(schema, value, path), ...counted(schema, value, path)]
  const properties = (schema.properties ?? NONE) as Named
  const patterns = Object.entries((schema.patternProperties ?? NONE) as Named)
  for (const key of keys) {
    const at = value[key] as Value
    const own = Object.hasOwn(properties, key)
    if (own) wrong.push(...inner(properties[key] as Schema, at, [key]))
    const matching = patterns.filter(([pattern]) => matcher(pattern)(key))
    for (const [, part] of matching) wrong.push(...inner(part as Schema, at, [key]))
    if (!own && matching.length === 0) wrong.push(...other(schema, key, at, path, inner))
    if (schema.propertyNames !== undefined && inner(schema.propertyNames as Schema, key).length > 0)
      wrong.push(broken([...path, key], 'another name (propertyNames)', key, 'Rename it.'))
  }
  for (const [key, part] of Object.entries((schema.dependentSchemas ?? NONE) as Named))
    if (Object.hasOwn(value, key)) wrong.push(...inner(part as Schema, value))
  return wrong
}

/** A field that the schema does not name. */
function other(schema: Named, key: string, value: Value, path: Path, inner: Inner): BrokenRule[] {
  const rest = schema.additionalProperties as Schema | undefined
  if (rest === undefined || rest === true) return []
  if (rest !== false) return inner(rest, value, [key])
  const names = Object.keys((schema.properties ?? NONE) as Named)
  const near = nearest(key, names)
  const next = near === null ? 'Take it away.' : `Did you mean ${near}?`
  return [
    {
      path: [...path, key],
      expected: names.length === 0 ? 'no field' : `one of ${names.join(', ')}`,
      found: `a field ${key}`,
      next,
    },
  ]
}

function missing({ required = [], dependentRequired = NONE }: Named, value: Named, path: Path): BrokenRule[] {
  const asked = [
    ...(required as readonly Value[]),
    ...Object.entries(dependentRequired as Named).flatMap(([key, names]) =>
      Object.hasOwn(value, key) ? (names as readonly Value[]) : [],
    ),
  ]
  return asked.map(String).flatMap((name) => {
    if (Object.hasOwn(value, name)) return []
    const near = nearest(name, Object.keys(value))
    const next = near === null ? `Add ${name}.` : `Call it ${name}, if ${near} is meant to be it.`
    return [{ path: [...path, name], missing: true as const, expected: `a field ${name}`, found: 'none', next }]
  })
}

function counted({ minProperties, maxProperties }: Named, value: Named, path: Path): BrokenRule[] {
  const count = Object.keys(value).length
  if (typeof minProperties === 'number' && count < minProperties)
    return [broken(path, `at least ${minProperties} fields`, value, 'Add some.')]
  if (typeof maxProperties === 'number' && count > maxProperties)
    return [broken(path, `at most ${maxProperties} fields`, value, 'Take some away.')]
  return []
}
