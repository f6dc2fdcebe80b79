import type { ObjectId } from '../../model/name.ts'
import type { Call, TableStudy } from '../../model/study.ts'

/** By table: the calls that a new row brings about, by its own triggers and by what those write. Tables without any are left out. */
export function reachCalls(
  tables: Readonly<Record<ObjectId, TableStudy>>,
): Readonly<Record<ObjectId, readonly Call[]>> {
  const reached = new Map<ObjectId, Map<string, Call>>()
  const note = (id: ObjectId, calls: readonly Call[]): boolean => {
    const known = reached.get(id) ?? new Map<string, Call>()
    const before = known.size
    for (const call of calls) known.set(JSON.stringify(call), call)
    if (known.size > 0) reached.set(id, known)
    return known.size > before
  }
  const all = Object.values(tables)
  for (const { id, effects } of all) {
    const own = effects.filter(({ callsOut }) => callsOut.length > 0)
    note(
      id,
      own.map(({ trigger }) => ({ table: id, trigger, on: 'insert' })),
    )
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, effects } of all)
      for (const { inserts, updates } of effects) {
        const calls = [
          ...inserts.flatMap(({ table }) => [...(reached.get(table)?.values() ?? [])]),
          ...updates.flatMap((table) =>
            (tables[table]?.callsOut?.update ?? []).map((trigger): Call => ({ table, trigger, on: 'update' })),
          ),
        ]
        if (note(id, calls)) grown = true
      }
  }
  return Object.fromEntries([...reached].map(([id, calls]) => [id, [...calls.values()]]))
}
