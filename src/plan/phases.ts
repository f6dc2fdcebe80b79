import type { ObjectId } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'
import { edgeKey, type Workshop } from './draft.ts'
import { resolveName } from './resolve-name.ts'

/**
 * The phase of each table, from 0: as the configuration says; a table that it does not name goes as early as its parents let it.
 * @throws SeedError `phase-order` where a table stands before one that it needs, `table-twice` where it stands in two phases.
 */
export function phasesByTable(workshop: Workshop): ReadonlyMap<ObjectId, number> {
  const { phases } = workshop.inputs.config
  const named = new Map<ObjectId, number>()
  const relations = workshop.inputs.catalog.relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned')
  for (const [at, { tables }] of phases.entries()) {
    for (const name of tables) {
      const path = `phases[${at}].tables`
      const { id } = resolveName(name, relations, path)
      if (named.has(id)) throw twice(id, path)
      named.set(id, at)
    }
  }
  const settled = new Map<ObjectId, number>()
  for (const draft of workshop.drafts) {
    const needed = draft.relation.foreignKeys
      .filter((key) => key.parent !== draft.id && !workshop.cut.has(edgeKey(draft.id, key.name)))
      .map((key) => ({ id: key.parent, phase: settled.get(key.parent) ?? 0 }))
    const latest = needed.reduce((most, one) => (one.phase > most.phase ? one : most), { id: '', phase: 0 })
    const own = named.get(draft.id)
    if (own !== undefined && own < latest.phase) throw tooEarly(draft.id, own, latest, phases)
    settled.set(draft.id, own ?? latest.phase)
  }
  return settled
}

/** The phases as the plan keeps them. */
export function phasesOf(workshop: Workshop, planned: readonly TablePlan[]): Pick<Plan, 'phases'> {
  const { phases } = workshop.inputs.config
  if (phases.length === 0) return {}
  const at = phasesByTable(workshop)
  return {
    phases: phases.map(({ name }, i) => ({
      name,
      tables: planned.filter(({ id }) => at.get(id) === i).map(({ id }) => id),
    })),
  }
}

const twice = (id: ObjectId, path: string): SeedError =>
  new SeedError({
    code: 'table-twice',
    message: `${id} stands in two phases.`,
    place: { table: id, path },
    next: 'Name it in one of them.',
  })

const tooEarly = (
  id: ObjectId,
  own: number,
  needed: { readonly id: ObjectId; readonly phase: number },
  phases: readonly { readonly name: string }[],
): SeedError =>
  new SeedError({
    code: 'phase-order',
    message: `${id} is to be filled in the phase ${phases[own]?.name}, and needs rows of ${needed.id}, which come in ${phases[needed.phase]?.name}.`,
    place: { table: id, path: `phases[${own}]` },
    next: `Move ${id} to ${phases[needed.phase]?.name} or later, or ${needed.id} to ${phases[own]?.name} or earlier.`,
  })
