import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Switching } from '../../model/reports/preview.ts'
import { SeedError } from '../../model/seed-error.ts'
import { differingTables } from '../../plan/datasets/differing-tables.ts'
import type { Leaving } from '../planning/ground.ts'
import { type Prepared, preparePlan } from '../planning/prepare.ts'
import type { Session } from '../session.ts'

/** How one dataset takes the place of another. */
export interface PlannedSwitch {
  readonly switching: Switching
  /** Tables whose rows of ours are removed. */
  readonly replaced: readonly ObjectId[]
  /** No row of ours stays. */
  readonly whole: boolean
  /** The plan for what is there then. */
  readonly prepared: Prepared
}

/**
 * What has to go where another dataset is there than the one that is chosen; null: it is the same, or nothing of ours is there. Tables that both fill alike stay
 * as they are: they are told by comparing the plans that made them with one that is made as if nothing of ours were there.
 * @throws SeedError `dataset-in-part` where only some tables are asked for.
 */
export async function planSwitch(session: Session): Promise<PlannedSwitch | null> {
  const { config, past } = session
  const { history } = past
  if (config.datasets.length === 0 || past.dataset === config.dataset) return null
  const ours = new Set([...history.own, ...history.made].map(({ table }) => table))
  if (ours.size === 0) return null
  refuseInPart(session)
  const fresh = await planAs(session, past.past, ours)
  const isOther = past.past.seed !== config.seed
  const differing = new Set([...differingTables(past.past, fresh.plan, fresh.study), ...past.gaps])
  const known = Object.keys(past.past.tables)
  const replaced = isOther || known.every((id) => differing.has(id)) ? ours : differing
  const whole = replaced === ours
  const leaving = leavingOf(session, replaced)
  const switching: Switching = {
    from: past.dataset,
    to: config.dataset,
    tables: Object.entries(leaving.counts)
      .map(([table, removed]) => ({ table, removed }))
      .sort((a, b) => (a.table < b.table ? -1 : 1)),
    kept: whole ? [] : known.filter((id) => !replaced.has(id)).sort(),
  }
  const prepared = whole ? fresh : await planAs(session, past.past, replaced)
  return { switching, replaced: [...replaced], whole, prepared }
}

/** The plan for the database without our rows in these tables. */
const planAs = (session: Session, past: Past, gone: ReadonlySet<ObjectId>): Promise<Prepared> =>
  preparePlan({ ...session, past: withoutTables(past, gone), leaving: leavingOf(session, gone) })

function withoutTables(past: Past, gone: ReadonlySet<ObjectId>): Past {
  const tables = Object.fromEntries(Object.entries(past.tables).filter(([id]) => !gone.has(id)))
  const assetPools = past.assetPools?.filter(({ table }) => !gone.has(table))
  return {
    ...past,
    tables,
    seed: Object.keys(tables).length === 0 ? null : past.seed,
    ...(assetPools === undefined ? {} : { assetPools }),
    emptied: [...gone],
  }
}

/** Rows that triggers made go with the last of the tables that they were made for. */
function leavingOf({ past: { history } }: Session, gone: ReadonlySet<ObjectId>): Leaving {
  const counts: Record<ObjectId, number> = {}
  const add = (table: ObjectId, rows: number): void => {
    counts[table] = (counts[table] ?? 0) + rows
  }
  const own = history.own.filter(({ table }) => gone.has(table))
  for (const { table, from, to } of own) add(table, to - from)
  for (const { table, by, keys } of history.made)
    if (gone.has(table) || (by.length > 0 && by.every((id) => gone.has(id)))) add(table, keys.length)
  return { own, counts }
}

function refuseInPart({ config, past }: Session): void {
  const flag = (['only', 'except'] as const).map((name) => config.said[name]).find((who) => who?.startsWith('--'))
  if (flag === undefined) return
  throw new SeedError({
    code: 'dataset-in-part',
    message: `${spell(past.dataset)} is there, and ${spell(config.dataset)} takes its place as a whole.`,
    place: { path: 'dataset' },
    found: flag,
    next: `Leave ${flag} out, or go on with what is there${past.dataset === null ? '' : `: --dataset ${past.dataset}`}.`,
  })
}

const spell = (dataset: string | null): string => (dataset === null ? 'The shared rest' : `dataset ${dataset}`)
