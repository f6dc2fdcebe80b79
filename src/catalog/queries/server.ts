/** One row: the server, the database, and the role that asks. */
export type ServerRow = {
  readonly version: number
  readonly databaseOid: number
  readonly database: string
  readonly encoding: string
  readonly collation: string
  readonly role: string
  readonly superuser: boolean
  readonly bypassRls: boolean
  /** May the role call `pg_control_system()`? */
  readonly mayReadControl: boolean
}

/**
 * The locale moved twice (`daticulocale` in 15 and 16, `datlocale` since 17); read through jsonb, a column that is not
 * there is null instead of an error.
 */
export const SERVER = `
select
  pg_catalog.current_setting('server_version_num')::int4 as version,
  d.oid::int8::float8 as "databaseOid",
  d.datname::text as database,
  pg_catalog.pg_encoding_to_char(d.encoding)::text as encoding,
  coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale', d.datcollate::text) as collation,
  r.rolname::text as role,
  r.rolsuper as superuser,
  r.rolsuper or r.rolbypassrls as "bypassRls",
  pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') as "mayReadControl"
from pg_catalog.pg_database d
cross join pg_catalog.pg_roles r
where d.datname = pg_catalog.current_database()
  and r.rolname = current_user
`
