import type { ShapeName, ShapeOptions, TextOptions } from '../../../model/shapes.ts'
import type { Value } from '../../../model/value.ts'
import type { ShapeMaker, ShapeMakers } from '../../shape-maker.ts'
import { lines } from '../../words/lines.ts'
import { pick } from '../text/pick.ts'
import { letterStyle } from '../text/styles.ts'
import { type TextMaker, textShape } from '../text/text-shape.ts'

/** One of a set; frequent labels stand more than once. Those that are too long or too short stay away when others fit. */
function oneOf(labels: readonly string[]): TextMaker {
  return textShape<TextOptions>({ ...letterStyle, join: '_' }, ({ minLength = 0, maxLength = 99 }) => {
    const fitting = labels.filter((label) => label.length <= maxLength && label.length >= minLength)
    const list = Object.freeze(fitting.length > 0 ? fitting : [...labels])
    return (draws) => pick(draws, 0, list)
  })
}

const statuses = oneOf(
  lines(
    'active | active | active | active | pending | pending | completed | completed | draft | archived | cancelled | paused',
  ),
)

const status: ShapeMaker<'label.status'> = {
  compile(options: ShapeOptions['label.status'], context) {
    const { values } = options
    if (values === undefined || values.length === 0) return statuses.compile(options, context)
    return (draws): Value => pick(draws, 0, values)
  },
}

export const labelShapes: Pick<ShapeMakers, Extract<ShapeName, `label.${string}`>> = {
  'label.status': status,
  'label.kind': oneOf(
    lines('standard | standard | standard | basic | basic | premium | custom | internal | external | other'),
  ),
  'label.priority': oneOf(lines('low | low | medium | medium | medium | medium | high | high | urgent')),
  'label.role': oneOf(lines('member | member | member | member | member | editor | viewer | viewer | admin | owner')),
}
