import type { MappingPath } from '../../model/assets/asset-mapping.ts'
import type { Expression } from './expression.ts'
import { partsOf } from './parts-of.ts'

/** The paths of an expression, in order. A path is optional where something else is said for where it gives nothing. */
export function pathsOf(expression: Expression, optional = false): MappingPath[] {
  if (expression.kind === 'path') return [{ keys: expression.keys, optional }]
  const lenient =
    optional || expression.kind === 'either' || (expression.kind === 'call' && expression.name === 'coalesce')
  return partsOf(expression).flatMap((part) => pathsOf(part, lenient))
}
