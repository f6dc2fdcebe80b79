import { type Draft, fittingCount, type Workshop } from './draft.ts'

/** What the tables that are settled tell for another round; false where they tell nothing new. */
export function learn(workshop: Workshop): boolean {
  return [learnImpossible(workshop), learnLeads(workshop)].some(Boolean)
}

/** Tables that turned out to be impossible after others were led to them (by a cycle): those do without them. */
function learnImpossible({ drafts, known }: Workshop): boolean {
  const expected = (parent: Draft): boolean =>
    drafts.some((draft) => draft.impossible === null && draft.links.some((link) => link.parent === parent))
  const late = drafts.filter((draft) => draft.impossible !== null && !known.impossible.has(draft.id) && expected(draft))
  for (const { id, impossible } of late) known.impossible.set(id, impossible ?? '')
  return late.length > 0
}

/** Tables of a cycle that have no room for a row under each of their owners: they lead the cycle, and if that does not help, its leader has as few rows. */
function learnLeads({ together, known }: Workshop): boolean {
  for (const { tables } of together) {
    const [lead] = tables
    const cramped = tables.find(
      ({ owner, rows, spread, impossible }) =>
        impossible === null && owner !== null && rows < fittingCount(owner) * spread.min,
    )
    if (lead === undefined || cramped === undefined) continue
    const { id, rows } = cramped
    if (!known.leads.has(id)) known.leads.add(id)
    else if ((known.most.get(lead.id) ?? Number.POSITIVE_INFINITY) > rows) known.most.set(lead.id, rows)
    else continue
    return true
  }
  return false
}
