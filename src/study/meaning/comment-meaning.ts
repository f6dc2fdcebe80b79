import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import { adjusted } from './adjusted.ts'
import { exactly, type Lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular, tokens } from './tokens.ts'

/** A comment that begins with a known phrase and says no more of it: `E-mail address of the buyer`. */
export function commentMeaning(subject: Subject, facts: Lexicon<ShapeName | null>): Meaning | null {
  const { comment } = subject.column
  if (comment === null) return null
  const first = comment.split(/[.,;:(\n]| (?:of|for|from|in|used|where|which|that|when|as) /i)[0] ?? ''
  const words = tokens(first).filter((word) => !/^(the|a|an|its|their|optional|required)$/.test(word))
  if (words.length === 0 || words.length > 4) return null
  const shape = exactly(facts, words)
  if (shape === undefined || shape === null || shape.startsWith('label.')) return null
  const meaning = adjusted(subject, shape, { before: [], phrase: words.map(singular).join(''), words })
  return meaning === null ? null : { ...meaning, evidence: 'comment' }
}
