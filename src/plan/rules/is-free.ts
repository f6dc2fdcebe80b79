import type { DraftColumn } from '../draft.ts'

/** May a check decide what the column holds? Not where a link, a sequence, the user or an asset does. */
export const isFree = (column: DraftColumn): boolean =>
  column.recipe.kind !== 'follow' &&
  column.recipe.kind !== 'serial' &&
  column.why !== 'configuration' &&
  column.assets === undefined
