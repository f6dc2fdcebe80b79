/** One row per installed extension. */
export type ExtensionRow = {
  readonly name: string
  readonly schema: string
  readonly version: string
}

export const EXTENSIONS = `
select
  e.extname::text as name,
  n.nspname::text as schema,
  e.extversion::text as version
from pg_catalog.pg_extension e
join pg_catalog.pg_namespace n on n.oid = e.extnamespace
`
