import type { KeyStudy } from '../../model/study.ts'
import type { Draft, DraftColumn, Workshop } from '../draft.ts'

/** Rows that hold a key by what their files say, for no two say the same: so many fit, whatever the other rows have room for. */
export function roomOfAssets(workshop: Workshop, draft: Draft, key: KeyStudy, wanted: number): number {
  const { assets } = draft
  if (assets === undefined || !isWhole(draft, key)) return 0
  const present = workshop.inputs.past.tables[draft.id]?.rows ?? 0
  const told = assets.items.filter(({ values }) =>
    key.columns.every((name) => (values.get(name)?.text ?? null) !== null),
  )
  const rows = present + told.length + (assets.large?.look.keyed.get(key.name) ?? 0)
  return wanted <= rows ? Number.POSITIVE_INFINITY : rows
}

/**
 * Other rows may come upon what files say: the key has not so much room that each row has several values to choose from (those of a list leave out what files
 * say anyway).
 */
export function isCrowded(draft: Draft, key: KeyStudy): boolean {
  if (draft.assets === undefined || !isWhole(draft, key)) return false
  if (draft.assets.items.length === 0 && draft.assets.large === undefined) return false
  return key.columns.some((name) => {
    const { recipe } = draft.columns.get(name) ?? {}
    return recipe?.kind === 'draw' && recipe.unique?.by === 'permute' && recipe.unique.candidates === 1
  })
}

/** Columns of a key that can make rows differ: not those in which files repeat one another. */
export function notRepeated(draft: Draft, key: KeyStudy, columns: readonly DraftColumn[]): readonly DraftColumn[] {
  return draft.assets?.repeated.has(key.name) ? columns.filter(({ assets }) => assets === undefined) : columns
}

/** What files say in a key of one column: other rows must not say it as well. */
export function saidByAssets(draft: Draft, key: KeyStudy): readonly string[] {
  const [name] = key.columns
  if (draft.assets === undefined || name === undefined || key.columns.length > 1) return []
  return draft.assets.items.flatMap(({ values }) => values.get(name)?.text ?? [])
}

/** All of its columns come from files. */
const isWhole = (draft: Draft, key: KeyStudy): boolean =>
  key.partial === null &&
  key.columns.length > 0 &&
  key.columns.every((name) => draft.columns.get(name)?.assets !== undefined)
