import type { ShapeMaker } from '../../shape-maker.ts'
import { nouns } from '../../words/nouns.ts'
import { colors } from '../../words/product-names.ts'
import { pick } from '../text/pick.ts'

const SIZES = ['XS', 'S', 'M', 'L', 'XL']

/** `"color"=>"Navy", "size"=>"M", …`. */
export const hstore: ShapeMaker<'hstore'> = {
  compile() {
    return (draws) =>
      `"color"=>"${pick(draws, 0, colors)}", "size"=>"${pick(draws, 1, SIZES)}", "weight"=>"${1 + draws.below(2, 900)}", "label"=>"${pick(draws, 3, nouns)}"`
  },
}
