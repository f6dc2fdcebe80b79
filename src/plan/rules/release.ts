import type { Draft, DraftColumn } from '../draft.ts'

/** A column that is NULL in some rows by a condition cannot be written as if its link had none of its own NULLs. */
export function release(draft: Draft, target: DraftColumn): void {
  for (const link of draft.links) {
    if (!link.columns.includes(target.column.name)) continue
    link.nulls = 0
    // The check decides where it leads nowhere; where it has a value it leads somewhere, be it beside its kin.
    const { choose } = link
    if ((choose.kind === 'within' || choose.kind === 'member') && choose.lone !== undefined) {
      const { lone: _, ...always } = choose
      link.choose = always
    }
  }
}
