import type { FunctionInfo } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { objectId } from '../../model/name.ts'
import type { FunctionRow } from '../queries/functions.ts'
import { byId } from './sort.ts'

/**
 * Ids by oid: `objectId(schema, name)`. Where functions share a name, those with arguments carry their types (`area(integer)`),
 * so a trigger function, which has none, is always plain.
 */
export function functionIds(rows: readonly FunctionRow[]): Map<string, ObjectId> {
  const plain = (row: FunctionRow): ObjectId => objectId(row.schema, row.name)
  const counts = new Map<ObjectId, number>()
  for (const row of rows) counts.set(plain(row), (counts.get(plain(row)) ?? 0) + 1)
  return new Map(
    rows.map((row) => {
      const overloaded = (counts.get(plain(row)) ?? 0) > 1 && row.signature !== ''
      return [row.oid, overloaded ? `${plain(row)}(${row.signature})` : plain(row)]
    }),
  )
}

/** The functions, sorted by id. */
export function assembleFunctions(rows: readonly FunctionRow[], ids: ReadonlyMap<string, ObjectId>): FunctionInfo[] {
  return byId(
    rows.map((row) => ({
      id: ids.get(row.oid) ?? objectId(row.schema, row.name),
      schema: row.schema,
      name: row.name,
      language: row.language,
      returns: row.returns,
      arguments: row.arguments,
      body: row.body,
      volatility: row.volatility,
      securityDefiner: row.securityDefiner,
      extension: row.extension,
    })),
  )
}
