import type { Draws, ShapeMakers } from '../../shape-maker.ts'
import { adjectives } from '../../words/adjectives.ts'
import { nouns } from '../../words/nouns.ts'
import { textPattern } from '../pattern/text-pattern.ts'
import { code } from './code.ts'
import { letters } from './letters.ts'
import { paragraphs } from './paragraphs.ts'
import { pick } from './pick.ts'
import { sentence } from './sentence.ts'
import { proseStyle, wordStyle } from './styles.ts'
import { textShape } from './text-shape.ts'

/** Two to four words: `quiet harbor`, `copper lantern and early garden`. */
function phrase(draws: Draws): string {
  const kind = draws.below(0, 4)
  const at = draws.below(2, nouns.length)
  const described = `${pick(draws, 1, adjectives)} ${nouns[at]}`
  if (kind > 1) return described
  const other = nouns[(at + 1 + draws.below(3, nouns.length - 1)) % nouns.length] as string
  return kind === 1 ? `${described} ${other}` : `${nouns[at]} ${other}`
}

/** Where two words are too long. */
function word(draws: Draws): string {
  return pick(draws, 2, nouns)
}

export const textShapes: Pick<
  ShapeMakers,
  'text.letters' | 'text.code' | 'text.pattern' | 'text.words' | 'text.sentence' | 'text.paragraphs'
> = {
  'text.letters': letters,
  'text.code': code,
  'text.pattern': textPattern,
  'text.words': textShape(wordStyle, ({ maxLength = 99 }) => (maxLength < 12 ? word : phrase)),
  'text.sentence': textShape(proseStyle, () => (draws) => sentence(draws, 0)),
  'text.paragraphs': paragraphs,
}
