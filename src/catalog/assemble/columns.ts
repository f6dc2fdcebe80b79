import type { Column } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { objectId } from '../../model/name.ts'
import type { ColumnRow } from '../queries/columns.ts'
import { groupBy } from './group-by.ts'
import type { UseType } from './types.ts'

/**
 * The columns of every relation, by its oid, in their order. `parentOf` gives the oid of the relation that a partition
 * belongs to: an identity column of a partition draws from the sequence of the topmost parent (since 17).
 */
export function assembleColumns(
  rows: readonly ColumnRow[],
  use: UseType,
  sequences: ReadonlyMap<string, ObjectId>,
  parentOf: (relation: string) => string | null,
): Map<string, Column[]> {
  const groups = groupBy(rows, (row) => row.relation)
  const sequenceOf = (row: ColumnRow): ObjectId | null => {
    if (row.sequence !== null) return sequences.get(row.sequence) ?? null
    if (row.identity === null) return null
    const parent = groups.get(parentOf(row.relation) ?? '')?.find((column) => column.name === row.name)
    return parent ? sequenceOf(parent) : null
  }
  const columns = new Map<string, Column[]>()
  for (const [relation, group] of groups) {
    const sorted = group.toSorted((a, b) => a.position - b.position)
    columns.set(
      relation,
      sorted.map((row) => assembleColumn(row, use, sequenceOf(row))),
    )
  }
  return columns
}

function assembleColumn(row: ColumnRow, use: UseType, sequence: ObjectId | null): Column {
  const { type, typeName, limits } = use(row.type, row.modifier, row.printedType)
  return {
    name: row.name,
    position: row.position,
    type,
    typeName,
    ...limits,
    notNull: row.notNull,
    default: row.generated === null ? row.default : null,
    identity: row.identity,
    generated: row.generated === null ? null : { kind: row.generated, expression: row.default ?? '' },
    sequence,
    collation: collationName(row),
    ...(row.nondeterministic ? { nondeterministic: true } : {}),
    comment: row.comment,
    insertable: row.insertable,
    updatable: row.updatable,
  }
}

/** As people write it: Postgres' own without their schema (`"C"`). */
function collationName({ collationSchema, collationName }: ColumnRow): string | null {
  if (collationSchema === null || collationName === null) return null
  return objectId(collationSchema === 'pg_catalog' ? 'public' : collationSchema, collationName)
}
