import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { type Diamond, diamondOf, keysWith } from './diamonds.ts'
import { namesOf, type Way, waysUp } from './ways-up.ts'

/**
 * Links that lead to one ancestor by two ways agree on it although no constraint says so (a comment and its post belong to the same account): the
 * longer way leads, the shorter one follows; where both are long, the second one is chosen among what is under the ancestor of the first. What the
 * configuration says of a column stays.
 */
export function agree(workshop: Workshop, draft: Draft): void {
  const settled = draft.links.filter((link) => link === draft.owner || link.choose.kind === 'within')
  const leading = new Set(
    draft.links.flatMap(({ choose }) => (choose.kind === 'within' ? choose.mine.slice(0, 1) : [])),
  )
  const rest = draft.links
    // What others were placed by cannot be placed by them.
    .filter((link) => isOpen(workshop, draft, link) && !leading.has(link.name))
    .map((link, place) => ({ link, place, depth: waysUp(link).length }))
    .sort((a, b) => b.depth - a.depth || a.place - b.place)
  for (const { link } of rest) {
    const found = settled
      .flatMap((other) => diamondOf(draft, other, link) ?? [])
      .sort((a, b) => a.theirs.links.length - b.theirs.links.length)
    const [first, ...others] = found.filter((one) => !isHeldByKey(draft, link, one))
    if (first !== undefined) follow(draft, link, first, isOptional(first.mine) ? others : [])
    else if (found[0] !== undefined) keepUnder(draft, link, found[0])
    settled.push(link)
  }
}

const isOpen = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  link.choose.kind === 'hash' &&
  link !== draft.owner &&
  !link.self &&
  !link.patch &&
  !workshop.late.has(edgeKey(draft.id, link.name)) &&
  link.columns.every((name) => draft.scope.wish?.columns[name] === undefined)

/** A key that is made of links alone needs them all for its rows to differ; only one that the owner decides is no loss. */
const isHeldByKey = (draft: Draft, link: DraftLink, { theirs }: Diamond): boolean =>
  keysWith(draft, link).some(({ columns }) => {
    if (columns.every((name) => name !== null && link.columns.includes(name))) return true
    const links = columns.every((name) => name !== null && draft.links.some((one) => one.columns.includes(name)))
    return links && theirs.links.length > 1
  })

/** The key needs the link for its rows to differ: under each owner it goes through the rows under the same ancestor. */
function keepUnder(draft: Draft, link: DraftLink, { mine, theirs }: Diamond): void {
  if (mine.links[0] !== draft.owner || mine.links.length < 2 || theirs.links.length < 2 || draft.given.length > 0)
    return
  link.under = { mine: namesOf(mine), theirs: namesOf(theirs).slice(1) }
}

/** A chain may end on its way. */
const isOptional = ({ links }: Way): boolean =>
  links.some(({ nullable, choose }) => nullable && choose.kind !== 'blocks')

/** `others`: ways to tell where the first one leads nowhere. */
function follow(draft: Draft, link: DraftLink, { mine, theirs }: Diamond, others: readonly Diamond[]): void {
  const path = namesOf(theirs).slice(1)
  link.choose = {
    kind: 'within',
    mine: namesOf(mine),
    theirs: path,
    skew: 0.5,
    ...(others.length === 0
      ? {}
      : { or: others.map((one) => ({ mine: namesOf(one.mine), theirs: namesOf(one.theirs).slice(1) })) }),
    ...(link.nullable && [theirs, ...others.map((one) => one.theirs)].some(({ links }) => links.length > 1)
      ? { lone: 'nowhere' as const }
      : {}),
  }
  const ancestor = mine.last.key.parent
  const by = mine.links[0]?.columns.join(', ')
  link.why =
    path.length === 0
      ? `the same row of ${ancestor} as by ${by}, so that both paths agree`
      : `a row of ${link.key.parent} under the same ${ancestor} as ${by}, so that both paths agree`
  if (path.length === 0) link.nulls = 0
  else if (!link.nullable && mine.links[0] === draft.owner) draft.reach.push(link)
}
