import type { ForeignKey } from '../model/catalog.ts'
import { type Draft, type DraftLink, edgeKey, type Workshop } from './draft.ts'

/** Which parents the rows of a table have: one owner, whose children stand in blocks; the other links are drawn. Tables before it are settled. */
export function settleLinks(workshop: Workshop, draft: Draft): void {
  draft.links = draft.relation.foreignKeys.map((key) => draftLink(workshop, draft, key))
  markImplied(draft)
  for (const link of draft.links) {
    if (link.parent !== null || link.pool !== null || link.choose.kind === 'implied') continue
    if (!link.nullable) draft.impossible ??= `it needs a row of ${link.key.parent}, which has none`
    link.choose = { kind: 'none' }
    link.why = `${link.key.parent} has no rows`
  }
  chooseOwner(workshop, draft)
  for (const link of draft.links) if (link.self && link.choose.kind === 'hash') link.choose = earlier(draft, link)
  shareColumns(draft)
  avoidSame(draft)
}

function draftLink(workshop: Workshop, draft: Draft, key: ForeignKey): DraftLink {
  const planned = workshop.byId.get(key.parent)
  const known = workshop.pools.get(key.parent) ?? null
  // Rows of others are there, and nothing but fixtures comes beside them: those that are there are what others lead to.
  const beside = planned !== undefined && known !== null && (planned.scope.onlyFixtures || planned.rows === 0)
  const parent = planned !== undefined && planned.impossible === null && !beside ? planned : null
  const pool = planned === undefined || beside ? known : null
  const primary = new Set(draft.relation.primaryKey?.columns ?? [])
  const nullable = key.columns.some((name) => draft.study.columns[name]?.domain.notNull === false && !primary.has(name))
  const cut = workshop.cut.has(edgeKey(draft.id, key.name))
  return {
    key,
    name: key.name,
    columns: key.columns,
    parent,
    pool: pool !== null && pool.rows.length > 0 ? pool : null,
    nullable,
    self: key.parent === draft.id,
    choose: { kind: 'hash', skew: 0.5 },
    nulls: nullable ? nullShare(key.columns[0] ?? '') : 0,
    patch: cut,
    fixed: [],
    why: cut ? `a row of ${key.parent}, set afterwards (cycle)` : `a row of ${key.parent}`,
  }
}

const nullShare = (column: string): number =>
  /(^|_)(deleted|archived|cancell?ed|approved|reviewed|assigned|resolved|closed)/.test(column) ? 0.4 : 0.08

/** A link whose columns are all filled by a more specific one only orders tables. */
function markImplied(draft: Draft): void {
  for (const link of draft.links) {
    const by = draft.links.find((other) => other !== link && other.choose.kind !== 'implied' && covers(other, link))
    if (by === undefined) continue
    link.choose = { kind: 'implied', by: [by.name] }
    link.why = `given by ${by.name}`
  }
}

function covers(wide: DraftLink, narrow: DraftLink): boolean {
  if (wide.parent === null && wide.pool === null) return false
  // Where it leads nowhere, its columns would all be NULL.
  if (wide.nullable && !narrow.nullable) return false
  if (!narrow.columns.every((name) => wide.columns.includes(name))) return false
  if (wide.columns.length > narrow.columns.length) return true
  if (wide.self || narrow.self) return narrow.self && !wide.self
  // The same columns twice: the one whose parent hangs on the other parent is the more specific one.
  const specific = (from: DraftLink, to: DraftLink): boolean =>
    from.parent?.relation.foreignKeys.some(
      (key) => key.parent === to.key.parent && key.columns.every((name) => from.key.parentColumns.includes(name)),
    ) ?? false
  if (specific(wide, narrow)) return true
  return !specific(narrow, wide) && wide.name < narrow.name
}

function chooseOwner(workshop: Workshop, draft: Draft): void {
  const forced = workshop.together.find((group) => group.tables.includes(draft) && group.tables[0] !== draft)
  const eligible = draft.links.filter(
    (link) =>
      link.choose.kind === 'hash' &&
      !link.self &&
      !link.patch &&
      !isLate(workshop, draft, link) &&
      !inPresence(draft, link),
  )
  const lead =
    forced === undefined
      ? undefined
      : eligible.find((link) => link.parent !== null && forced.tables.includes(link.parent))
  const best =
    lead ??
    eligible
      .map((link) => ({ link, score: score(draft, link) }))
      .sort((a, b) => b.score - a.score || (a.link.name < b.link.name ? -1 : 1))[0]?.link
  for (const link of draft.links) if (isLate(workshop, draft, link)) settleLate(draft, link, workshop)
  if (best === undefined || (best !== lead && best.nullable && score(draft, best) < 6)) return
  draft.owner = best
  best.nulls = 0
  best.choose = { kind: 'blocks', spread: { generations: [], min: 0, max: null, law: { kind: 'natural', sigma: 0.6 } } }
  best.why = `${best.key.parent} owns its rows`
}

const isLate = (workshop: Workshop, draft: Draft, link: DraftLink): boolean =>
  workshop.late.has(edgeKey(draft.id, link.name))

/** A NOT NULL edge that closes a cycle: to the first child that the row owns there, if that table is owned by this one directly. */
function settleLate(draft: Draft, link: DraftLink, workshop: Workshop): void {
  const back = link.parent?.relation.foreignKeys.find((key) => key.parent === draft.id)
  const direct = workshop.together.find((group) => group.tables.includes(draft))?.tables.length === 2
  link.nulls = 0
  link.why = `a row of ${link.key.parent} written together with it`
  if (back !== undefined && direct) link.choose = { kind: 'first-child', link: back.name }
  else link.choose = { kind: 'hash', skew: 0 }
}

