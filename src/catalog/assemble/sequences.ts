import type { Sequence } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { objectId } from '../../model/name.ts'
import type { SequenceRow } from '../queries/sequences.ts'
import { byId } from './sort.ts'

/** The sequences, sorted by id. `relations` gives the id of a relation's oid. */
export function assembleSequences(rows: readonly SequenceRow[], relations: ReadonlyMap<string, ObjectId>): Sequence[] {
  return byId(
    rows.map((row) => {
      const table = relations.get(row.ownerTable ?? '')
      return {
        id: objectId(row.schema, row.name),
        schema: row.schema,
        name: row.name,
        ownedBy: table === undefined || row.ownerColumn === null ? null : { table, column: row.ownerColumn },
        type: row.type,
        start: row.start,
        minimum: row.minimum,
        maximum: row.maximum,
        increment: row.increment,
        cycle: row.cycle,
        usage: row.usage,
        last: row.last,
      }
    }),
  )
}
