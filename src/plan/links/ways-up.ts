import type { Draft, DraftLink } from '../draft.ts'

/** A chain of links from a row to one of its ancestors. */
export interface Way {
  readonly links: readonly DraftLink[]
  /** The link that arrives there: of the row itself, where the chain has one link only. */
  readonly last: DraftLink
}

/** Links of a chain at most, and chains that are looked at. */
const DEEP = 4
const MANY = 60

/** Where a link leads, and where one can go on to from there; nearest first. Only by links whose parents are known before anything is written. */
export function waysUp(link: DraftLink): readonly Way[] {
  const ways: Way[] = [{ links: [link], last: link }]
  for (let at = 0; at < ways.length && ways.length < MANY; at++) {
    const { links, last } = ways[at] as Way
    if (links.length >= DEEP || last.parent === null) continue
    const seen = new Set<Draft | null>(links.map(({ parent }) => parent))
    for (const next of last.parent.links)
      if (isSteady(next) && !seen.has(next.parent)) ways.push({ links: [...links, next], last: next })
  }
  return ways
}

const isSteady = (link: DraftLink): boolean =>
  !link.self && !link.late && !link.patch && !['implied', 'none', 'first-child', 'earlier'].includes(link.choose.kind)

/** Do two chains end among the same rows? */
export const meet = (a: Way, b: Way): boolean =>
  a.last.key.parent === b.last.key.parent &&
  a.last.parent === b.last.parent &&
  a.last.pool === b.last.pool &&
  (a.last.parent !== null || a.last.pool !== null) &&
  a.last.key.parentColumns.join() === b.last.key.parentColumns.join()

/** Names of its links, for `Choose`. */
export const namesOf = (way: Way): string[] => way.links.map(({ name }) => name)
