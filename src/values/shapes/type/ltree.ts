import type { ShapeMaker } from '../../shape-maker.ts'
import { nouns } from '../../words/nouns.ts'
import { shelf } from '../product/parts.ts'
import { pick } from '../text/pick.ts'
import { slugify } from '../text/slugify.ts'

/** A path of labels from the top: `shop.garden.fern`. */
export const ltree: ShapeMaker<'ltree'> = {
  compile() {
    return (draws) => {
      const path = `shop.${slugify(shelf(draws).category).replaceAll('-', '_')}.${pick(draws, 1, nouns)}`
      return draws.below(2, 2) === 0 ? path : `${path}.${pick(draws, 3, nouns)}`
    }
  },
}
