import { nameWords } from '../coherence/name-words.ts'
import type { Draft, DraftLink } from '../draft.ts'

/** Two sides of one bargain, of which nobody is both. */
const SIDES: readonly (readonly [string, string])[] = [
  ['buyer', 'seller'],
  ['sender', 'receiver'],
  ['sender', 'recipient'],
  ['from_user', 'to_user'],
  ['client', 'freelancer'],
  ['client', 'provider'],
  ['customer', 'provider'],
  ['student', 'teacher'],
  ['student', 'tutor'],
  ['tenant', 'landlord'],
  ['patient', 'doctor'],
  ['host', 'guest'],
  ['mentor', 'mentee'],
  ['referrer', 'referred'],
  ['blocker', 'blocked'],
  ['follower', 'following'],
  ['requester', 'addressee'],
]

const sideOf = ({ columns }: DraftLink): string =>
  columns.length === 1
    ? nameWords(columns[0] as string)
        .filter((word) => word !== 'id')
        .join('_')
    : ''

/** Nobody buys from themselves, though no check says so. */
function avoidOtherSide(draft: Draft): void {
  for (const [one, other] of SIDES) {
    const first = draft.links.find((link) => sideOf(link) === one)
    const second = draft.links.find((link) => sideOf(link) === other)
    if (first === undefined || second === undefined || first.key.parent !== second.key.parent) continue
    const [fixed, free] = second.choose.kind === 'hash' ? [first, second] : [second, first]
    const waits = 'avoid' in fixed.choose && fixed.choose.avoid !== undefined
    if (free.choose.kind === 'hash' && free.choose.avoid === undefined && !waits && free !== draft.owner)
      free.choose = { ...free.choose, avoid: fixed.name }
  }
}

/** CHECK (follower <> followed): the second link avoids the parent of the first. */
export function avoidSame(draft: Draft): void {
  avoidOtherSide(draft)
  for (const rule of draft.study.rules) {
    if (rule.kind !== 'differ') continue
    const [first, second] = rule.columns.map((name) =>
      draft.links.find((link) => link.columns.length === 1 && link.columns[0] === name),
    )
    if (first === undefined || second === undefined || first.key.parent !== second.key.parent) continue
    const [fixed, free] = second === draft.owner ? [second, first] : [first, second]
    if (free.choose.kind === 'hash' || free.choose.kind === 'within')
      free.choose = { ...free.choose, avoid: fixed.name }
  }
}
