import type { MappingPath } from '../../model/asset-mapping.ts'
import type { Expression } from './expression.ts'

/** The paths of an expression, in order. A path is optional where something else is said for where it gives nothing. */
export function pathsOf(expression: Expression, optional = false): MappingPath[] {
  switch (expression.kind) {
    case 'literal':
      return []
    case 'path':
      return [{ keys: expression.keys, optional }]
    case 'list':
      return expression.items.flatMap((item) => pathsOf(item, optional))
    case 'either':
      return expression.ways.flatMap((way) => pathsOf(way, true))
    case 'call':
      return expression.arguments.flatMap((one) => pathsOf(one, optional || expression.name === 'coalesce'))
  }
}
