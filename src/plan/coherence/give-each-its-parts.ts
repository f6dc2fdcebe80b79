import { type Draft, fittingCount } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { PARTS } from './part-words.ts'
import { namesOf } from './rows-below.ts'

const TOTAL = /(^|_)(total|subtotal|amount_due)(_|$)/

/** An order without lines says nothing: where there are rows enough, each one has a line. `rows`: that there will be. */
export function giveEachItsParts(draft: Draft, rows: number): void {
  const { owner, spread } = draft
  if (owner?.parent == null || spread.min > 0 || rows < fittingCount(owner)) return
  if (draft.given.length > 0 || draft.closed.length > 0 || draft.reach.length > 0 || draft.only !== null) return
  if (draft.madeBy !== null || draft.scope.wish?.perParent != null) return
  const parts = namesOf(draft.relation.name).some((name) => PARTS.test(name))
  const summed = [...owner.parent.columns.keys()].some((name) => TOTAL.test(nameWords(name).join('_')))
  if (parts && summed) draft.spread = { ...spread, min: 1 }
}
