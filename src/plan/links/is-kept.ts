import type { Draft, DraftLink } from '../draft.ts'

/**
 * A column of a link that was cut and cannot be NULL until it is mended: it has a value of its own (a department's code beside the head of the
 * department, who belongs to it), and only the others are set afterwards.
 */
export function isKept(draft: Draft, link: DraftLink, column: string): boolean {
  if (!link.patch || !link.columns.includes(column)) return false
  return (
    draft.study.columns[column]?.domain.notNull === true ||
    (draft.relation.primaryKey?.columns.includes(column) ?? false)
  )
}
