import type { Meaning } from '../../model/study.ts'
import { ending, lexicon, phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { flagLeads, flagWords } from './words/flags.ts'

const SHARES = lexicon(flagWords)
const LEADS = phraseSet(flagLeads)

/** Every boolean is a flag; how many rows have it is read from its words, else from its default. */
export function flagMeaning({ words, column }: Subject): Meaning {
  const said = words.filter((word, at) => at > 0 || words.length === 1 || !LEADS.has(word))
  const negated = said[0] === 'not' || said[0] === 'no' || said[0] === 'non'
  const known = ending(SHARES, negated ? said.slice(1) : said)?.value
  const share =
    known === undefined ? shareByDefault(column.default) : negated ? Math.round((1 - known) * 100) / 100 : known
  return { shape: 'flag', entity: null, options: { share }, evidence: 'name and type' }
}

const shareByDefault = (value: string | null): number => (value === 'true' ? 0.8 : value === 'false' ? 0.2 : 0.5)
