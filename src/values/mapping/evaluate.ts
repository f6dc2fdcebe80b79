import type { Asset } from '../../model/assets.ts'
import type { Datum } from './datum.ts'
import type { Expression } from './expression.ts'
import { mappingFunctions } from './functions/index.ts'
import type { MappingContext } from './functions/mapping-function.ts'
import { isNothing } from './is-nothing.ts'
import { MappingError } from './mapping-error.ts'

/** What an expression gives for an item. A path that leads nowhere, or to an empty text, gives null. @throws MappingError */
export function evaluate(expression: Expression, asset: Asset, context: MappingContext): Datum {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'list':
      return expression.items.map((item) => evaluate(item, asset, context))
    case 'path':
      return follow(expression.keys, asset)
    case 'either': {
      for (const way of expression.ways) {
        const found = evaluate(way, asset, context)
        if (!isNothing(found) || way === expression.ways.at(-1)) return found
      }
      return null
    }
    case 'call':
      return call(expression, asset, context)
  }
}

function call(expression: Extract<Expression, { kind: 'call' }>, asset: Asset, context: MappingContext): Datum {
  const known = mappingFunctions.get(expression.name)
  if (known === undefined) return null
  const given = expression.arguments.map((argument) => evaluate(argument, asset, context))
  try {
    return known.apply(given, context, expression.number)
  } catch (error) {
    if (!(error instanceof MappingError) || error.problem.column !== undefined) throw error
    throw new MappingError({
      ...error.problem,
      message: `${expression.name}: ${error.problem.message[0]?.toLowerCase()}${error.problem.message.slice(1)}`,
      column: expression.column,
    })
  }
}

/** Own properties only: a key of the user's never reaches what JavaScript puts into every object. */
function follow(keys: readonly (string | number)[], asset: Asset): Datum {
  const [root, ...rest] = keys
  let at = rootOf(asset, root)
  for (const key of rest) {
    if (
      typeof at !== 'object' ||
      at === null ||
      !Object.hasOwn(at, key) ||
      (Array.isArray(at) && typeof key !== 'number')
    )
      return null
    at = (at as Readonly<Record<string, Datum>>)[key] ?? null
  }
  return at === '' ? null : at
}

function rootOf(asset: Asset, root: string | number | undefined): Datum {
  switch (root) {
    case 'frontmatter':
      return asset.frontmatter as Datum
    case 'body':
      return asset.body
    case 'json':
      return asset.json as Datum
    case 'csv':
      return asset.csv
    default:
      return { ...asset.file }
  }
}
