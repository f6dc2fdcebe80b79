import { cleanup } from '../../load/cleanup.ts'
import { type ReadPast, readPast } from '../../load/read-past.ts'
import type { Finding } from '../../model/finding.ts'
import type { Switching } from '../../model/reports/preview.ts'
import { refuseCalls } from '../refuse-calls.ts'
import { clock, type Session } from '../session.ts'
import { removeFiles } from '../uploads/remove-files.ts'
import type { PlannedSwitch } from './plan-switch.ts'

/** A dataset that has made room. */
export interface Switched {
  readonly past: ReadPast
  readonly switching: Switching
  readonly findings: readonly Finding[]
}

/**
 * Removes what the chosen dataset does not share with the one that is there, in one transaction. A run that breaks off after it is taken up by the next seed: the
 * journal knows which dataset is on its way.
 * @throws SeedError `rows-of-others`, `calls-out` and the like: then nothing was changed.
 */
export async function switchDataset(
  session: Session,
  { replaced, whole, switching }: PlannedSwitch,
): Promise<Switched> {
  const { db, catalog, journal, config, assets, timings } = session
  const { history, past: before } = session.past
  const only = whole ? null : replaced
  const findings: Finding[] = []
  if (replaced.length > 0) {
    refuseCalls(session, history, only, 'deleted')
    const removed = await clock(timings, 'cleanup', () =>
      cleanup({ db, catalog, journal, history, allow: config.allow, only }),
    )
    findings.push(...removed.findings, ...(await removeFiles(session, history.plans, only)))
  }
  await journal.append([{ kind: 'dataset', at: new Date().toISOString(), dataset: config.dataset }], true)
  await journal.reread()
  const past = await readPast(db, journal, { assets })
  const now = past.past.now ?? before.now
  return { past: { ...past, past: { ...past.past, now, emptied: replaced } }, switching, findings }
}
