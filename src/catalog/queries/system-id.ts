/** One row. */
export type SystemIdRow = {
  readonly systemId: string
}

/**
 * A query of its own, since a role without EXECUTE is refused when the statement starts, even inside a CASE that would
 * never be reached.
 */
export const SYSTEM_ID = `
select s.system_identifier::text as "systemId"
from pg_catalog.pg_control_system() s
`
