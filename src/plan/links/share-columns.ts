import type { Draft, DraftLink } from '../draft.ts'
import { isKept } from './is-kept.ts'

/** Links that share a column must lead under one ancestor: tenants of the kind (tenant_id, project_id), (tenant_id, member_id). */
export function shareColumns(draft: Draft): void {
  const settled: DraftLink[] = draft.owner === null ? [] : [draft.owner]
  for (const link of draft.links) {
    if (
      link === draft.owner ||
      link.columns.some((name) => isKept(draft, link, name)) ||
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
  if (link.key.parent === shared.key.parent && isSameColumn(link, shared, column)) {
    link.choose = { kind: 'within', mine: [shared.name], theirs: [], skew: 0.5 }
    link.nulls = 0
    link.why = `the same row of ${link.key.parent} as by ${shared.columns.join(', ')}`
    return
  }
  const above = pathAbove(draft, link, shared, column)
  if (above !== null) {
    link.choose = { kind: 'within', mine: above, theirs: [], skew: 0.5 }
    link.nulls = 0
    link.why = `the row of ${link.key.parent} that the row of ${shared.key.parent} belongs to`
    return
  }
  const met = chainsFrom(link, column).flatMap(({ path, ancestor }) => {
    const mine = pathTo(shared, column, ancestor)
    return mine === null ? [] : [{ mine, theirs: path, ancestor }]
  })[0]
  if (met !== undefined) placeUnder(draft, link, met)
  else if (link.nullable) {
    link.choose = { kind: 'none' }
    link.why = `shares ${column} with ${shared.name} and no common owner was found`
  } else {
    draft.impossible ??= `${link.name} and ${shared.name} share the column ${column}, and rows that fit both cannot be told`
  }
}

interface Meeting {
  readonly mine: string[]
  readonly theirs: string[]
  readonly ancestor: string
}

function placeUnder(draft: Draft, link: DraftLink, { mine, theirs, ancestor }: Meeting): void {
  // MATCH FULL: all of its columns have a value or none, and those that it shares have one.
  const optional = link.nullable && link.key.match !== 'full'
  link.choose = { kind: 'within', mine, theirs, skew: 0.5, ...(optional ? { lone: 'nowhere' as const } : {}) }
  link.why = `a row of ${link.key.parent} under the same ${ancestor}`
  if (optional) return
  link.nulls = 0
  for (const leader of draft.links) if (leader.name === mine[0] && link.key.match === 'full') leader.nulls = 0
  if (mine[0] === draft.owner?.name) draft.reach.push(link)
}

/** Both keys read the shared column from the same column of one parent. */
const isSameColumn = (one: DraftLink, other: DraftLink, column: string): boolean =>
  one.key.parentColumns[one.columns.indexOf(column)] === other.key.parentColumns[other.columns.indexOf(column)] &&
  one.key.parentColumns.join() !== other.key.parentColumns.join()

/** A link of that column alone, which the shared link's rows have from the same place: it leads where theirs does. */
function pathAbove(draft: Draft, link: DraftLink, shared: DraftLink, column: string): string[] | null {
  const always = shared === draft.owner || !shared.nullable
  if (!always || link.columns.length > 1 || shared.columns.length === 1 || link.parent === shared.parent) return null
  const name = shared.key.parentColumns[shared.columns.indexOf(column)]
  const next = shared.parent?.links.find(
    (other) =>
      other.columns.length === 1 &&
      other.columns[0] === name &&
      other.key.parent === link.key.parent &&
      other.key.parentColumns[0] === link.key.parentColumns[0] &&
      !other.self &&
      !other.patch &&
      !other.nullable &&
      other.choose.kind !== 'none' &&
      other.choose.kind !== 'implied',
  )
  return next === undefined ? null : [shared.name, next.name]
}

const STEPS = 6

/** Ways up from the parent of a link by foreign keys over the column that it reads, nearest first: names of links, and where they arrive. */
function chainsFrom(link: DraftLink, column: string): { readonly path: string[]; readonly ancestor: string }[] {
  const found: { path: string[]; ancestor: string }[] = []
  const climb = (at: DraftLink, own: string, path: string[]): void => {
    const parentColumn = at.key.parentColumns[at.columns.indexOf(own)] as string
    if (path.length >= STEPS) return
    for (const other of at.parent?.links ?? []) {
      if (!isSteady(other, parentColumn)) continue
      found.push({ path: [...path, other.name], ancestor: other.key.parent })
      climb(other, parentColumn, [...path, other.name])
    }
  }
  climb(link, column, [])
  return found.sort((a, b) => a.path.length - b.path.length)
}

/** Names of links from a row to `ancestor` by way of a column: directly, or by foreign keys of its parents over that column. */
function pathTo(link: DraftLink, column: string, ancestor: string, steps = STEPS): string[] | null {
  if (link.key.parent === ancestor) return [link.name]
  const parentColumn = link.key.parentColumns[link.columns.indexOf(column)] as string
  if (steps === 0) return null
  for (const other of link.parent?.links ?? []) {
    if (!isSteady(other, parentColumn)) continue
    const rest = pathTo(other, parentColumn, ancestor, steps - 1)
    if (rest !== null) return [link.name, ...rest]
  }
  return null
}

/** Every row leads somewhere by it, and the column says where. */
const isSteady = ({ columns, self, nullable, patch, choose }: DraftLink, column: string): boolean =>
  columns.includes(column) && !self && !nullable && !patch && choose.kind !== 'none' && choose.kind !== 'implied'
