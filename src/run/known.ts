import { adopt } from '../load/past/adopt.ts'
import type { History } from '../load/past/history.ts'
import type { Finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import { countIn } from '../model/row-spans.ts'
import { preparePlan } from './prepare.ts'
import { clock, type Session } from './session.ts'

/** What is ours in a database, and how that is known. */
export interface Known {
  readonly history: History
  /** The same with rows that are gone. */
  readonly whole: History
  readonly findings: readonly Finding[]
}

/** What is ours: by the journal, or recognised where there is none. */
export async function known(session: Session): Promise<Known> {
  const { history, whole, findings } = session.past
  if (history.plans.length > 0 || history.own.length > 0) return { history, whole, findings }
  const { plan } = await clock(session.timings, 'plan', () => preparePlan({ ...session, past: session.past.past }))
  const present = plan.tables.some((table) => table.present > 0)
  const reference = plan.left.filter((one) => one.code === 'holds-rows').map((one) => one.table)
  if (!present) return { history, whole, findings }
  const adopted = adopt(plan, reference, session.assets)
  return { history: adopted, whole: adopted, findings }
}

/** Rows by table that there will be when the interrupted run is finished; nothing where there is none. */
export const promisedRows = ({ unfinished }: History): Map<ObjectId, number> =>
  new Map(unfinished?.plan.tables.map((table) => [table.id, table.rows - countIn(table.skipped)]))
