import { type Finding, finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'

/**
 * Without a journal nobody knows which dataset is there. Rows of ours that are recognised in some tables, and none in others that hold rows all the same, are those of
 * another dataset, as a rule: seeding would mix the two, and the rows of the first would count as rows of others from then on. Null: nothing looks like that.
 */
export function unknownDatasetThere(
  { config, past: { history } }: Pick<Session, 'config' | 'past'>,
  { plan, counts }: Pick<Prepared, 'plan' | 'counts'>,
): Finding | null {
  if (config.datasets.length === 0 || history.plans.length > 0 || history.own.length > 0) return null
  const own = plan.tables.filter(({ made, writer }) => made === undefined && writer.kind !== 'update')
  if (own.every(({ present }) => present === 0)) return null
  const strange = own.filter(({ id, rows, present }) => present === 0 && rows > 0 && (counts[id] ?? 0) > 0)
  if (strange.length === 0) return null
  const allowed = config.allow.includes('dataset-unknown')
  return finding(
    'dataset-unknown',
    allowed ? 'info' : 'danger',
    {},
    `There is no journal, and rows of ${strange.map(({ id }) => id).join(', ')} are not those of ${config.dataset === null ? 'the shared rest' : `dataset ${config.dataset}`}, while others are: another dataset seems to be there.`,
    {
      next: `Remove it by its name first: supa-seed cleanup --dataset ${config.datasets.find((name) => name !== config.dataset) ?? config.datasets[0]}. Where these rows belong to somebody else, allow it: --allow dataset-unknown`,
    },
  )
}

/** @throws SeedError `dataset-unknown` before anything is written. */
export function refuseUnknownDataset(session: Session, prepared: Prepared): void {
  const found = unknownDatasetThere(session, prepared)
  if (found === null || found.level !== 'danger') return
  throw new SeedError({
    code: 'dataset-unknown',
    message: found.message,
    place: { path: 'dataset' },
    next: `Nothing was changed. ${found.next}`,
    findings: [found],
  })
}
