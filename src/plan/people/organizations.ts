import type { Draft, Workshop } from '../draft.ts'

/** Do rows of this table have members, whose first is their owner, and stand in a table of their own? */
export function isOrganizations({ drafts }: Workshop, { id }: Draft): boolean {
  return drafts.some(
    ({ study: { membership }, relation }) =>
      membership?.invited !== undefined &&
      relation.foreignKeys.some(({ parent, columns }) => parent === id && columns.join() === membership.account),
  )
}

/** How many organizations there are where the settings of accounts say so; null where they say nothing. */
export function organizationRows(workshop: Workshop, draft: Draft): number | null {
  const { config } = workshop.inputs
  const given = draft.given.length
  if (!isOrganizations(workshop, draft)) return null
  if (config.accounts?.team != null) return Math.max(given, config.accounts.team)
  if (draft.scope.count !== null) return null
  if (config.makerkit.accountSystem !== 'personal_and_team') return given
  return config.named && given > 0 ? given : null
}
