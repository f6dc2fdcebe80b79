import type { TablePlan } from '../../model/plan.ts'
import type { Cover } from './cover.ts'

/** Rows that are skipped leave no gap: where all rows before them are there, they count as there. */
export function addSkipped(cover: Cover, plan: TablePlan | undefined): void {
  for (const { from, to } of plan?.skipped ?? []) {
    const { prefix } = cover
    if (from <= prefix && prefix < to) cover.add(prefix, to)
  }
}
