import type { KeyStudy } from '../../model/study.ts'
import type { Draft } from '../draft.ts'

/** All columns of the owner, or those that tell its rows apart (a subtype's `id` beside a constant `kind`). */
export const holdsOwner = (draft: Draft, { columns }: KeyStudy): boolean => {
  const { owner } = draft
  if (owner === null) return false
  if (owner.columns.every((name) => columns.includes(name))) return true
  const held = owner.columns.flatMap((name, i) => (columns.includes(name) ? [owner.key.parentColumns[i]] : []))
  return (owner.parent?.study.keys ?? []).some(
    (key) => key.partial === null && key.columns.length > 0 && key.columns.every((name) => held.includes(name)),
  )
}
