import type { Catalog } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { USERS } from './own-user.ts'

/** A column that holds the id of the user whose row it is. */
export interface Ownership {
  readonly table: ObjectId
  readonly column: string
}

/**
 * Columns that lead to `auth.users` by foreign keys of one column: directly, or over rows that are keyed by the user's id themselves (`posts.author_id` →
 * `profiles.id` → `auth.users.id`). Of the given tables; sorted.
 */
export function ownershipOf(catalog: Pick<Catalog, 'relations'>, tables: readonly ObjectId[]): readonly Ownership[] {
  const relations = catalog.relations.filter(({ id }) => tables.includes(id))
  const found = new Map<string, Ownership>()
  const ids: Ownership[] = [{ table: USERS, column: 'id' }]
  // Grows while it is walked over.
  for (const id of ids) {
    for (const relation of relations) {
      for (const { columns, parent, parentColumns } of relation.foreignKeys) {
        const [column] = columns
        if (column === undefined || columns.length > 1 || parent !== id.table || parentColumns[0] !== id.column)
          continue
        const key = JSON.stringify([relation.id, column])
        if (found.has(key)) continue
        const owned = { table: relation.id, column }
        found.set(key, owned)
        const keys = [relation.primaryKey, ...relation.uniques]
        if (keys.some((one) => one?.columns.length === 1 && one.columns[0] === column)) ids.push(owned)
      }
    }
  }
  return [...found.values()].sort((a, b) => (`${a.table}.${a.column}` < `${b.table}.${b.column}` ? -1 : 1))
}
