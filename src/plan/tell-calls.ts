import { finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import type { Draft, Workshop } from './draft.ts'

/** How often triggers call out of the database, where that is known: a call for each new row and trigger. */
export function tellCalls(workshop: Workshop): void {
  for (const [at, told] of workshop.findings.entries()) {
    if (told.code !== 'calls-out' || told.place.table === undefined) continue
    const calls = callsInto(workshop, told.place.table)
    if (calls === null) continue
    const { level, place, message, next } = told
    workshop.findings[at] = finding('calls-out', level, place, message, {
      found: `${calls} ${calls === 1 ? 'call' : 'calls'}`,
      ...(next === undefined ? {} : { next }),
    })
  }
}

/** Calls of the triggers of a table: for each of its own new rows, else for each row whose triggers write there. */
function callsInto(workshop: Workshop, table: ObjectId): number | null {
  const { calls = {}, tables } = workshop.inputs.study
  const draft = workshop.byId.get(table)
  const own = draft === undefined ? null : newRows(workshop, draft)
  const triggers = (calls[table] ?? []).filter((call) => call.table === table).length
  const updates = tables[table]?.callsOut?.update.length ?? 0
  if (own !== null) return own * (triggers === 0 ? updates : triggers)
  const makers = workshop.drafts.flatMap((maker) => {
    const each = (calls[maker.id] ?? []).filter((call) => call.table === table && maker.id !== table).length
    const rows = each === 0 ? null : newRows(workshop, maker)
    return rows === null ? [] : [rows * each]
  })
  return makers.length === 0 ? null : makers.reduce((sum, one) => sum + one, 0)
}

/** Rows that would be written; null for a table that is left out when nobody said how many it should get. */
function newRows({ inputs }: Workshop, { id, rows, impossible, scope }: Draft): number | null {
  const present = inputs.past.tables[id]?.rows ?? 0
  if (impossible === null) return rows - present
  const wanted = scope.count ?? inputs.config.rows
  return wanted === null ? null : Math.max(0, wanted - present)
}
