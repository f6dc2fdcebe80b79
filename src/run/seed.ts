import { load } from '../load/load.ts'
import { readPast } from '../load/read-past.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan } from '../model/plan.ts'
import type { Preview, Switching } from '../model/reports/preview.ts'
import type { Progress, Report } from '../model/reports/report.ts'
import { SeedError } from '../model/seed-error.ts'
import { tellNewer } from '../plan/generators/tell-generators.ts'
import { preview } from '../report/preview.ts'
import { spellRows } from '../report/spell-number.ts'
import { type Loaded, summarise } from '../report/summarise.ts'
import { compileRows } from '../values/rows/rows.ts'
import { tellAuth } from './auth/tell-auth.ts'
import { readyAuth, userMaker } from './auth/user-maker.ts'
import { carryOut } from './carry-out.ts'
import { planSwitch } from './datasets/plan-switch.ts'
import { type Switched, switchDataset } from './datasets/switch-dataset.ts'
import { toldAfterSwitch } from './datasets/told-after-switch.ts'
import { refuseUnknownDataset, unknownDatasetThere } from './datasets/unknown-dataset-there.ts'
import { keepGiven, tellGivenBefore } from './given/keep-given.ts'
import { keepManifest } from './manifest/keep-manifest.ts'
import { manifestFile } from './manifest/write-manifest.ts'
import { moveDates, tellMoves } from './planning/move-dates.ts'
import { type Prepared, preparePlan } from './planning/prepare.ts'
import { refuseLostAssets } from './refuse-lost-assets.ts'
import { rehearsed, writes } from './rehearse.ts'
import { giveFactorSecrets } from './secrets/give-factor-secrets.ts'
import { refuseKnownSecrets } from './secrets/refuse-known-secrets.ts'
import { withOwnPassword } from './secrets/with-own-password.ts'
import { clock, type RunOptions, type Session, withSession } from './session.ts'
import { signInsOf } from './sign-ins.ts'
import { readyBuckets } from './uploads/ready-buckets.ts'
import { storeFiles } from './uploads/store-files.ts'
import { tellUploads } from './uploads/tell-uploads.ts'

export interface SeedOptions extends RunOptions {
  /** Told what is removed because another dataset is there, before that. May throw to refuse. */
  readonly onSwitch?: (switching: Switching) => Promise<void>
  /** Shown the plan before anything is written; false stops the run. */
  readonly onPlan?: (plan: Plan, preview: Preview) => Promise<boolean>
  readonly onProgress?: (event: Progress) => void
  /** Somebody reads a terminal and nothing else does: told the password that was made for users elsewhere, before they are written. Absent: none is made. */
  readonly onPassword?: ((password: string, host: string) => void) | undefined
  /** The same of a secret for second factors, once their rows are written. */
  readonly onFactorSecret?: ((secret: string, host: string) => void) | undefined
  /** False: the plan is not rehearsed before anything is written. Default true. */
  readonly rehearsal?: boolean
  /** Fixtures that the application changed are set back. Default false: they are told. */
  readonly restore?: boolean
}

export interface PlanOptions extends RunOptions {
  /** Rehearse the plan: nothing of it stays in the database, and lessons are written down. Default false. */
  readonly rehearse?: boolean
}

/** The whole story. @throws SeedError; `code` `declined` when `onPlan` said no. */
export function runSeed(options: SeedOptions): Promise<Report> {
  return withSession(options, true, (session) => seedSession(session, options))
}

/** `runSeed` over an open session. */
export async function seedSession(session: Session, options: SeedingOptions): Promise<Report> {
  await manifestFile(session)
  const resumed = await finishOpenRun(session, options)
  try {
    const switched = await replaceDataset({ ...session, past: resumed.past }, options)
    if (switched === null) return await seedAfter(session, options, resumed)
    const { onPlan: _, ...rest } = options
    return await seedSwitched(session, rest, resumed, switched)
  } catch (error) {
    throw toldAfter(resumed.loaded, error)
  }
}

