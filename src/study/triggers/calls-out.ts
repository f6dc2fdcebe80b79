import type { FunctionInfo } from '../../model/catalog.ts'

/** The functions of the `http` extension that speak to a server (the others only build requests and set options). */
const HTTP = new Set(['http', 'http_get', 'http_post', 'http_put', 'http_patch', 'http_delete', 'http_head'])

/** Functions of `dblink` that stay at home. */
const DBLINK_LOCAL = /^dblink_(build_sql|current_query|error_message|get_connections|get_pkey)/

/**
 * Does a function of this name speak to the outside: pg_net, http, dblink, pg_background, aws_lambda, Supabase's webhooks? Works on
 * names, as extensions are no part of the catalog.
 */
export function callsOut(schema: string | null, name: string): boolean {
  if (schema === 'net') return /^_?http_(get|post|put|patch|delete|head)/.test(name)
  if (schema === 'supabase_functions') return name === 'http_request'
  if (schema === 'aws_lambda') return name === 'invoke'
  if (name.startsWith('dblink')) return !DBLINK_LOCAL.test(name)
  return HTTP.has(name) || name.startsWith('pg_background_')
}

/** A function of the base that stands in for the platform's own: it says so in its body, and calls nobody. */
export const isStandIn = ({ body }: Pick<FunctionInfo, 'body'>): boolean =>
  body.includes('Stand-in laid by supa-seed: calls nobody')
