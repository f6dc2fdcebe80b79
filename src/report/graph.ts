import type { Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import type { Report } from '../model/reports/report.ts'

/** The foreign keys between these tables, in the order of the catalog. */
export function graphOf(
  tables: readonly ObjectId[],
  relations: readonly Pick<Relation, 'id' | 'foreignKeys'>[],
): Report['graph'] {
  const known = new Set(tables)
  return relations
    .filter(({ id }) => known.has(id))
    .flatMap(({ id, foreignKeys }) =>
      foreignKeys
        .filter(({ parent }) => known.has(parent))
        .map(({ name, parent }) => ({ from: id, to: parent, constraint: name })),
    )
}
