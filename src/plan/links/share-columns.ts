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
  const theirs = link.parent?.owner
  const theirColumn = link.key.parentColumns[link.columns.indexOf(column)] as string
  const mine = theirs?.columns.includes(theirColumn) ? pathTo(shared, column, theirs.key.parent) : null
  const above = pathAbove(draft, link, shared, column)
  if (link.key.parent === shared.key.parent && isSameColumn(link, shared, column)) {
    link.choose = { kind: 'within', mine: [shared.name], theirs: [], skew: 0.5 }
    link.nulls = 0
    link.why = `the same row of ${link.key.parent} as by ${shared.columns.join(', ')}`
  } else if (above !== null) {
    link.choose = { kind: 'within', mine: above, theirs: [], skew: 0.5 }
    link.nulls = 0
    link.why = `the row of ${link.key.parent} that the row of ${shared.key.parent} belongs to`
  } else if (theirs !== undefined && theirs !== null && mine !== null) {
    link.choose = { kind: 'within', mine, theirs: [theirs.name], skew: 0.5 }
    if (!link.nullable && mine[0] === draft.owner?.name) draft.reach.push(link)
    link.why = `a row of ${link.key.parent} under the same ${theirs.key.parent}`
  } else if (link.nullable) {
    link.choose = { kind: 'none' }
    link.why = `shares ${column} with ${shared.name} and no common owner was found`
  } else {
    draft.impossible ??= `${link.name} and ${shared.name} share the column ${column}, and rows that fit both cannot be told`
  }
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

/** Names of links from a row to `ancestor` by way of a column: directly, or by foreign keys of its parents over that column. */
function pathTo(link: DraftLink, column: string, ancestor: string, steps = 6): string[] | null {
  if (link.key.parent === ancestor) return [link.name]
  const parentColumn = link.key.parentColumns[link.columns.indexOf(column)] as string
  if (steps === 0) return null
  for (const other of link.parent?.links ?? []) {
    if (!other.columns.includes(parentColumn) || other.self || other.nullable || other.choose.kind === 'none') continue
    if (other.choose.kind === 'implied') continue
    const rest = pathTo(other, parentColumn, ancestor, steps - 1)
    if (rest !== null) return [link.name, ...rest]
  }
  return null
}
