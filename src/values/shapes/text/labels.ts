import type { Draws, ShapeMaker } from '../../shape-maker.ts'
import { labelKinds, labelThings } from '../../words/labels.ts'
import { pick } from './pick.ts'
import { textShape } from './text-shape.ts'

/** What people would write into a field that could hold anything: `spring order`, `second draft of the summary`, `north entrance`. */
function label(draws: Draws): string {
  const at = draws.below(2, labelThings.length)
  const described = `${pick(draws, 1, labelKinds)} ${labelThings[at]}`
  if (draws.below(0, 6) > 0) return described
  const other = labelThings[(at + 1 + draws.below(3, labelThings.length - 1)) % labelThings.length]
  return `${described} and ${other}`
}

/** Where two words are too long. */
const thing = (draws: Draws): string => pick(draws, 2, labelThings)

const short = (draws: Draws): string => `${pick(draws, 1, labelKinds)} ${pick(draws, 2, labelThings)}`

/** The second version of `text.words`: the first one put words together that never meet (`curious bottle wren`). */
export const labels: ShapeMaker<'text.words'> = textShape(
  { join: ' ', mark: ' ', more: (draws, n) => pick(draws, n, labelThings) },
  ({ maxLength = 99 }) => (maxLength < 12 ? thing : maxLength < 28 ? short : label),
)
