import type { Asset, Assets } from '../../model/assets/assets.ts'
import type { Datum } from './datum.ts'
import { drawnValue } from './drawn-values.ts'
import type { Call, Expression } from './expression.ts'
import { followKeys, followPath } from './follow.ts'
import { callFaker } from './foreign/call-faker.ts'
import { callOwn } from './foreign/call-own.ts'
import { mappingFunctions } from './functions/index.ts'
import type { MappingContext } from './functions/mapping-function.ts'
import { isNothing } from './is-nothing.ts'
import { MappingError } from './mapping-error.ts'

/** What an expression is evaluated for. */
export interface Surroundings extends MappingContext {
  /** Null where no item stands behind the row. */
  readonly asset: Asset | null
  readonly assets: Assets
  /** What another column of the row has. */
  row(name: string): Datum
  /** Is told the names of functions of the user's own that give something else when they are called again; null: nobody asks. */
  readonly unsteady: ((name: string) => void) | null
}

/** What an expression gives for an item. A path that leads nowhere, or to an empty text, gives null. @throws MappingError */
export function evaluate(expression: Expression, context: Surroundings): Datum {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'list':
      return expression.items.map((item) => evaluate(item, context))
    case 'object':
      return objectOf(expression.entries, context)
    case 'path':
      return context.asset === null ? null : followPath(expression.keys, context.asset)
    case 'row':
      return followKeys(context.row(expression.name), expression.keys)
    case 'part':
      return followKeys(evaluate(expression.of, context), expression.keys)
    case 'drawn':
      return drawnValue(context.assets, expression.pool, expression.keys, context.draw(expression.number))
    case 'either': {
      for (const way of expression.ways) {
        const found = evaluate(way, context)
        if (!isNothing(found) || way === expression.ways.at(-1)) return found
      }
      return null
    }
    case 'call':
      return call(expression, context)
  }
}

/** Without a prototype: a key of the user's means nothing but itself. */
function objectOf(entries: readonly (readonly [string, Expression])[], context: Surroundings): Datum {
  const object: Record<string, Datum> = Object.create(null)
  for (const [key, value] of entries) object[key] = evaluate(value, context)
  return object
}

function call(expression: Call, context: Surroundings): Datum {
  const given = expression.arguments.map((argument) => evaluate(argument, context))
  try {
    switch (expression.of) {
      case 'faker':
        return callFaker(expression, given, context)
      case 'own':
        return callOwn(expression, given, context)
      default:
        return mappingFunctions.get(expression.name)?.apply(given, context, expression.number) ?? null
    }
  } catch (error) {
    if (!(error instanceof MappingError) || error.problem.column !== undefined) throw error
    const { message } = error.problem
    const name = expression.of === 'faker' ? `faker.${expression.name}` : expression.name
    throw new MappingError({
      ...error.problem,
      message: `${name}: ${message[0]?.toLowerCase()}${message.slice(1)}`,
      column: expression.column,
    })
  }
}
