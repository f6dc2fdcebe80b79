import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { isTenant } from './diamonds.ts'
import { isDemanded } from './is-demanded.ts'
import { holdsActors } from './tables-of-people.ts'
import { meet, namesOf, type Way, waysUp } from './ways-up.ts'

/** A table that says who belongs to what. */
interface Membership {
  readonly draft: Draft
  /** To what they belong … */
  readonly team: DraftLink
  /** … and who does. */
  readonly person: DraftLink
}

const MEMBERS = /(member|participant|collaborator|staff|seat|_users?$|^users?_|_people$|_profiles?$|employ|enrol)/i

/** Somebody who had to do with the membership, but is not the member. */
const BESIDE = /(_by|by_id)$|inviter|creator|approver/i

/**
 * People who are named beside a team (who wrote it, whom it is assigned to) belong to that team, where a table says who does. Drawn links only: keys go
 * first, and what the configuration says of a column stays.
 */
export function leadToMembers(workshop: Workshop): void {
  const known = workshop.drafts.flatMap((draft) =>
    draft.impossible === null && draft.rows > 0 ? membershipOf(draft) : [],
  )
  if (known.length === 0) return
  for (const draft of workshop.drafts)
    for (const link of draft.links)
      if (isOpen(workshop, draft, link)) settle(draft, link, known)
      else if (isDealt(workshop, draft, link)) dealAmongMembers(draft, link, known)
}

function membershipOf(draft: Draft): Membership[] {
  const single = draft.links.filter(
    ({ columns, self, choose, patch }) =>
      columns.length === 1 && !self && !patch && !['none', 'implied'].includes(choose.kind),
  )
  const people = single.filter(
    ({ key, parent, columns }) =>
      holdsActors(key.parent, parent) && !isTenant(key.parent) && !BESIDE.test(columns.join()),
  )
  const called = MEMBERS.test(draft.relation.name)
  return people.flatMap((person) =>
    single
      .filter((team) => team !== person && !holdsActors(team.key.parent, team.parent))
      .filter((team) => {
        const tenant = isTenant(team.key.parent)
        return isPair(draft, team, person) ? called || tenant : called && tenant
      })
      .map((team) => ({ draft, team, person })),
  )
}

/** A key of the table is made of the two. */
const isPair = (draft: Draft, one: DraftLink, other: DraftLink): boolean =>
  [draft.relation.primaryKey, ...draft.relation.uniques].some(
    (key) =>
      key !== null &&
      key.columns.length === 2 &&
      [...one.columns, ...other.columns].every((name) => key.columns.includes(name)),
  )

const isOpen = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  link.choose.kind === 'hash' &&
  link.choose.avoid === undefined &&
  link.columns.length > 0 &&
  !link.self &&
  !link.patch &&
  !workshop.late.has(edgeKey(draft.id, link.name)) &&
  link.columns.every((name) => draft.scope.wish?.columns[name] === undefined)

/** A key deals the people out under each owner. */
const isDealt = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  link.choose.kind === 'permute' &&
  link.choose.scope === 'parent' &&
  link.choose.radices.length === 1 &&
  link.choose.avoid === undefined &&
  link.choose.first === undefined &&
  link.choose.under === undefined &&
  draft.owner !== null &&
  draft.limit === null &&
  draft.given.length === 0 &&
  draft.madeBy === null &&
  link.parent !== null &&
  !workshop.late.has(edgeKey(draft.id, link.name)) &&
  link.columns.every((name) => draft.scope.wish?.columns[name] === undefined)

/** Who is a member of a project is one of its account, where a table says who that is: of what lies above the owner only, so that no two tables wait for each other. */
function dealAmongMembers(draft: Draft, link: DraftLink, known: readonly Membership[]): void {
  const { owner } = draft
  if (owner === null || link.choose.kind !== 'permute') return
  for (const way of waysUp(owner))
    for (const one of known) {
      const { team, person } = one
      const apart = one.draft !== draft && way.links.length > 1 && !way.links.some(({ parent }) => parent === one.draft)
      const fits = apart && !person.nullable && isPair(one.draft, team, person) && reaches(person, link)
      if (!fits || !meet(way, { links: [team], last: team }) || way.links.some(({ nullable }) => nullable)) continue
      const under = { mine: namesOf(way), theirs: [team.name], among: one.draft.id, to: person.name }
      link.choose = { ...link.choose, under }
      link.why = `a member (${one.draft.id}) of the same ${way.last.key.parent}, each at most once`
      draft.limit = link
      return
    }
}

function settle(draft: Draft, link: DraftLink, known: readonly Membership[]): void {
  const ways = draft.links
    .filter(
      (other) =>
        other !== link &&
        !other.self &&
        !other.patch &&
        !['none', 'implied', 'first-child', 'earlier'].includes(other.choose.kind),
    )
    .flatMap((other) => waysUp(other))
    .sort((a, b) => optional(a) - optional(b) || a.links.length - b.links.length)
  for (const way of ways)
    for (const one of known) {
      if (one.draft === draft || way.links.some(({ parent }) => parent === one.draft)) continue
      const [near, far] = reaches(one.person, link)
        ? [one.team, one.person]
        : reaches(one.team, link)
          ? [one.person, one.team]
          : []
      if (near === undefined || far === undefined || !meet(way, { links: [near], last: near })) continue
      lead(draft, link, { way, one, near, far })
      return
    }
}

const reaches = (of: DraftLink, link: DraftLink): boolean =>
  meet({ links: [of], last: of }, { links: [link], last: link })

function lead(
  draft: Draft,
  link: DraftLink,
  by: { readonly way: Way; readonly one: Membership; readonly near: DraftLink; readonly far: DraftLink },
): void {
  const { way, one, near, far } = by
  const owners =
    near === one.team ? (way.last.parent?.links ?? []).filter((other) => isOwner(other) && reaches(other, link)) : []
  const owner = owners.toSorted((a, b) => rank(a) - rank(b))[0]
  link.choose = {
    kind: 'member',
    mine: namesOf(way),
    among: one.draft.id,
    theirs: [near.name],
    to: far.name,
    ...(owner === undefined ? {} : { owner: { table: way.last.key.parent, link: owner.name } }),
    skew: 0.5,
    ...(link.nullable && !isDemanded(draft, link) ? { lone: 'nowhere' as const } : {}),
  }
  link.why =
    near === one.team
      ? `a member (${one.draft.id}) of the same ${way.last.key.parent}`
      : `a row of ${link.key.parent} whose member (${one.draft.id}) the same ${way.last.key.parent} is`
  for (const name of link.columns) {
    const column = draft.columns.get(name)
    if (column?.recipe.kind === 'follow' && column.recipe.link === link.name) column.why = link.why
  }
}

const isOwner = ({ columns, patch, choose }: DraftLink): boolean =>
  !patch && choose.kind !== 'none' && /owner|user_id|created_by|creator|profile_id/i.test(columns.join())

/** Who owns it comes before who made it. */
const rank = ({ columns, nullable }: DraftLink): number => (/owner/i.test(columns.join()) ? 0 : 2) + (nullable ? 1 : 0)

const optional = ({ links }: Way): number =>
  links.some(({ nullable, choose }) => nullable && choose.kind !== 'blocks') ? 1 : 0
