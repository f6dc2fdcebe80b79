import type { Recipe } from '../../model/recipe.ts'
import type { Draft } from '../draft.ts'

/** What was to be counted out for a key that no row is in any more is drawn freely again: its digits would run out. */
export function dropDigits(draft: Draft, key: string): void {
  for (const column of draft.columns.values()) {
    const { recipe } = column
    if (!('unique' in recipe) || recipe.unique?.by !== 'permute' || recipe.unique.key !== key) continue
    const { unique: _, ...free } = recipe
    column.recipe = free as Recipe
  }
  for (const link of draft.links) {
    const { choose } = link
    if (choose.kind === 'pair' && choose.unique?.key === key) {
      const { unique: _, ...free } = choose
      link.choose = free
    }
    if (choose.kind !== 'permute' || choose.key !== key) continue
    link.choose = { kind: 'hash', skew: 0.5, ...(choose.avoid === undefined ? {} : { avoid: choose.avoid }) }
  }
}
