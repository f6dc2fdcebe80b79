import { setTimeout as sleep } from 'node:timers/promises'
import type { Queryable } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'

/** The two words of the advisory lock: `supa`, `seed`. Advisory locks belong to one database. */
const KEY = '1937076321, 1936024932'

/** Takes a transaction's share of the lock, which chunks hold side by side, and returns the transaction's id. Throws SeedError `run-in-progress`. */
export async function beginChunk(tx: Queryable): Promise<string> {
  const [row] = await tx.query<{ xid: string; locked: boolean }>(
    `select pg_catalog.pg_current_xact_id()::text as xid, pg_catalog.pg_try_advisory_xact_lock_shared(${KEY}) as locked`,
  )
  if (!row?.locked) throw inProgress()
  return row.xid
}

/** Milliseconds. */
const PATIENCE = 5000

/**
 * Takes the whole lock until the transaction ends: nobody else may seed or clean meanwhile, from any machine. Waits a moment, since a run that
 * was killed holds its share until the server has noticed. Throws SeedError `run-in-progress`.
 */
export async function lockAlone(tx: Queryable): Promise<void> {
  const end = performance.now() + PATIENCE
  while (true) {
    const [row] = await tx.query<{ locked: boolean }>(`select pg_catalog.pg_try_advisory_xact_lock(${KEY}) as locked`)
    if (row?.locked) return
    if (performance.now() > end) throw inProgress()
    await sleep(100)
  }
}

function inProgress(): SeedError {
  return new SeedError({
    code: 'run-in-progress',
    message: 'Another run of supa-seed, perhaps on another machine, works on this database.',
    next: 'Wait for it to end and run the command again.',
  })
}
