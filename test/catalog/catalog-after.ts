import { afterAll, beforeAll } from 'vitest'
import { readCatalog } from '../../src/catalog/read-catalog.ts'
import type { Catalog, Column, Relation } from '../../src/model/catalog.ts'
import type { Database } from '../../src/model/database.ts'
import { freshDatabase, type ServerName, type TestDatabase } from '../support/database.ts'

/** Everything that a test may have made, so that the next one starts from an empty `public`. */
const EMPTY = `
  do $empty$ declare made record; begin
    for made in select extname from pg_extension where extname <> 'plpgsql' loop
      execute format('drop extension %I cascade', made.extname);
    end loop;
    for made in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
      execute format('drop schema %I cascade', made.nspname);
    end loop;
    create schema public;
  end $empty$`

/** One database for a test file; each call empties it, runs the SQL, and reads the catalog. */
export function catalogAfter(server: ServerName, wrap: (db: Database) => Database = (db) => db) {
  let fresh: TestDatabase
  beforeAll(async () => {
    fresh = await freshDatabase(server)
  })
  afterAll(() => fresh?.drop())
  return async (sql: string): Promise<Catalog> => {
    await fresh.raw(EMPTY)
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
