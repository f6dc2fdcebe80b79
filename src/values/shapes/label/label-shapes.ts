import type { ShapeName, ShapeOptions } from '../../../model/shapes.ts'
import type { Value } from '../../../model/value.ts'
import type { ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { oneOf } from '../text/one-of.ts'
import { pick } from '../text/pick.ts'
import type { TextMaker } from '../text/text-shape.ts'

const statuses = oneOf(
  lines(
    'active | active | active | active | pending | pending | completed | completed | draft | archived | cancelled | paused',
  ),
)

const kinds = oneOf(
  lines('standard | standard | standard | basic | basic | premium | custom | internal | external | other'),
)

/** The values that are given, else the usual ones. */
const listed = (usual: TextMaker): ShapeMaker<'label.status'> & ShapeMaker<'label.kind'> => ({
  compile(options: ShapeOptions['label.status'], context) {
    const { values } = options
    if (values === undefined || values.length === 0) return usual.compile(options, context)
    return (draws): Value => pick(draws, 0, values)
  },
})

export const labelShapes: Pick<ShapeMakers, Extract<ShapeName, `label.${string}`>> = {
  'label.status': listed(statuses),
  'label.kind': listed(kinds),
  'label.priority': oneOf(lines('low | low | medium | medium | medium | medium | high | high | urgent')),
  'label.role': oneOf(lines('member | member | member | member | member | editor | viewer | viewer | admin | owner')),
}
