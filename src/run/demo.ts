import type { DemoProgress, DemoReport, DemoStep } from '../model/demo-report.ts'
import type { Plan } from '../model/plan.ts'
import type { Progress, Report } from '../model/report.ts'
import { demoFolder } from './demo-folder.ts'
import { seedSession } from './seed.ts'
import { type RunOptions, withSession } from './session.ts'
import { verifySession } from './verify.ts'

export interface DemoOptions {
  readonly cwd: string
  /** Where the demo lives, from `cwd`. Default: `supa-seed-demo`. */
  readonly dir?: string
  readonly signal?: AbortSignal
  readonly onStep?: (event: DemoProgress) => void
  readonly onProgress?: (event: Progress) => void
}

const FOLDER = 'supa-seed-demo'

/**
 * From nothing to a lively application: copies the example into a folder, applies its migrations to an embedded database there, seeds it by the
 * folder's own configuration, and verifies. Run again it changes nothing. Neither variables of the environment nor databases elsewhere matter.
 * @throws SeedError `demo-folder-taken`, `demo-folder-unwritable`, and what `seed` and `verify` throw
 */
export async function runDemo({ cwd, dir = FOLDER, signal, onStep, onProgress }: DemoOptions): Promise<DemoReport> {
  const start = performance.now()
  const steps = watchSteps(onStep)
  steps.begin('files')
  const folder = await demoFolder(dir, cwd)
  steps.end(folder.copied, folder.shown)
  steps.begin('database')
  const options: RunOptions = {
    cwd: folder.path,
    env: {},
    flags: { embedded: true },
    onStart: () => {
      steps.end(0, folder.shown)
      steps.begin('migrations')
    },
    onMigrations: ({ files }) => steps.end(files.length, folder.shown),
    ...(signal === undefined ? {} : { signal }),
  }
  const results = await withSession(options, true, async (session) => {
    steps.begin('plan')
    const report = await seedSession(session, {
      signal,
      onProgress,
      onPlan: async (plan) => {
        steps.end(pending(plan), folder.shown)
        if (pending(plan) > 0) steps.begin('load')
        return true
      },
    })
    const written = rowsWritten(report)
    if (written > 0) steps.end(written, folder.shown)
    steps.begin('verify')
    const verify = await verifySession(session, { again: written > 0 })
    steps.end(verify.checks.filter(({ result }) => result === 'passed').length, folder.shown)
    return { report, verify }
  })
  const { report, verify } = results
  return {
    ok: report.ok && verify.ok,
    folder: folder.shown,
    copied: folder.copied,
    report,
    verify,
    milliseconds: Math.round(performance.now() - start),
  }
}

const pending = (plan: Plan): number => plan.tables.reduce((sum, { rows, present }) => sum + rows - present, 0)

/** Rows that were inserted and then enriched count once. */
const rowsWritten = ({ tables }: Report): number =>
  tables.reduce((sum, { inserted, updated }) => sum + Math.max(inserted, updated), 0)

/** Tells of each step with its time. */
function watchSteps(tell: DemoOptions['onStep']) {
  let step: DemoStep | null = null
  let since = 0
  return {
    begin(next: DemoStep): void {
      step = next
      since = performance.now()
      tell?.({ kind: 'begun', step })
    },
    end(count: number, folder: string): void {
      if (step === null) return
      tell?.({ kind: 'done', step, count, folder, milliseconds: Math.round(performance.now() - since) })
      step = null
    },
  }
}
