import { loadParser } from '../../src/catalog/parser.ts'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Catalog } from '../../src/model/catalog.ts'
import type { Study } from '../../src/model/study.ts'
import { study } from '../../src/study/study.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'

export interface Studied {
  readonly database: TestDatabase
  readonly catalog: Catalog
  readonly study: Study
}

/** A database with `sql` applied, read and studied. */
export async function studied(sql: string, server: ServerName = 'pg18'): Promise<Studied> {
  const database = await freshDatabase(server, sql)
  const catalog = await readCatalog(database.db)
  return { database, catalog, study: study(catalog, await loadParser()) }
}
