import type { Draft, DraftColumn } from '../draft.ts'

/** Columns of one foreign key are NULL together: what a check says of one of them holds for those beside it that may be NULL as well. */
export function shareAbsence(draft: Draft): void {
  for (const link of draft.links) {
    if (link.columns.length < 2) continue
    const columns = link.columns.flatMap((name) => draft.columns.get(name) ?? []).filter(mayBeNull)
    const conditions = columns.flatMap((column) => column.when)
    if (conditions.length === 0) continue
    for (const column of columns)
      column.when = [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()].filter(
        (one) => !('column' in one) || one.column !== column.column.name,
      )
  }
}

const mayBeNull = ({ recipe, study }: DraftColumn): boolean => recipe.kind === 'follow' && !study.domain.notNull
