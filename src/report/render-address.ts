import type { Address } from '../model/database.ts'
import { printable } from './printable.ts'

/** First line of every command: `postgres at 127.0.0.1:54322/postgres as postgres (from DATABASE_URL in .env.local)`, and the dataset that was chosen. */
export function renderAddress(
  { kind, host, port, database, user, source }: Address,
  dataset: string | null = null,
): string {
  const from = `(from ${source.replace(/ \((.+)\)$/, ' in $1')})${dataset === null ? '' : `, dataset ${dataset}`}`
  if (kind === 'pglite') return printable(host === 'memory' ? `pglite in memory ${from}` : `pglite in ${host} ${from}`)
  const name = host.includes(':') ? `[${host}]` : host
  return printable(`postgres at ${name}${port === null ? '' : `:${port}`}/${database} as ${user} ${from}`)
}
