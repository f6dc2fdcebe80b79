import type { Queryable } from '../../model/database.ts'
import { type ObjectId, splitObjectId } from '../../model/name.ts'

/** What must be known of a table before it is asked anything. */
export interface Sight {
  /** May the role look at any of its columns? */
  readonly readable: boolean
  /** Does row security apply to the role, so that rows may be hidden from it? */
  readonly rowSecurity: boolean
  readonly columns: Readonly<Record<string, { readonly readable: boolean; readonly collatable: boolean }>>
}

const NOWHERE: Sight = { readable: false, rowSecurity: false, columns: {} }

interface TableRow extends Record<string, unknown> {
  readonly place: number
  readonly readable: boolean
  readonly row_security: boolean
}

interface ColumnRow extends Record<string, unknown> {
  readonly place: number
  readonly name: string
  readonly readable: boolean
  readonly collatable: boolean
}

const TABLES = `
  select asked.place::int4 as place,
         has_schema_privilege(n.oid, 'usage') and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select')) as readable,
         row_security_active(c.oid) as row_security
  from unnest($1::text[], $2::text[]) with ordinality as asked (schema, name, place)
  join pg_catalog.pg_namespace n on n.nspname = asked.schema
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = asked.name
  where c.relkind in ('r', 'p', 'v', 'm', 'f')`

const COLUMNS = `
  select asked.place::int4 as place, a.attname::text as name,
         has_column_privilege(c.oid, a.attnum, 'select') as readable,
         a.attcollation <> 0 as collatable
  from unnest($1::text[], $2::text[]) with ordinality as asked (schema, name, place)
  join pg_catalog.pg_namespace n on n.nspname = asked.schema
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relname = asked.name
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped`

/** Looks at all tables at once. Those that are not there come back unreadable. */
export async function lookUp(db: Queryable, tables: readonly ObjectId[]): Promise<ReadonlyMap<ObjectId, Sight>> {
  const names = tables.map(splitObjectId)
  const parameters = [names.map(({ schema }) => schema), names.map(({ name }) => name)]
  const found = await db.query<TableRow>(TABLES, parameters)
  const columns = await db.query<ColumnRow>(COLUMNS, parameters)
  const sights = new Map<ObjectId, Sight>(tables.map((table) => [table, NOWHERE]))
  for (const { place, readable, row_security } of found)
    sights.set(tables[place - 1] as ObjectId, { readable, rowSecurity: row_security, columns: {} })
  for (const { place, name, readable, collatable } of columns) {
    const columnsOf = sights.get(tables[place - 1] as ObjectId)?.columns as Record<string, unknown>
    Object.defineProperty(columnsOf, name, { value: { readable, collatable }, enumerable: true })
  }
  return sights
}