/** Its columns are NULL in some rows by a check (exactly one of several parents), so it cannot own every row. */
const inPresence = (draft: Draft, link: DraftLink): boolean =>
  draft.study.rules.some(
    (rule) =>
      (rule.kind === 'present' &&
        rule.columns.some((name) => link.columns.includes(name)) &&
        !isAlone(draft, rule.columns, link.columns)) ||
      (rule.kind === 'presence' && link.columns.includes(rule.column)),
  )

/** The configuration says that the other columns of the rule stay NULL. */
const isAlone = (draft: Draft, columns: readonly string[], own: readonly string[]): boolean =>
  columns.every((name) => {
    const wish = draft.scope.wish?.columns[name]
    return own.includes(name) || (wish?.kind === 'value' && wish.value === null)
  })

/** A link that was cut and leads to rows that the table's own rows own (a setup's cover among its pictures): it leads to one of them. */
export function leadHome(workshop: Workshop): void {
  for (const draft of workshop.drafts)
    for (const link of draft.links) {
      const back = link.parent?.owner
      if (!link.patch || back === undefined || back === null || back.parent !== draft || link.choose.kind !== 'hash')
        continue
      link.choose = { kind: 'first-child', link: back.name }
      link.nulls = 0
      link.why = `a row of ${link.key.parent} that belongs to it, set afterwards (cycle)`
    }
}

function score(draft: Draft, link: DraftLink): number {
  const keys = [draft.relation.primaryKey, ...draft.relation.uniques].filter((key) => key !== null)
  const inKey = keys.some((key) => link.columns.every((name) => key.columns.includes(name)))
  const parentName = link.key.parent.replace(/^.*\./, '').replaceAll('"', '')
  const prefix = singular(parentName)
  const authorship = link.columns.some((name) =>
    /(created|updated|deleted|approved|invited|assigned|modified|reviewed)_?by|assignee|reviewer|editor/i.test(name),
  )
  return (
    (inKey ? 8 : 0) +
    (link.nullable ? 0 : 6) +
    (link.key.onDelete === 'cascade' ? 3 : 0) +
    (link.parent !== null ? 2 : 0) +
    (draft.relation.name.startsWith(prefix) ? 2 : 0) +
    (link.columns.length > 1 ? 2 : 0) -
    (authorship ? 6 : 0) -
    draft.links.indexOf(link) * 0.1
  )
}

const singular = (name: string): string =>
  name.endsWith('ies') ? name.slice(0, -3) : name.endsWith('s') ? name.slice(0, -1) : name

const earlier = (draft: Draft, link: DraftLink): DraftLink['choose'] => ({
  kind: 'earlier',
  scope: draft.owner === null ? 'table' : 'block',
  roots: 0.4,
  itself: !link.nullable,
})

/** Links that share a column must lead under one ancestor: tenants of the kind (tenant_id, project_id), (tenant_id, member_id). */
function shareColumns(draft: Draft): void {
  const settled: DraftLink[] = draft.owner === null ? [] : [draft.owner]
  for (const link of draft.links) {
    if (
      link === draft.owner ||
      link.choose.kind === 'implied' ||
      link.choose.kind === 'none' ||
      link.choose.kind === 'earlier'
    )
      continue
    const shared = settled.find((other) => other.columns.some((name) => link.columns.includes(name)))
    if (shared !== undefined) placeWithin(draft, link, shared)
    settled.push(link)
  }
}

function placeWithin(draft: Draft, link: DraftLink, shared: DraftLink): void {
  const column = shared.columns.find((name) => link.columns.includes(name)) as string
  const theirs = link.parent?.owner
  const theirColumn = link.key.parentColumns[link.columns.indexOf(column)] as string
  const mine = theirs?.columns.includes(theirColumn) ? pathTo(shared, column, theirs.key.parent) : null
  if (theirs !== undefined && theirs !== null && mine !== null) {
    link.choose = { kind: 'within', mine, theirs: [theirs.name], skew: 0.5 }
    link.why = `a row of ${link.key.parent} under the same ${theirs.key.parent}`
  } else if (link.nullable) {
    link.choose = { kind: 'none' }
    link.why = `shares ${column} with ${shared.name} and no common owner was found`
  } else {
    draft.impossible ??= `${link.name} and ${shared.name} share the column ${column}, and rows that fit both cannot be told`
  }
}

/** Names of links from a row to `ancestor` by way of a column: directly, or by the foreign key of the parent over that column. */
function pathTo(link: DraftLink, column: string, ancestor: string): string[] | null {
  if (link.key.parent === ancestor) return [link.name]
  const parentColumn = link.key.parentColumns[link.columns.indexOf(column)] as string
  const next = link.parent?.links.find(
    (other) => other.columns.includes(parentColumn) && other.key.parent === ancestor && other.choose.kind !== 'implied',
  )
  return next === undefined ? null : [link.name, next.name]
}

/** CHECK (follower <> followed): the second link avoids the parent of the first. */
function avoidSame(draft: Draft): void {
  for (const rule of draft.study.rules) {
    if (rule.kind !== 'differ') continue
    const [first, second] = rule.columns.map((name) =>
      draft.links.find((link) => link.columns.length === 1 && link.columns[0] === name),
    )
    if (first === undefined || second === undefined || first.key.parent !== second.key.parent) continue
    const [fixed, free] = second === draft.owner ? [second, first] : [first, second]
    if (free.choose.kind === 'hash') free.choose = { ...free.choose, avoid: fixed.name }
  }
}
