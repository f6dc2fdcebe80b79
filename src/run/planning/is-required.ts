import type { Catalog } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'

/** Can no row do without the columns? */
export const isRequired = (catalog: Catalog, table: ObjectId, columns: readonly string[]): boolean => {
  const relation = catalog.relations.find(({ id }) => id === table)
  const key = relation?.primaryKey?.columns ?? []
  return columns.every(
    (name) => key.includes(name) || relation?.columns.find((column) => column.name === name)?.notNull === true,
  )
}
