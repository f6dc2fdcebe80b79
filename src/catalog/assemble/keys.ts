import type { Exclusion, UniqueKey } from '../../model/catalog.ts'
import type { KeyRow } from '../queries/keys.ts'
import { byName } from './sort.ts'

/** The keys of one relation. */
export interface Keys {
  readonly primaryKey: UniqueKey | null
  readonly uniques: readonly UniqueKey[]
  readonly exclusions: readonly Exclusion[]
}

/** A key WITHOUT OVERLAPS is both: what it says of whole rows is a unique key, what it says of ranges an exclusion. */
export function assembleKeys(rows: readonly KeyRow[]): Keys {
  const uniques = byName(rows.filter((row) => row.unique && !row.primary))
  const primary = rows.find((row) => row.primary)
  return {
    primaryKey: primary ? uniqueKey(primary) : null,
    uniques: uniques.map(uniqueKey),
    exclusions: byName(rows.filter((row) => row.exclusion)).map(exclusion),
  }
}

function uniqueKey(row: KeyRow): UniqueKey {
  return {
    name: row.name,
    columns: row.parts.map((part) => part.column),
    expressions: row.parts.map((part) => part.expression),
    predicate: row.predicate,
    nullsNotDistinct: row.nullsNotDistinct,
    constraint: row.constraint,
    deferrable: row.deferrable,
    deferred: row.deferred,
  }
}

function exclusion(row: KeyRow): Exclusion {
  return {
    name: row.name,
    columns: row.parts.map((part) => part.column),
    expressions: row.parts.map((part) => part.expression),
    operators: row.operators,
    predicate: row.predicate,
    definition: row.definition ?? '',
  }
}
