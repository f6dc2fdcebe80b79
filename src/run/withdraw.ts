import { cleanup } from '../load/cleanup.ts'
import { type ReadPast, readPast } from '../load/read-past.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import { refuseCalls } from './refuse-calls.ts'
import type { Session } from './session.ts'

/** Foreign keys at most that the database is asked about, one after the other. */
const ASKED = 50

/**
 * Takes back what a refused run has written so far, so that the next plan starts from the beginning, as on any other machine that has its lessons. `empty`: tables
 * that were empty before the run, where rows that refer to ours can only have come with them. Where the database keeps the rows, they stay, and the past tells of
 * them.
 */
export async function withdraw(
  session: Session,
  past: ReadPast,
  empty: (table: ObjectId) => boolean,
): Promise<ReadPast> {
  const { db, catalog, journal, assets, config } = session
  const allow = [...config.allow]
  for (let time = 0; time < ASKED; time++) {
    try {
      refuseCalls(session, past.history, null, 'deleted')
      await cleanup({ db, catalog, journal, history: past.history, allow })
      await journal.reread()
      return await readPast(db, journal, { assets })
    } catch (error) {
      if (!(error instanceof SeedError) || !KEPT.has(error.code)) throw error
      const made = error.findings.filter(
        ({ id, code, place }) =>
          code === 'rows-of-others' && place.table !== undefined && empty(place.table) && !allow.includes(id),
      )
      if (made.length === 0) return past
      allow.push(...made.map(({ id }) => id))
    }
  }
  return past
}

const KEPT = new Set(['calls-out', 'rows-of-others', 'rows-unseen', 'rows-kept', 'cleanup-refused'])
