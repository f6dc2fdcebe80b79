import type { AllottedShare, Association } from '../../model/allotting/association.ts'
import type { Given } from './allot-rows.ts'
import { linkOf } from './link-of.ts'
import { named } from './pairs-of.ts'
import { othersOf, sidesOf } from './parties.ts'

/**
 * An association as an earlier run may have made it, of which there is no journal. Where the database holds all the pairs that are made now, and as many rows as there
 * are to be, these are it. Where it holds others between rows of ours (rows were added since, in several runs), those are it. Else as many rows as are there took part.
 */
export function asFound(
  given: Given,
  association: Association,
  share: (within: Given) => AllottedShare | null,
): AllottedShare | null {
  const whole = share({ ...given, there: {} })
  if (whole === null || (given.there[association.via.table] ?? 0) === 0) return whole
  const found = pairsFound(given, association)
  const isWhole = isAsThere(given, association, whole) && (found === null || holds(found, whole))
  if (isWhole) return whole
  return found === null ? share(given) : { association, pairs: found, left: [] }
}

/** Are there as many rows of each table as there would be? */
function isAsThere(
  { plan, there }: Given,
  { source, target, via }: Association,
  { left, pairs }: AllottedShare,
): boolean {
  return [source.table, target.table, via.table].every((id) => {
    const table = plan.tables.find((one) => one.id === id)
    if (table === undefined) return true
    const rows = via.kind === 'join' && id === via.table ? pairs.length : table.rows
    return rows - (id === via.table ? left.length : 0) === (there[id] ?? 0)
  })
}

const keyOf = ({ source, target }: AllottedShare['pairs'][number]): string => `${source} ${target}`

function holds(found: AllottedShare['pairs'], { pairs }: AllottedShare): boolean {
  const there = new Set(found.map(keyOf))
  return pairs.every((pair) => there.has(keyOf(pair)))
}

/** The pairs in a table that joins nothing else, where all of them are between rows of ours; null where that is not known. */
function pairsFound(given: Given, association: Association): AllottedShare['pairs'] | null {
  const { via } = association
  const isShared = given.scope.associations.filter((one) => one.via.table === via.table).length > 1
  const table = given.plan.tables.find(({ id }) => id === via.table)
  if (via.kind !== 'join' || isShared || table === undefined) return null
  const isPooled = [via.source, via.target].some((link) => linkOf(table, link)?.parent.pool !== null)
  const sides = isPooled ? null : sidesOf(given, association, table, false)
  if (sides === null) return null
  const found = othersOf({ ...given, there: {} }, association, table, sides, { answers: { taken: given.pairs } })
  if (found.length === 0 || found.length !== given.there[via.table]) return null
  return named(association, sides, found)
}
