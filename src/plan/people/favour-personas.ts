import type { Favour } from '../../model/link.ts'
import type { Draft, DraftLink, Workshop } from '../draft.ts'
import { givenBefore } from './kinds.ts'

/** Lets the persona of a user say how much of a table is theirs: of what users own, and of what they are the authors of. */
export function favourPersonas(workshop: Workshop, draft: Draft): void {
  const { config, study } = workshop.inputs
  const users = study.auth === null ? undefined : workshop.byId.get(study.auth.users)
  const personas = config.users?.personas ?? []
  if (users === undefined || personas.every(({ weight }) => weight === 1)) return
  if (draft.madeBy !== null || draft.study.membership !== undefined || draft.study.standing.kind !== 'app') return
  const from = givenBefore(users)
  const weights = personas.map(({ weight }) => weight)
  for (const link of draft.links) {
    const path = pathToUser(link.parent, users)
    if (path === null || link.self || link.patch) continue
    const favour = { path, from, weights }
    if (link === draft.owner) favourOwners(draft, favour)
    else if (link.choose.kind === 'hash') favourAuthors(link, favour)
  }
}

function favourOwners(draft: Draft, favour: Favour): void {
  const { min, max, each, even } = draft.spread
  if (max === 1 || each !== undefined || even || (max !== null && min === max)) return
  draft.favour = favour
}

function favourAuthors(link: DraftLink, favour: Favour): void {
  if (link.choose.kind !== 'hash' || link.choose.avoid !== undefined) return
  link.choose = { ...link.choose, favour }
}

/** The links from a row to its user, where there is one row for each of them (a profile, an account); null: it is of no one user. */
function pathToUser(draft: Draft | null, users: Draft): string[] | null {
  if (draft === null) return null
  if (draft === users) return []
  const { owner, spread, madeBy } = draft
  if (owner === null || (madeBy === null && spread.max !== 1)) return null
  const above = pathToUser(owner.parent, users)
  return above === null ? null : [owner.name, ...above]
}
