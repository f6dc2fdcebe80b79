import { afterAll, beforeAll } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Catalog, Column, Relation } from '../../src/model/catalog.ts'
import type { Database } from '../../src/model/database.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'
import { EMPTY_AGAIN } from '../support/empty-again.ts'

/** One database for a test file; each call empties it, runs the SQL, and reads the catalog. */
export function catalogAfter(server: ServerName, wrap: (db: Database) => Database = (db) => db) {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh?.drop())
  return async (sql: string): Promise<Catalog> => {
    await fresh.raw(EMPTY_AGAIN)
    await fresh.raw(sql)
    return readCatalog(wrap(fresh.db))
  }
}

/** The relation of that id; a test that asks for another has a mistake. */
export function relation(catalog: Catalog, id: string): Relation {
  const found = catalog.relations.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no relation ${id} among ${catalog.relations.map((each) => each.id).join(', ')}`)
  return found
}

/** The column of that name. */
export function column(catalog: Catalog, id: string, name: string): Column {
  const found = relation(catalog, id).columns.find((candidate) => candidate.name === name)
  if (!found) throw new Error(`no column ${name} in ${id}`)
  return found
}
