import type { UniqueKey } from '../../model/catalog.ts'
import type { Draft, DraftLink } from '../draft.ts'
import { holdsActors, holdsPeople } from './tables-of-people.ts'
import { meet, type Way, waysUp } from './ways-up.ts'

/** Two chains of a row that lead to one table, and should lead to one row of it. */
export interface Diamond {
  readonly mine: Way
  readonly theirs: Way
}

/** What rows belong to as a whole: an ancestor by two ways is one and the same then, however long the ways are. */
const TENANTS =
  /(^|[._])(tenants?|accounts?|organi[sz]ations?|orgs?|workspaces?|teams?|compan(y|ies)|business(es)?|agenc(y|ies)|stores?|shops?|sites?|clubs?|communit(y|ies)|church(es)?|clinics?|hospitals?|practices?|schools?|institutions?|universit(y|ies)|restaurants?|hotels?|properties|libraries|leagues?|tournaments?|merchants?|vendors?|households?|famil(y|ies)|projects?|guilds?|servers?|networks?|departments?)$/i

/** Is it a table of what rows belong to as a whole? */
export const isTenant = (id: string): boolean => TENANTS.test(id.replaceAll('"', ''))

/** Look-up tables by which rows change their state: two rows that hang together need not share it. */
const STATES =
  /(^|[._])(status(es)?|states?|priorit(y|ies)|roles?|stages?|files?|images?|media|uploads?|attachments?|assets?|icons?|colou?rs?)$/i
/** Rows that somebody makes about a row of somebody else. */
const SOCIAL =
  /(comment|like|reaction|vote|repl(y|ies)|follow|view|share|bookmark|favou?rite|message|participant|review|rating|answer|attend|invit|assign|watch|read|applic|appl(y|ies)|bid|log|event|activit|mention|subscri|rsvp|member|report|flag|notification|post)/i
/** Rows that are part of a row, and so belong to whom that belongs. */
const PART =
  /(items?|lines?|details?|payments?|invoices?|refunds?|shipments?|receipts?|transactions?|deliver(y|ies)|installments?|charges?|entr(y|ies)|steps?|settings?|preferences?|returns?)$/i
/** Sides of a bargain: who bought is who bought in all that is said of it, also in a review. Others than these may act on the rows of anybody. */
const SIDE =
  /^(buyer|seller|customer|client|patient|doctor|provider|student|teacher|tutor|instructor|employee|driver|landlord|lessor|lessee|host|guest|vendor|supplier|freelancer|contractor|merchant|courier|rider|passenger|donor|sponsor)(_user|_profile)?_?id$/i
const AUTHOR = /(_by|by_id|author|creator|owner|assignee|assigned|reviewer|approver|editor|sender|recipient)/i

/**
 * The nearest ancestor that two links of a row must share: one of them leads there by its own column and the other one by a column of the same name
 * (`comments.account_id`, `posts.account_id`), or both reach what rows belong to (tenants).
 */
export function diamondOf(draft: Draft, mine: DraftLink, theirs: DraftLink): Diamond | null {
  if (isEither(draft, mine, theirs)) return null
  const found = waysUp(theirs).flatMap((b) =>
    waysUp(mine).flatMap((a) => (meet(a, b) && mustAgree(draft, a, b) ? [{ mine: a, theirs: b }] : [])),
  )
  const length = ({ mine: a, theirs: b }: Diamond): number => b.links.length * 10 + a.links.length
  return found.sort((a, b) => length(a) - length(b))[0] ?? null
}

/** A check lets only one of them lead anywhere. */
const isEither = (draft: Draft, one: DraftLink, other: DraftLink): boolean =>
  draft.study.rules.some(
    (rule) =>
      rule.kind === 'present' &&
      rule.max === 1 &&
      [one, other].every((link) => link.columns.some((name) => rule.columns.includes(name))),
  )

function mustAgree(draft: Draft, a: Way, b: Way): boolean {
  if (a.links.length === 1 && b.links.length === 1) return false
  const id = a.last.key.parent
  const names = [a.last.columns.join(), b.last.columns.join()]
  if (names[0] !== names[1] || STATES.test(id) || names.some((name) => AUTHOR.test(name ?? ''))) return false
  const direct = a.links.length === 1 || b.links.length === 1
  const { name } = draft.relation
  if (direct && SIDE.test(names[0] ?? '')) return true
  const actors = holdsActors(id, a.last.parent)
  if (actors || holdsPeople(id)) return direct && !SOCIAL.test(name) && (!actors || PART.test(name))
  return direct || isTenant(id)
}

/** Where another link of the row leads decides where this one does, so this one need not own the rows. Not where it numbers or names them. */
export function isFollower(draft: Draft, link: DraftLink): boolean {
  if (isNaming(draft, link)) return false
  return draft.links.some((other) => {
    if (other === link || other.choose.kind !== 'hash' || other.patch || other.self) return false
    if (other.nullable && !link.nullable) return false
    return waysUp(other).some(
      (way) =>
        way.links.length > 1 &&
        meet(way, { links: [link], last: link }) &&
        mustAgree(draft, { links: [link], last: link }, way),
    )
  })
}

/** Is it one of two links that must share an ancestor? */
export const isInDiamond = (draft: Draft, link: DraftLink): boolean =>
  draft.links.some(
    (other) =>
      other !== link &&
      !other.nullable &&
      other.choose.kind === 'hash' &&
      !other.patch &&
      !other.self &&
      (diamondOf(draft, link, other) ?? diamondOf(draft, other, link)) !== null,
  )

/** A unique key holds it beside columns of the row itself: numbers and names are told apart under its parent. */
const isNaming = (draft: Draft, link: DraftLink): boolean =>
  keysWith(draft, link).some((key) =>
    key.columns.some((name) => name === null || !draft.links.some(({ columns }) => columns.includes(name))),
  )

/** Keys of the table that the link is a part of. */
export const keysWith = (draft: Draft, link: DraftLink): UniqueKey[] =>
  [draft.relation.primaryKey, ...draft.relation.uniques].filter(
    (key): key is UniqueKey => key !== null && link.columns.some((name) => key.columns.includes(name)),
  )