type SeedingOptions = Pick<
  SeedOptions,
  'onSwitch' | 'onPlan' | 'onProgress' | 'onPassword' | 'onFactorSecret' | 'signal' | 'rehearsal' | 'restore'
>

/** Makes room for the chosen dataset where another one is there; null where none is. What happens is shown before. */
async function replaceDataset(session: Session, options: SeedingOptions): Promise<Switched | null> {
  const planned = await clock(session.timings, 'plan', () => planSwitch(session))
  if (planned === null) return null
  await showPlan(session, planned.prepared.plan, options, planned.switching)
  await options.onSwitch?.(planned.switching)
  return switchDataset(session, planned)
}

/** Seeds what the chosen dataset has and the one before had not. */
async function seedSwitched(
  session: Session,
  options: SeedingOptions,
  resumed: Resumed,
  { past, switching, findings }: Switched,
): Promise<Report> {
  const loaded = { ...resumed.loaded, findings: [...resumed.loaded.findings, ...findings] }
  try {
    const report = await seedAfter(session, options, { past, loaded })
    return { ...report, switching }
  } catch (error) {
    throw toldAfterSwitch(switching, error)
  }
}

/** @throws SeedError `declined` */
async function showPlan(
  session: Session,
  plan: Plan,
  { onPlan }: Pick<SeedOptions, 'onPlan'>,
  switching: Switching | null = null,
): Promise<void> {
  if (onPlan === undefined || (await onPlan(plan, previewOf(session, plan, switching)))) return
  throw new SeedError({
    code: 'declined',
    message: 'Nothing of this plan was written.',
    next: 'Run it again and say yes, or use --yes.',
  })
}

const previewOf = ({ assets, catalog, config }: Session, plan: Plan, switching: Switching | null = null): Preview =>
  preview(plan, compileRows(plan, assets), catalog, { dataset: config.dataset, switching })

/** What there is to seed once no run is open. */
async function seedAfter(opened: Session, options: SeedingOptions, resumed: Resumed): Promise<Report> {
  refuseGaps(resumed.past.gaps)
  const planOf = (session: Session): Promise<Prepared> =>
    clock(session.timings, 'plan', () => preparePlan({ ...session, past: resumed.past.past }))
  const { session, planned } = await withOwnPassword(
    opened,
    await planOf(opened),
    planOf,
    options.onPassword,
    options.onFactorSecret !== undefined,
  )
  refuseUnknownDataset({ ...session, past: resumed.past }, planned)
  const prepared =
    options.rehearsal === false
      ? planned
      : await clock(session.timings, 'rehearse', () => rehearsed(session, planned, { signal: options.signal }))
  const { plan } = prepared
  await showPlan(session, plan, options)
  await clock(session.timings, 'auth', () => readyAuth(session, plan, options.signal))
  const kept = await clock(session.timings, 'given', () =>
    keepGiven(session, prepared, resumed.past, options.restore ?? false),
  )
  const shifted = await moveDates(session, prepared, resumed.past)
  const before = merge(merge(resumed.loaded, { ...NOTHING_LOADED, ...kept }), { ...NOTHING_LOADED, ...shifted.loaded })
  const bucketed = await clock(session.timings, 'buckets', () => readyBuckets(session, plan, options.signal))
  const store = (written: Plan) =>
    clock(session.timings, 'files', () => storeFiles(session, written, bucketed, options.signal))
  const secure = (written: Plan) =>
    giveFactorSecrets(session, { plan: written, secrets: prepared.secrets }, options.onFactorSecret)
  if (!writes(plan)) {
    const findings = [...before.findings, ...(await store(plan)), ...(await secure(plan))]
    return report(session, withoutResumed(prepared, before), { ...before, findings })
  }
  const { result, earlier, ...done } = await carryOut(session, prepared, shifted.past, options)
  const { findings, stages } = done.prepared.plan
  return report(
    session,
    { ...withoutResumed(done.prepared, before), plan: { ...result.plan, findings } },
    merge(merge(before, { run: null, made: {}, stages: 0, timings: {}, ...earlier }), {
      ...byTable(result.tables),
      run: result.run,
      made: result.made,
      findings: [...result.findings, ...(await store(result.plan)), ...(await secure(result.plan))],
      stages: result.findings.some((one) => one.level === 'error') ? 0 : stages.length,
      timings: {},
    }),
    result.rows,
  )
}

