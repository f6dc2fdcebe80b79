import type { Catalog } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { Stage, Step, TablePlan } from '../model/plan.ts'
import type { Workshop } from './draft.ts'
import { phasesByTable } from './phases.ts'

/** Steps in their order: tables by depth (side by side within one stage), groups together, cycles mended, sequences, statistics, views. */
export function buildStages(workshop: Workshop, tables: readonly TablePlan[]): Stage[] {
  const writing = tables.filter((table) => table.rows > table.present)
  const phases = phasesByTable(workshop)
  const stages = [
    ...tableStages(workshop, writing, phases),
    ...patchStage(writing),
    ...closingStages(workshop.inputs.catalog, writing),
  ]
  return stages.filter((stage) => stage.steps.length > 0)
}

/** More tables than any schema has, so that a phase holds all depths. */
const DEPTHS = 100_000

function tableStages(
  workshop: Workshop,
  writing: readonly TablePlan[],
  phases: ReadonlyMap<ObjectId, number>,
): Stage[] {
  const depth = new Map<ObjectId, number>()
  const steps = new Map<number, Step[]>()
  const byId = new Map(writing.map((table) => [table.id, table]))
  for (const table of writing) {
    if (depth.has(table.id)) continue
    const group = workshop.together.find((one) => one.tables.some((draft) => draft.id === table.id))
    const members =
      group === undefined ? [table] : group.tables.map((draft) => byId.get(draft.id)).filter((one) => one !== undefined)
    const ids = new Set(members.map((member) => member.id))
    const parents = members.flatMap((member) =>
      member.links
        .filter((link) => !link.patch && !ids.has(link.parent.table))
        .map((link) => depth.get(link.parent.table) ?? -1),
    )
    const phase = Math.max(0, ...members.map((member) => phases.get(member.id) ?? 0))
    const level = Math.max(1 + Math.max(-1, ...parents), phase * DEPTHS)
    for (const member of members) depth.set(member.id, level)
    steps.set(level, [...(steps.get(level) ?? []), ...tableSteps(workshop, members, group?.how ?? null)])
  }
  return [...steps.entries()]
    .sort(([a], [b]) => a - b)
    .map(([level, list]) => {
      const phase = workshop.inputs.config.phases[Math.floor(level / DEPTHS)]?.name
      const name = level % DEPTHS === 0 ? 'tables without parents' : `tables at depth ${level % DEPTHS}`
      return { name: phase === undefined ? name : phase, steps: list, ...(phase === undefined ? {} : { phase }) }
    })
}

function tableSteps(workshop: Workshop, members: readonly TablePlan[], how: 'deferred' | 'statement' | null): Step[] {
  const ids = members.map((member) => member.id)
  if (how === 'deferred') {
    const deferred = members.flatMap((member) =>
      member.links.filter((link) => workshop.late.has(`${member.id} ${link.name}`)).map((link) => link.name),
    )
    return [{ kind: 'copy-together', tables: ids, deferred }]
  }
  if (how === 'statement') return [{ kind: 'insert-together', tables: ids }]
  const table = members[0] as TablePlan
  const made = (table.made?.ranges ?? []).reduce(
    (sum, { from, to }) => sum + Math.max(0, to - Math.max(from, table.present)),
    0,
  )
  const writes: Step[] =
    table.rows - table.present > made || table.made === undefined ? [{ kind: table.writer.kind, table: table.id }] : []
  return made > 0 ? [...writes, { kind: 'update', table: table.id }] : writes
}

function patchStage(writing: readonly TablePlan[]): Stage[] {
  const steps: Step[] = []
  for (const table of writing) {
    const links = table.links
      .filter((link) => link.patch && link.choose.kind !== 'none' && link.choose.kind !== 'implied')
      .map((link) => link.name)
    if (links.length > 0) steps.push({ kind: 'patch', table: table.id, links })
  }
  return [{ name: 'cycles', steps }]
}

function closingStages(catalog: Catalog, writing: readonly TablePlan[]): Stage[] {
  const columns = writing.flatMap((table) =>
    table.columns.flatMap((column) =>
      column.recipe.kind === 'serial' && column.recipe.sequence !== null
        ? [{ table: table.id, column: column.name, sequence: column.recipe.sequence }]
        : [],
    ),
  )
  const written = new Set(writing.map((table) => table.id))
  const views = catalog.relations.filter(
    (relation) => relation.kind === 'materialized' && reads(catalog, relation.id, written, new Set()),
  )
  return [
    { name: 'sequences', steps: columns.length > 0 ? [{ kind: 'sequences', columns }] : [] },
    {
      name: 'statistics',
      steps: writing.length > 0 ? [{ kind: 'analyze', tables: writing.map((table) => table.id) }] : [],
    },
    {
      name: 'materialized views',
      steps:
        views.length > 0
          ? [
              {
                kind: 'refresh',
                views: inOrder(
                  catalog,
                  views.map((view) => view.id),
                ),
              },
            ]
          : [],
    },
  ]
}

/** Does a view read one of the tables, by itself or through other views? */
function reads(catalog: Catalog, id: ObjectId, written: ReadonlySet<ObjectId>, seen: Set<ObjectId>): boolean {
  if (seen.has(id)) return false
  seen.add(id)
  const relation = catalog.relations.find((one) => one.id === id)
  return relation?.reads.some((read) => written.has(read) || reads(catalog, read, written, seen)) ?? false
}

/** A materialized view after those that it reads. */
function inOrder(catalog: Catalog, views: readonly ObjectId[]): ObjectId[] {
  const done: ObjectId[] = []
  const visit = (id: ObjectId, path: ReadonlySet<ObjectId>): void => {
    if (path.has(id) || done.includes(id)) return
    for (const read of catalog.relations.find((one) => one.id === id)?.reads ?? []) visit(read, new Set([...path, id]))
    if (views.includes(id)) done.push(id)
  }
  for (const view of views) visit(view, new Set())
  return done
}
