import { type Finding, finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import type { Call } from '../model/study.ts'
import type { Draft, Workshop } from './draft.ts'

/**
 * Triggers that call out of the database are a danger: without consent by the id of their table, that table stays out, and so do tables whose triggers write
 * to it (users, where a trigger makes their profiles and another one tells the world of these).
 */
export function holdDangers(workshop: Workshop): void {
  const told = new Map<ObjectId, Finding>()
  for (const draft of workshop.drafts) {
    if (draft.scope.frozen) continue
    for (const call of callsOf(workshop, draft)) {
      const danger = told.get(call.table) ?? dangerOf(workshop, call.table)
      if (!told.has(call.table)) workshop.findings.push(danger)
      told.set(call.table, danger)
      if (danger.level !== 'danger') continue
      const reaches = call.table === draft.id ? 'its' : `its triggers write to ${call.table}, whose`
      draft.impossible ??= `${reaches} trigger ${call.trigger} calls out of the database and that was not allowed (--allow ${danger.id})`
    }
  }
}

/** Calls that its rows bring about: when they are inserted, and where triggers make them, when they are enriched. */
function callsOf({ inputs, drafts }: Workshop, { id, study }: Draft): readonly Call[] {
  const inserted = inputs.study.calls?.[id] ?? []
  const update = study.callsOut?.update ?? []
  const isMade =
    update.length > 0 &&
    drafts.some((other) => other.study.effects.some(({ inserts }) => inserts.some(({ table }) => table === id)))
  return isMade ? [...inserted, ...update.map((trigger): Call => ({ table: id, trigger, on: 'update' }))] : inserted
}

function dangerOf(workshop: Workshop, table: ObjectId): Finding {
  const all = workshop.drafts.flatMap((draft) => callsOf(workshop, draft)).filter((call) => call.table === table)
  const named = (on: Call['on']): string =>
    [...new Set(all.filter((call) => call.on === on).map(({ trigger }) => trigger))].join(', ')
  const inserted = named('insert')
  const updated = named('update')
  const said =
    inserted === ''
      ? `Updating ${table} calls out of the database (${updated}).`
      : `Inserting into ${table} calls out of the database (${inserted}).`
  const danger = finding('calls-out', 'danger', { table }, said, {
    next: `Allow it by its id: --allow calls-out:${table}`,
  })
  return workshop.inputs.config.allow.includes(danger.id) ? finding('calls-out', 'info', { table }, said) : danger
}
