import type { TransactionOptions } from '../model/database.ts'

/** Lock timeout in milliseconds unless a transaction asks for another. */
const LOCK_TIMEOUT = 10_000

/** Supabase's roles and its API find the functions of extensions in a schema of their own; triggers count on that, whoever writes. */
const WITH_EXTENSIONS = `select pg_catalog.set_config('search_path', pg_catalog.current_setting('search_path') || ', extensions', true)
  where pg_catalog.to_regnamespace('extensions') is not null and pg_catalog.current_setting('search_path') <> ''
    and not ('extensions' = any (pg_catalog.current_schemas(false)))`

/**
 * The one message that opens a transaction: BEGIN and everything that must not depend on the role, the database or who used the
 * pooled connection before. `SET LOCAL`, so that nothing leaks to whoever uses the connection next.
 */
export function beginStatement(options: TransactionOptions, version: number): string {
  const isolation = options.isolation ? ` isolation level ${options.isolation}` : ''
  const mode = options.readOnly ? ' read only' : ''
  const settings = [...commonSettings(options, version), ...(options.searchPath === 'own' ? [] : [`search_path = ''`])]
  return [
    `begin${isolation}${mode}`,
    ...settings.map((setting) => `set local ${setting}`),
    ...(options.searchPath === 'own' ? [WITH_EXTENSIONS] : []),
  ].join('; ')
}

/** What a connection of our own sets once, for statements outside transactions; its search_path stays the database's. */
export function sessionStatement(version: number): string {
  return commonSettings({}, version)
    .map((setting) => `set ${setting}`)
    .join('; ')
}

function commonSettings(options: TransactionOptions, version: number): string[] {
  return [
    `statement_timeout = ${milliseconds(options.statementTimeout ?? 0)}`,
    `lock_timeout = ${milliseconds(options.lockTimeout ?? LOCK_TIMEOUT)}`,
    'idle_in_transaction_session_timeout = 0',
    ...(version >= 170_000 ? ['transaction_timeout = 0'] : []),
    `client_encoding = 'UTF8'`,
    `timezone = 'UTC'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'postgres'`,
    `bytea_output = 'hex'`,
    'extra_float_digits = 1',
    'standard_conforming_strings = on',
  ]
}

function milliseconds(value: number): number {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a number of milliseconds: ${value}`)
  return value
}
