import type { Database } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { awaitFate, transactionFate } from '../chunk/transaction-fate.ts'
import type { ChunkRecord } from '../journal/fold.ts'
import { probe, sheetOfKeys } from './probe.ts'

/**
 * What became of a chunk that was begun and never ended in the journal: committed or not. The server is asked about its transaction; where it has
 * forgotten it, the first and last keys are looked up (a chunk is whole or absent), and what can be done again counts as not done.
 * With `patience` (milliseconds) it waits for a transaction that has not ended, and then throws SeedError `run-in-progress`; null: such a chunk is not
 * there.
 */
export async function wasCommitted(
  db: Database,
  chunk: ChunkRecord,
  rowsOf: (table: string) => TableRows,
  patience: number | null,
): Promise<boolean> {
  const fate = patience === null ? await transactionFate(db, chunk.xid) : await awaitFate(db, chunk.xid, patience)
  if (fate === 'committed') return true
  if (fate === 'aborted') return false
  if (fate === 'in progress') {
    if (patience === null) return false
    throw new SeedError({
      code: 'run-in-progress',
      message: 'A run of supa-seed on this database has not ended: one of its transactions is still open.',
      found: `transaction ${chunk.xid} (${chunk.id})`,
      next: "Wait for it to end. If its process is gone, end its connection: select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'supa-seed';",
    })
  }
  if (isRepeatable(chunk.id)) return false
  const [part] = chunk.parts
  if (!part) return false
  const { key } = rowsOf(part.table).plan
  const probed = await probe(db, part.table, key, sheetOfKeys(key.columns.length, [part.first, part.last]))
  return probed.kind === 'rows' && probed.there.some(Boolean)
}

/** Chunks that change rows which are there may be done twice; so may users through the admin API, who are looked for first. */
export const isRepeatable = (chunk: string): boolean => /^(patch|update|admin-api|move) /.test(chunk)

/** Chunks after which rows count as ours: all but patches, which change rows that are ours already. */
export const ownsRows = (chunk: string): boolean => !chunk.startsWith('patch ')
