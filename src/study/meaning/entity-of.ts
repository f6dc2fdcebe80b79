import type { ShapeName } from '../../model/shapes.ts'
import { phraseSet } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { singular } from './tokens.ts'
import { neutralWords, ownWords } from './words/qualifiers.ts'

const NEUTRAL = phraseSet(neutralWords)
const OWN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries(ownWords).map(([thing, words]) => [thing, phraseSet(words)]),
)

/**
 * Whose the value is: `person`, or `person:billing` where the words before it name another than the row's own. Null for shapes that describe
 * no thing. The words of the table itself and words like `primary` name no other.
 */
export function entityOf({ table }: Subject, shape: ShapeName, before: readonly string[]): string | null {
  const thing = shape.slice(0, shape.indexOf('.'))
  const own = OWN[thing]
  if (own === undefined) return null
  // The texts of one row speak of one topic.
  if (thing === 'content') return thing
  const others = before
    .map(singular)
    .filter((word) => !NEUTRAL.has(word) && !own.has(word) && !table.words.includes(word))
  // A company's own phone, a supplier's own mail.
  if (
    thing === 'person' &&
    table.kind === 'company' &&
    others.length === 0 &&
    (shape === 'person.phone' || shape === 'person.email')
  )
    return 'company'
  if (thing === 'person' && table.kind !== 'person' && others.length === 0 && before.map(singular).includes('user'))
    return 'person:user'
  if (thing === 'person' && table.kind === 'person' && others.length === 1 && others[0] === 'contact') return 'person'
  return others.length === 0 ? thing : `${thing}:${others.join('_')}`
}
