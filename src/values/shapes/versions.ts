import type { ShapeName } from '../../model/shapes.ts'
import type { ShapeMaker } from '../shape-maker.ts'
import { shapes } from './index.ts'
import { labels } from './text/labels.ts'

/** Later versions of shapes, from the second on; the first ones stand in `shapes`. None is ever changed: plans name them. */
const later: { readonly [Name in ShapeName]?: readonly ShapeMaker<Name>[] } = {
  'text.words': [labels],
}

/** The maker of a version of a shape. @throws RangeError where there is none: the plan is of a newer supa-seed. */
export function shapeVersion<Name extends ShapeName>(name: Name, version = 1): ShapeMaker<Name> {
  const maker = version === 1 ? shapes[name] : later[name]?.[version - 2]
  if (maker === undefined) throw new RangeError(`This supa-seed knows no version ${version} of ${name}.`)
  return maker as ShapeMaker<Name>
}
