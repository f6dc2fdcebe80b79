import { adopt } from '../../load/past/adopt.ts'
import type { History } from '../../load/past/history.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import { countIn } from '../../model/row-spans.ts'
import { clock, type Session } from '../session.ts'
import { preparePlan } from './prepare.ts'

/** What is ours in a database, and how that is known. */
export interface Known {
  readonly history: History
  /** The same with rows that are gone. */
  readonly whole: History
  readonly findings: readonly Finding[]
}

/** What is ours: by the journal, or recognised where there is none. */
export async function known(session: Session): Promise<Known> {
  const { history, whole } = session.past
  const findings = [...session.past.findings, ...otherDataset(session)]
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

/** What is done concerns the dataset that is there. */
function otherDataset({ config, past: { dataset, history } }: Session): readonly Finding[] {
  if (config.datasets.length === 0 || dataset === config.dataset || history.own.length === 0) return []
  const [there, chosen] = [dataset, config.dataset].map((name) => (name === null ? 'no dataset' : `dataset ${name}`))
  return [
    finding('other-dataset', 'info', { path: 'dataset' }, `The rows that are there are those of ${there}.`, {
      expected: chosen,
      found: there,
      next: `supa-seed seed puts ${config.dataset === null ? 'the shared rest' : `dataset ${config.dataset}`} in its place.`,
    }),
  ]
}
