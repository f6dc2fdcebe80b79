import type { KeyStudy } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'

/** A trigger makes the one row that the partial key allows (the home of each user): others are no such rows. */
export function isMadeElsewhere(workshop: Workshop, draft: Draft, key: KeyStudy): boolean {
  const escapes = key.partial?.escapes ?? []
  if (escapes.length === 0 || draft.madeBy !== null) return false
  const inserts = workshop.drafts.flatMap(({ study }) => study.effects.flatMap((effect) => effect.inserts))
  return inserts.some(({ table, constants = {} }) =>
    escapes.some(({ column, value }) => {
      const made = table === draft.id ? constants[column] : undefined
      return made !== undefined && made !== value
    }),
  )
}
