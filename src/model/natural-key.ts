import type { Relation, UniqueKey } from './catalog.ts'

/** Does the value of a key come from a default that is no sequence (`gen_random_uuid()`)? The same row has another one wherever it is inserted anew. */
export function isInvented(relation: Relation, name: string): boolean {
  const column = relation.columns.find((one) => one.name === name)
  return column !== undefined && column.default !== null && column.sequence === null
}

/** The smallest unique key that says which row it is, wherever it was inserted: whole, never NULL, nothing in it made by the database. Null: there is none. */
export function naturalKey(relation: Relation): readonly string[] | null {
  const keys = [relation.primaryKey, ...relation.uniques]
    .map((key) => (key === null ? null : told(relation, key)))
    .filter((key) => key !== null)
  return keys.sort((a, b) => a.length - b.length)[0] ?? null
}

function told(relation: Relation, { columns, predicate }: UniqueKey): readonly string[] | null {
  if (predicate !== null) return null
  const plain = columns.filter((name) => name !== null)
  const fit = plain.every((name) => {
    const column = relation.columns.find((one) => one.name === name)
    return column?.notNull && column.default === null && column.identity === null
  })
  return fit && plain.length === columns.length ? plain : null
}
