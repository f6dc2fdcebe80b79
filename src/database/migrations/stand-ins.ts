/**
 * Extensions that a Supabase server has and other servers have not, and that an app's tables do not hang on. Where one cannot be installed, what
 * creates it is left out, with what that means.
 */
export const STAND_INS: Readonly<Record<string, string>> = {
  pg_net: 'net.http_post() and its like take a call and send nothing',
  pg_cron: 'jobs are kept in cron.job and never run',
  supabase_vault: 'the secrets of schema vault are kept without encryption',
  pg_graphql: 'GraphQL queries are answered with an error',
  pgsodium: 'its functions are not there',
  pgjwt: 'its functions sign() and verify() are not there',
  http: 'its functions are not there',
  wrappers: 'foreign data cannot be reached',
  pg_stat_statements: 'statements are not counted',
  pg_stat_monitor: 'statements are not counted',
  pgaudit: 'nothing is logged for audits',
  plpgsql_check: 'functions are not checked',
  index_advisor: 'its functions are not there',
  hypopg: 'its functions are not there',
  pg_repack: 'its functions are not there',
  pg_hashids: 'its functions are not there',
  pg_jsonschema: 'its functions are not there',
  pg_tle: 'its functions are not there',
  pg_prewarm: 'its functions are not there',
  pg_walinspect: 'its functions are not there',
  pgrowlocks: 'its functions are not there',
  pgstattuple: 'its functions are not there',
  pgtap: 'its functions are not there',
  'supabase-dbdev': 'its functions are not there',
  auto_explain: 'slow statements are not logged',
  safeupdate: 'UPDATE and DELETE without WHERE are taken',
}