/** Nothing is written: what `seed` would do. */
export function runPlan(options: PlanOptions): Promise<{ plan: Plan; preview: Preview }> {
  return withSession(options, false, (session) => planSession(session, options))
}

/** `runPlan` over an open session. */
export async function planSession(
  session: Session,
  { rehearse = false }: Pick<PlanOptions, 'rehearse'> = {},
): Promise<{ plan: Plan; preview: Preview }> {
  const change = await clock(session.timings, 'plan', () => planSwitch(session))
  const planned =
    change?.prepared ??
    (await clock(session.timings, 'plan', () => preparePlan({ ...session, past: session.past.past })))
  await refuseKnownSecrets(session, planned)
  // Rows that are still there would be in the way.
  const { plan } =
    rehearse && change === null ? await clock(session.timings, 'rehearse', () => rehearsed(session, planned)) : planned
  const open = session.past.history.unfinished
  const told =
    open === null
      ? plan
      : {
          ...plan,
          findings: [
            ...plan.findings,
            finding(
              'run-unfinished',
              'warning',
              {},
              'An earlier run was interrupted; the next seed finishes it first.',
              { next: 'supa-seed seed' },
            ),
          ],
        }
  const findings = [
    ...session.past.findings,
    ...told.findings,
    ...[unknownDatasetThere(session, planned) ?? []].flat(),
    ...(rehearse && change !== null ? [notRehearsed()] : []),
    ...tellNewer(told),
    ...(await tellGivenBefore(session, planned, session.past)),
    ...tellMoves(session, { plan: told, moved: planned.moved }),
    ...tellAuth(session, told),
    ...tellUploads(session, told),
  ]
  const full = { ...told, findings }
  return { plan: full, preview: previewOf(session, full, change?.switching) }
}

const notRehearsed = (): Finding =>
  finding(
    'not-rehearsed',
    'info',
    {},
    'The plan was not rehearsed: the rows of the dataset that is there would be in its way. seed rehearses it once they are gone.',
  )

function refuseGaps(gaps: readonly ObjectId[]): void {
  const [table] = gaps
  if (table === undefined) return
  throw new SeedError({
    code: 'rows-in-between',
    message: `Some rows of an earlier run are there and earlier ones of the same table are not: ${gaps.join(', ')}.`,
    place: { table },
    next: 'Remove them with supa-seed cleanup, then run supa-seed seed.',
  })
}

/** What is known once an interrupted run was finished; `loaded`: what that wrote. */
interface Resumed {
  readonly past: Session['past']
  readonly loaded: Loaded
}

