import type { DraftLink } from '../draft.ts'

/** Columns that a row shares with the row of its own table that it leads to: `tenant_id` of (tenant_id, parent_id) → (tenant_id, id). */
export const homeColumns = ({ self, columns, key }: DraftLink): string[] =>
  self ? columns.filter((name, at) => key.parentColumns[at] === name) : []
