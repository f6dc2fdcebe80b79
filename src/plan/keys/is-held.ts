import type { Choose } from '../../model/link.ts'
import type { KeyStudy } from '../../model/study.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { holdsOwner } from './holds-owner.ts'

/** Some column (or a whole group of digits) already makes rows differ. */
export function isHeld(draft: Draft, key: KeyStudy, columns: readonly DraftColumn[]): boolean {
  return columns.some((column) => {
    const recipe = column.recipe
    if (column.nulls > 0 && key.nullsNotDistinct) return false
    if (recipe.kind === 'draw' && recipe.shape === 'uuid') return true
    if (recipe.kind === 'derive' && recipe.with === 'path') return true
    // Roots are numbered by their row.
    if (recipe.kind === 'derive' && recipe.with === 'position' && draft.owner === null) return true
    if (recipe.kind === 'follow') return followsUnique(draft, recipe.link, recipe.column, key)
    const unique = 'unique' in recipe ? recipe.unique : undefined
    if (unique === undefined) return false
    if (unique.by === 'path') return unique.scope !== 'parent' || holdsOwner(draft, key)
    return unique.scope === 'row' && unique.radices.length === 1
  })
}

/** One child per parent, and the parent's column is unique there. */
function followsUnique(draft: Draft, name: string, parentColumn: string, key: KeyStudy): boolean {
  const link = draft.links.find((one) => one.name === name)
  if (link === undefined) return false
  if (link.choose.kind === 'ancestor') return holdsOwner(draft, key)
  if (link.choose.kind === 'pair') return isCounted(draft, link.choose, key)
  if (link.choose.kind === 'first-child') return link.columns.every((column) => key.columns.includes(column))
  const single =
    (link === draft.owner && draft.spread.max === 1) ||
    (link.choose.kind === 'permute' && link.choose.scope === 'row' && link.choose.radices.length === 1)
  return (
    single &&
    (link.parent?.study.keys.some((other) => other.columns.length === 1 && other.columns[0] === parentColumn) ?? true)
  )
}

/** Both ends of a pair are in the key, and no two rows have the same pair. */
const isCounted = (
  { links }: Draft,
  { unique, with: other }: Extract<Choose, { kind: 'pair' }>,
  key: KeyStudy,
): boolean =>
  unique?.scope === 'row' &&
  unique.radices.length === 1 &&
  (links.find(({ name }) => name === other)?.columns.every((name) => key.columns.includes(name)) ?? false)
