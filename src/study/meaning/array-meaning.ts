import type { Meaning } from '../../model/study.ts'
import { ending, lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { arrayWords } from './words/arrays.ts'

const ITEMS = lexicon(arrayWords)

/** What the items of an array of texts are. */
export function arrayMeaning({ base, words, facts }: Subject): Meaning | null {
  if (!/^(text|varchar|bpchar|citext)$/.test(base) || facts.domain.items?.values !== undefined) return null
  const hit = ending(ITEMS, words)
  return hit === null ? null : { shape: hit.value, entity: null, evidence: 'name and type' }
}
