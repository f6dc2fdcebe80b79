import { type Draft, type DraftColumn, type DraftLink, parentCount } from '../draft.ts'
import type { Carrier } from '../keys/carriers.ts'

/** The id of a pair in a unique key: it may lead to as many rows as the smallest of its tables has, so that it differs whatever its type says. */
export function pairCarrier(draft: Draft, { recipe }: DraftColumn): Carrier | null {
  if (recipe.kind !== 'match') return null
  const links = recipe.cases.map((one) =>
    one.recipe.kind === 'follow' ? draft.links.find(({ name }) => name === followed(one.recipe)) : undefined,
  )
  if (!links.every((link): link is DraftLink => link !== undefined && link.columns.length === 0)) return null
  if (links.some(({ choose }) => choose.kind !== 'hash')) return null
  return {
    space: Math.min(...links.map(parentCount)),
    take(unique) {
      if (unique === null) return
      const { scope, key, radices, digit } = unique
      for (const link of links) link.choose = { kind: 'permute', scope, key, radices, digit }
    },
  }
}

const followed = (recipe: { readonly kind: string; readonly link?: string }): string | undefined => recipe.link
