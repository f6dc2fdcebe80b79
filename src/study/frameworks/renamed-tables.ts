import type { Catalog, Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Framework } from './framework.ts'

/** Fewer columns than this say nothing. */
const TELLING = 4
/** Of the columns of the family's table, as many must be there. */
const SHARE = 0.75

/** Where the tables of a family are: under their own name, else under the name of the one table that has nearly all of their columns. */
export function tablesHere({ tables }: Framework, { relations }: Catalog): Readonly<Record<string, ObjectId>> {
  const kept = relations.filter(({ kind }) => kind === 'table' || kind === 'partitioned')
  const own = new Set(Object.keys(tables))
  const free = kept.filter(({ id }) => !own.has(id))
  return Object.fromEntries(
    Object.entries(tables).flatMap(([name, columns]): [string, ObjectId][] => {
      if (kept.some(({ id }) => id === name)) return [[name, name]]
      const alike = renamedTo(columns.split(' '), free)
      return alike === null ? [] : [[name, alike]]
    }),
  )
}

function renamedTo(columns: readonly string[], candidates: readonly Relation[]): ObjectId | null {
  if (columns.length < TELLING) return null
  const shares = candidates
    .map(({ id, columns: own }) => ({
      id,
      share: columns.filter((name) => own.some((one) => one.name === name)).length / columns.length,
    }))
    .filter(({ share }) => share >= SHARE)
    .sort((a, b) => b.share - a.share)
  const [first, second] = shares
  return first === undefined || first.share === second?.share ? null : first.id
}
