import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { fold } from '../journal/fold.ts'
import type { Journal } from '../journal/open-journal.ts'
import { addSkipped } from './add-skipped.ts'
import { Cover } from './cover.ts'
import { ownsRows } from './resolve-open.ts'

/**
 * Could another plan go on from what a run that was refused has written so far? Not over gaps (chunks over several connections), whose rows another plan would
 * meet, and not where links wait to be set.
 */
export async function holdsTogether(journal: Journal, run: string, plan: Plan): Promise<boolean> {
  await journal.reread()
  const record = fold(journal.lines).runs.find((one) => one.run === run)
  const covers = new Map<ObjectId, Cover>()
  for (const { id, parts } of record?.done ?? []) {
    if (!ownsRows(id)) continue
    for (const { table, from, to } of parts) {
      const cover = covers.get(table) ?? new Cover()
      cover.add(from, to)
      covers.set(table, cover)
    }
  }
  return plan.tables.every((table) => {
    const { id, present, links } = table
    const cover = covers.get(id)
    if (cover === undefined) return true
    cover.add(0, present)
    addSkipped(cover, table)
    return cover.size === cover.prefix && !links.some(({ patch }) => patch)
  })
}
