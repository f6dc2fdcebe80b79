import type { Draft, DraftColumn, Workshop } from '../draft.ts'
import { givenBefore } from './kinds.ts'
import { turnOf } from './turn-of.ts'

/** What users say of themselves, in tables with a row of each of them, is what their persona says. */
export function wordPersonas(workshop: Workshop, draft: Draft): void {
  const { config, study } = workshop.inputs
  const users = study.auth === null ? undefined : workshop.byId.get(study.auth.users)
  const personas = config.users?.personas ?? []
  const { owner } = draft
  if (users === undefined || owner === null || owner.parent !== users || draft.spread.max !== 1) return
  if (personas.every(({ bio }) => bio.length === 0)) return
  const by = { name: owner.name, column: owner.key.parentColumns[0] ?? 'id' }
  for (const entry of draft.columns.values()) {
    const { recipe } = entry
    if (recipe.kind !== 'draw' || recipe.shape !== 'person.bio' || 'unique' in recipe) continue
    const cases = personas.map(({ bio }) => {
      const fit = fitting(entry, bio)
      const words = { kind: 'pick' as const, values: fit }
      return { amount: turnOf(personas), recipe: fit.length === 0 ? recipe : words }
    })
    entry.recipe = { kind: 'dealt', by, from: givenBefore(users), cases, otherwise: recipe }
    entry.why = 'what the persona says of itself'
  }
}

/** Texts that the column has room for. */
function fitting({ study }: DraftColumn, texts: readonly string[]): readonly string[] {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = study.domain
  return texts.filter(({ length }) => length >= minLength && length <= maxLength)
}
