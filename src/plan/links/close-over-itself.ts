import type { Draft, DraftLink } from '../draft.ts'

const ABOVE = /(^|_)(ancestor|parent|ascendant|super)(_|$)/i
const BELOW = /(^|_)(descendant|child|descendent|sub)(_|$)/i
/** How far the two rows of a closure table are apart. */
export const DISTANCE = /^(depth|distance|level|levels|generations?|path_length|length|hops)$/i

/**
 * A closure table holds pairs of rows of a tree, and must say what the tree says: each row with all that stand above it. Where that cannot be told, it gets the
 * pair of each row with itself, which is true of every tree.
 */
export function closeOverItself(draft: Draft): void {
  const ends = closureOf(draft)
  if (ends === null) return
  const [lead, follows] =
    ends.ancestor === draft.owner ? [ends.ancestor, ends.descendant] : [ends.descendant, ends.ancestor]
  if (follows.choose.kind !== 'hash') return
  const tree = lead.parent?.links.find(({ self, choose, patch }) => self && choose.kind === 'earlier' && !patch)
  if (tree !== undefined && lead === ends.descendant && lead === draft.owner && draft.given.length === 0) {
    follows.choose = { kind: 'ancestor', link: tree.name }
    follows.nulls = 0
    follows.why = `the rows above it by ${tree.columns.join()}, itself first`
    draft.limit = follows
    return
  }
  follows.choose = { kind: 'within', mine: [lead.name], theirs: [], skew: 0 }
  follows.why = 'each row is its own ancestor: pairs of different rows would have to repeat the tree'
}

/** The two links of a closure table; null for others. */
export function closureOf({
  links,
  scope,
}: Draft): { readonly ancestor: DraftLink; readonly descendant: DraftLink } | null {
  const ancestor = links.find(({ columns }) => columns.length === 1 && ABOVE.test(columns[0] ?? ''))
  const descendant = links.find(({ columns }) => columns.length === 1 && BELOW.test(columns[0] ?? ''))
  if (ancestor === undefined || descendant === undefined || ancestor.self) return null
  if (ancestor.key.parent !== descendant.key.parent || ancestor.parent === null) return null
  const isTree = ancestor.parent.links.some(({ self }) => self)
  const wished = [ancestor, descendant].some(({ columns }) => scope.wish?.columns[columns[0] ?? ''] !== undefined)
  return isTree && !wished ? { ancestor, descendant } : null
}