/** An interrupted run is finished by its frozen plan before anything new is planned. */
async function finishOpenRun(session: Session, options: Pick<SeedOptions, 'onProgress' | 'signal'>): Promise<Resumed> {
  const open = session.past.history.unfinished
  const nothing: Loaded = {
    run: null,
    inserted: {},
    updated: {},
    made: {},
    findings: session.past.findings,
    stages: 0,
    timings: {},
  }
  if (open === null) return { past: session.past, loaded: nothing }
  if (open.plan.catalogHash !== session.catalog.hash)
    throw new SeedError({
      code: 'schema-changed',
      message:
        'An earlier run was interrupted, and the schema has changed since: it cannot be finished as it was planned.',
      next: 'Remove what it wrote with supa-seed cleanup, then run supa-seed seed.',
    })
  refuseLostAssets(open.plan, session.assets, session.past.history)
  const result = await clock(session.timings, 'resume', () =>
    load({
      db: session.db,
      plan: open.plan,
      assets: session.assets,
      journal: session.journal,
      history: session.past.history,
      reference: session.past.history.reference ?? [],
      jobs: session.config.jobs,
      maker: userMaker(session),
      onProgress: options.onProgress,
      signal: options.signal,
    }),
  )
  const note = finding('run-finished', 'info', {}, 'An earlier run that was interrupted has been finished first.')
  await session.journal.reread()
  const past = await readPast(session.db, session.journal, { assets: session.assets })
  return {
    past,
    loaded: {
      ...nothing,
      ...byTable(result.tables),
      run: result.run,
      made: result.made,
      findings: [...nothing.findings, note, ...result.findings],
    },
  }
}

/** An error that says that nothing was written, after an interrupted run was finished in the same call: then something was. */
function toldAfter({ inserted, updated }: Loaded, error: unknown): unknown {
  const rows = [...Object.values(inserted), ...Object.values(updated)].reduce((sum, one) => sum + one, 0)
  if (rows === 0 || !(error instanceof SeedError) || error.exitCode !== 2) return error
  return new SeedError({
    ...error,
    message: error.message,
    next: `${error.next} What an interrupted run still lacked was written first (${spellRows(rows)}) and stays.`,
    exitCode: 1,
    cause: error.cause,
  })
}

const NOTHING_LOADED: Loaded = {
  run: null,
  inserted: {},
  updated: {},
  made: {},
  findings: [],
  stages: 0,
  timings: {},
}

function byTable(
  tables: readonly { table: ObjectId; inserted: number; updated: number }[],
): Pick<Loaded, 'inserted' | 'updated'> {
  return {
    inserted: Object.fromEntries(tables.map((one) => [one.table, one.inserted])),
    updated: Object.fromEntries(tables.map((one) => [one.table, one.updated])),
  }
}

function merge(a: Loaded, b: Loaded): Loaded {
  const add = (
    left: Readonly<Record<string, number>>,
    right: Readonly<Record<string, number>>,
  ): Record<string, number> => {
    const sum = { ...left }
    for (const [key, value] of Object.entries(right)) sum[key] = (sum[key] ?? 0) + value
    return sum
  }
  return {
    run: b.run ?? a.run,
    inserted: add(a.inserted, b.inserted),
    updated: add(a.updated, b.updated),
    made: add(a.made, b.made),
    findings: [...a.findings, ...b.findings],
    stages: b.stages,
    timings: {},
  }
}

/** Rows that an interrupted run still lacked were written by this call: they were not there before. */
function withoutResumed(prepared: Prepared, { inserted }: Loaded): Prepared {
  const counts = Object.entries(prepared.counts).map(([table, rows]): [ObjectId, number | null] => [
    table,
    rows === null ? null : Math.max(0, rows - (inserted[table] ?? 0)),
  ])
  return { ...prepared, counts: Object.fromEntries(counts) }
}

/** `rows`: those of the plan, where they are compiled already. */
async function report(
  session: Session,
  prepared: Prepared,
  loaded: Loaded,
  rows = compileRows(prepared.plan, session.assets),
): Promise<Report> {
  await clock(session.timings, 'manifest', () => keepManifest(session, prepared, rows))
  const stages = loaded.stages === 0 && !writes(prepared.plan) ? prepared.plan.stages.length : loaded.stages
  return summarise(
    prepared.plan,
    { ...loaded, stages, timings: session.timings },
    {
      address: session.db.address,
      counts: prepared.counts,
      framework: prepared.study.framework,
      catalog: session.catalog,
      rows,
      signIns: await signInsOf(session, prepared, rows),
      dataset: session.config.dataset,
    },
  )
}
