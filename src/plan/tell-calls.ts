import { finding } from '../model/finding.ts'
import type { Draft, Workshop } from './draft.ts'

/** How often triggers call out of the database, where that is known: a call for each new row and trigger. */
export function tellCalls(workshop: Workshop): void {
  for (const draft of workshop.drafts) {
    const at = workshop.findings.findIndex(({ code, place }) => code === 'calls-out' && place.table === draft.id)
    const told = workshop.findings[at]
    const rows = newRows(workshop, draft)
    if (told === undefined || rows === null) continue
    const triggers = draft.study.effects.filter(({ callsOut }) => callsOut.length > 0).length
    const found = `${rows * triggers} ${rows * triggers === 1 ? 'call' : 'calls'}`
    const { level, place, message, next } = told
    workshop.findings[at] = finding('calls-out', level, place, message, {
      found,
      ...(next === undefined ? {} : { next }),
    })
  }
}

/** Rows that would be written; null for a table that is left out when nobody said how many it should get. */
function newRows({ inputs }: Workshop, { id, rows, impossible, scope }: Draft): number | null {
  const present = inputs.past.tables[id]?.rows ?? 0
  if (impossible === null) return rows - present
  const wanted = scope.count ?? inputs.config.rows
  return wanted === null ? null : Math.max(0, wanted - present)
}
