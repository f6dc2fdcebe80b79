import type { ShapeMaker } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { nouns } from '../../words/nouns.ts'
import { pick } from '../text/pick.ts'

/** Three to six lexemes with their positions, and the path of the row where that makes it unique; Postgres sorts them. */
export const tsvector: ShapeMaker<'tsvector'> = {
  compile() {
    return (draws, { suffix }) => {
      const count = 3 + draws.below(0, 4)
      let text = ''
      for (let at = 1; at <= count; at++) text += `${at === 1 ? '' : ' '}'${pick(draws, at, nouns)}':${at * 2}`
      return suffix === null ? text : `${text} '${suffix}':${2 * count + 2}`
    }
  },
}

export const tsquery: ShapeMaker<'tsquery'> = {
  compile() {
    return (draws) =>
      `'${pick(draws, 1, adjectives)}' ${draws.below(0, 3) === 0 ? '|' : '&'} '${pick(draws, 2, nouns)}'`
  },
}
