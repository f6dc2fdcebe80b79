import type { Draft, DraftLink, Workshop } from '../draft.ts'
import { nameWords } from './name-words.ts'
import { singular } from './singular.ts'

/** A table whose rows lead to rows of another one. */
export interface Below {
  readonly child: Draft
  readonly link: DraftLink
}

/** Tables whose rows are all written and lead to a table by links that are known beforehand. The owner comes before other links. */
export function rowsBelow(workshop: Workshop, parent: Draft): readonly Below[] {
  return workshop.drafts.flatMap((child) => {
    if (child.impossible !== null || child.madeBy !== null) return []
    const links = child.links.filter((link) => link.parent === parent && isKnown(link))
    return [...links.filter((link) => link === child.owner), ...links.filter((link) => link !== child.owner)].map(
      (link) => ({ child, link }),
    )
  })
}

const isKnown = ({ patch, choose, columns }: DraftLink): boolean =>
  !patch && columns.length > 0 && choose.kind !== 'none' && choose.kind !== 'implied' && choose.kind !== 'first-child'

/** `post_likes` is a table of post likes, and of likes. */
export function namesOf(table: string): readonly string[] {
  const words = nameWords(table).map(singular)
  return [words.join(' '), words.at(-1) ?? '']
}
