import type { Draft, Workshop } from '../draft.ts'
import { givenIndex } from '../fixtures/given-index.ts'
import { sheetItems } from './sheets/draft-sheet.ts'

/** Rows that the items of a table's pools ask for, its given rows and those that are there among them; null where it has no pools. */
export function assetRows(workshop: Workshop, draft: Draft): number | null {
  if (draft.assets === undefined) return null
  const present = workshop.inputs.past.tables[draft.id]?.rows ?? 0
  const given = givenIndex(draft).fresh(present)
  return present + given + draft.assets.items.length + sheetItems(draft.assets.large?.sheets ?? [])
}
