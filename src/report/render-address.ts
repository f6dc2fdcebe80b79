import type { Address } from '../model/database.ts'
import { printable } from './printable.ts'

/** First line of every command: `postgres at 127.0.0.1:54322/postgres as postgres (from DATABASE_URL in .env.local)`. */
export function renderAddress({ kind, host, port, database, user, source }: Address): string {
  const from = `(from ${source.replace(/ \((.+)\)$/, ' in $1')})`
  if (kind === 'pglite') return printable(host === 'memory' ? `pglite in memory ${from}` : `pglite in ${host} ${from}`)
  const name = host.includes(':') ? `[${host}]` : host
  return printable(`postgres at ${name}${port === null ? '' : `:${port}`}/${database} as ${user} ${from}`)
}
