import { finding } from '../../model/finding.ts'
import type { Draft, DraftLink, Workshop } from '../draft.ts'

/** Members of a team when nobody said how many. */
export const MEMBERS_PER_TEAM = 3

/**
 * Who belongs to which team: every team has members, the first of them its owner in the role of owners. Also for other tables whose rows belong
 * to teams only.
 */
export function settleTeams(workshop: Workshop, draft: Draft): void {
  const { membership, teams } = draft.study
  const column = membership?.account ?? teams
  const account = column === undefined ? undefined : single(draft, column)
  if (account === undefined || account.parent === null || account.choose.kind === 'none') return
  if (membership?.invited !== undefined) {
    settleOrganizations(draft, account, single(draft, membership.user))
    return
  }
  if (account.parent.madeBy?.mixed == null) return
  // Rows of another table of teams own these: they belong to the same team.
  if (membership === undefined && account.choose.kind === 'within') return
  draft.owner = account
  account.nulls = 0
  account.choose = { kind: 'blocks', spread: { generations: [], min: 0, max: null, law: { kind: 'even' } } }
  account.why = 'team accounts own its rows'
  draft.spread = { min: membership === undefined ? 0 : 1, max: null, even: false }
  draft.only = 'written'
  if (membership === undefined) return
  const role = single(draft, membership.role)
  const rows = role?.pool?.rows ?? []
  const place = role?.pool?.columns.indexOf(role.key.parentColumns[0] ?? '') ?? -1
  const first = rows.findIndex((row) => row[place] === membership.first)
  if (role === undefined || first === -1) {
    workshop.findings.push(
      finding(
        'no-owner-role',
        'warning',
        { table: draft.id },
        `No role ${membership.first} was found: the first members of teams get any role.`,
        {
          next: `Insert the role ${membership.first}, or settle ${draft.id}.${membership.role} in the configuration.`,
        },
      ),
    )
    return
  }
  role.choose = { kind: 'place', first, skew: 0 }
  role.why = `${membership.first} for the first member, others after it`
}

/** Members of organizations that stand in a table of their own: each has an owner, and there is room for somebody else. */
function settleOrganizations(draft: Draft, account: DraftLink, user: DraftLink | undefined): void {
  for (const other of draft.links) if (other.choose.kind === 'blocks') other.choose = { kind: 'hash', skew: 0.5 }
  draft.owner = account
  account.nulls = 0
  account.choose = { kind: 'blocks', spread: { generations: [], min: 1, max: null, law: { kind: 'even' } } }
  account.why = `${account.key.parent} own its rows: their owner, then members and invitations`
  draft.spread = { min: 1, max: null, even: false }
  draft.least = Math.max(draft.least, owningParents(draft) * 2)
  if (user?.choose.kind === 'none')
    draft.impossible ??= `it needs a row of ${user.key.parent} for each owner, which has none`
  if (user !== undefined) user.held = 'first'
}

/** Some of the rows beside the owner's are invitations, which nobody has taken. */
export function inviteSome(draft: Draft): void {
  const { membership } = draft.study
  const user = membership?.invited === undefined ? undefined : single(draft, membership.user)
  if (membership?.invited === undefined || user === undefined || user === draft.owner) return
  if (!user.nullable || user.choose.kind === 'none' || isSettled(draft, membership.user)) return
  user.nulls = membership.invited
  user.why = `${user.why}; nobody for an invitation`
}

const isSettled = (draft: Draft, column: string): boolean => draft.scope.wish?.columns[column] !== undefined

/** Links of members that key settling has made a permutation: the first member is the owner of the account. */
export function ownersFirst(draft: Draft): void {
  const { membership } = draft.study
  const user = membership === undefined ? undefined : single(draft, membership.user)
  const owner = draft.owner?.parent?.owner
  if (user === undefined || owner === undefined || owner === null || user.choose.kind !== 'permute') return
  if (user.parent !== owner.parent) return
  user.choose = { ...user.choose, first: owner.name }
  user.why = `the owner of the account first, then other rows of ${user.key.parent}`
}

const single = (draft: Draft, column: string): DraftLink | undefined =>
  draft.links.find(({ columns }) => columns.length === 1 && columns[0] === column)

/** Parents that may own rows of this table. */
export function owningParents(draft: Draft): number {
  const { owner } = draft
  if (owner === null) return 0
  if (draft.only === 'written') return (owner.parent?.rows ?? 0) - (owner.parent?.madeRows ?? 0)
  return owner.parent?.rows ?? owner.pool?.rows.length ?? 0
}
