import type { ForeignKey } from '../model/catalog.ts'
import { finding } from '../model/finding.ts'
import { awaited } from './awaited.ts'
import { type Draft, edgeKey, type Workshop } from './draft.ts'
import { pairKeys } from './links/pair-keys.ts'
import { components, type Edge } from './order.ts'

interface KeyEdge extends Edge<Draft> {
  readonly key: ForeignKey
}

/**
 * Puts parents before children. A cycle is cut at nullable edges, which a patch mends later; what remains goes in together: one transaction
 * where an edge is deferrable, else one statement.
 */
export function orderTables(workshop: Workshop): void {
  let edges = withoutFoundCycles(workshop, edgesOf(workshop))
  for (;;) {
    const cyclic = components(workshop.drafts, edges).filter((group) => group.length > 1)
    const cut = cyclic.map((group) => edgeToCut(group, edges)).filter((edge) => edge !== null)
    if (cut.length === 0) break
    for (const edge of cut) workshop.cut.add(edgeKey(edge.from.id, edge.key.name))
    edges = edges.filter((edge) => !cut.includes(edge))
  }
  const ordered: Draft[] = []
  for (const group of components(workshop.drafts, edges)) {
    if (group.length === 1) ordered.push(group[0] as Draft)
    else ordered.push(...orderTogether(workshop, group, edges))
  }
  workshop.drafts = ordered
}

/** Relations that no constraint demands are given up where they would close a cycle. */
function withoutFoundCycles(workshop: Workshop, all: readonly KeyEdge[]): KeyEdge[] {
  let edges = [...all]
  for (;;) {
    const cyclic = components(workshop.drafts, edges).filter((group) => group.length > 1)
    const found = cyclic.flatMap(
      (group) =>
        edges.find(({ from, to, key }) => key.found !== undefined && group.includes(from) && group.includes(to)) ?? [],
    )
    if (found.length === 0) return edges
    for (const { from, key } of found) workshop.dropped.add(edgeKey(from.id, key.name))
    edges = edges.filter((edge) => !found.includes(edge))
  }
}

function edgesOf(workshop: Workshop): KeyEdge[] {
  // A table that is left out closes no cycle.
  const drafts = workshop.drafts.filter(({ impossible }) => impossible === null)
  return drafts.flatMap((from) =>
    [...from.relation.foreignKeys, ...pairKeys(from.study), ...awaited(from, workshop.byId)].flatMap((key) => {
      const to = workshop.byId.get(key.parent)
      return to === undefined || to === from || to.impossible !== null ? [] : [{ from, to, key }]
    }),
  )
}

const isNullable = (draft: Draft, key: ForeignKey): boolean => {
  const inPrimary = new Set(draft.relation.primaryKey?.columns ?? [])
  return key.columns.some((name) => draft.study.columns[name]?.domain.notNull === false && !inPrimary.has(name))
}

/** The nullable edge of a cycle that costs least: its table is needed by most others of the cycle, and it does not own by name. */
function edgeToCut(group: readonly Draft[], edges: readonly KeyEdge[]): KeyEdge | null {
  const inside = edges.filter((edge) => group.includes(edge.from) && group.includes(edge.to))
  const candidates = inside.filter((edge) => isNullable(edge.from, edge.key) && !isAwaited(edge, inside))
  const required = (draft: Draft): number =>
    inside.filter((edge) => edge.to === draft && !isNullable(edge.from, edge.key)).length
  const cost = (edge: KeyEdge): number =>
    (edge.key.onDelete === 'cascade' ? 4 : 0) - 2 * required(edge.from) + (inUnique(edge.from, edge.key) ? 8 : 0)
  return (
    candidates.sort(
      (a, b) => cost(a) - cost(b) || (edgeKey(a.from.id, a.key.name) < edgeKey(b.from.id, b.key.name) ? -1 : 1),
    )[0] ?? null
  )
}

/** The other table asks for rows that lead to it: this one must. */
const isAwaited = (edge: KeyEdge, inside: readonly KeyEdge[]): boolean =>
  inside.some(
    ({ from, to, key }) =>
      key.parentColumns.length === 0 &&
      key.columns.length === 0 &&
      key.deferrable &&
      from === edge.to &&
      to === edge.from,
  )

const inUnique = (draft: Draft, key: ForeignKey): boolean =>
  draft.relation.uniques.some((unique) => unique.columns.some((name) => name !== null && key.columns.includes(name)))

/**
 * The edge that is followed last; its table leads and owns rows of the other. Deferrable ones first, then from the table of which fewer rows were asked for
 * (each of its rows needs one of the other), then one that is not named after its parent, as `main_door_id` beside `room_id`.
 */
function lateEdge({ known }: Workshop, edges: readonly KeyEdge[]): KeyEdge {
  const rank = ({ from, to, key }: KeyEdge): number => {
    const [mine, theirs] = [from.scope.count, to.scope.count]
    const more = mine !== null && theirs !== null && mine > theirs
    return (
      (known.leads.has(from.id) ? 0 : 8) + (key.deferrable ? 0 : 4) + (more ? 2 : 0) + (isNamedAfter(key, to) ? 1 : 0)
    )
  }
  return edges.toSorted((a, b) => rank(a) - rank(b))[0] as KeyEdge
}

/** `room_id` for rooms, `categoryId` for categories. */
function isNamedAfter(key: ForeignKey, parent: Draft): boolean {
  const stem = (key.columns[0] ?? '').toLowerCase().replace(/_?id$/, '')
  return key.columns.length === 1 && stem.length > 1 && parent.relation.name.toLowerCase().startsWith(stem.slice(0, -1))
}

/** A cycle of NOT NULL edges: breaks it in thought at one edge per round and remembers that edge as late. */
function orderTogether(workshop: Workshop, group: readonly Draft[], all: readonly KeyEdge[]): Draft[] {
  let inside = all.filter((edge) => group.includes(edge.from) && group.includes(edge.to))
  const late: KeyEdge[] = []
  let order: Draft[][] = [[...group]]
  while (order.some((part) => part.length > 1)) {
    const stuck = order.find((part) => part.length > 1) as Draft[]
    const edges = inside.filter((edge) => stuck.includes(edge.from) && stuck.includes(edge.to))
    const edge = lateEdge(workshop, edges)
    late.push(edge)
    inside = inside.filter((other) => other !== edge)
    order = components([...group], inside)
  }
  const tables = order.flat()
  const how = late.every((edge) => edge.key.deferrable) ? 'deferred' : 'statement'
  for (const edge of late) workshop.late.set(edgeKey(edge.from.id, edge.key.name), how)
  workshop.together.push({ tables, how })
  workshop.findings.push(
    finding(
      'cycle',
      'info',
      { table: (tables[0] as Draft).id },
      `${tables.map((draft) => draft.id).join(', ')} need each other: they are written together, ${how === 'deferred' ? 'in one transaction' : 'by one statement'}.`,
    ),
  )
  return tables
}
