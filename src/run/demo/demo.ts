import type { Plan } from '../../model/plan.ts'
import type { DemoProgress, DemoReport, DemoStep } from '../../model/reports/demo-report.ts'
import type { Progress } from '../../model/reports/report.ts'
import { rowsWritten } from '../../report/rows-written.ts'
import { seedSession } from '../seed.ts'
import { type RunOptions, withSession } from '../session.ts'
import { verifySession } from '../verify.ts'
import { demoFolder } from './demo-folder.ts'

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
  const steps = watchSteps(onStep)
  steps.begin('files')
  const { path, shown, copied } = await demoFolder(dir, cwd)
  steps.end(copied, shown)
  steps.begin('database')
  const options: RunOptions = {
    cwd: path,
    env: {},
    flags: { embedded: true },
    onStart: () => {
      steps.end(0, shown)
      steps.begin('migrations')
    },
    onMigrations: ({ files }) => steps.end(files.length, shown),
    ...(signal === undefined ? {} : { signal }),
  }
  const { report, verify } = await withSession(options, true, async (session) => {
    steps.begin('plan')
    const report = await seedSession(session, {
      signal,
      onProgress,
      onPlan: async (plan) => {
        steps.end(rowsToCome(plan), shown)
        steps.begin('load')
        return true
      },
    })
    const rows = rowsWritten(report)
    if (rows > 0) steps.end(rows, shown)
    steps.begin('verify')
    const verify = await verifySession(session, { again: rows > 0 })
    steps.end(verify.checks.filter(({ result }) => result === 'passed').length, shown)
    return { report, verify }
  })
  return { ok: report.ok && verify.ok, folder: shown, copied, report, verify, timings: steps.timings }
}

const rowsToCome = (plan: Plan): number => plan.tables.reduce((sum, { rows, present }) => sum + rows - present, 0)

/** Tells of each step, and how long it took. One that is followed by another without an end had nothing to do. */
function watchSteps(tell: DemoOptions['onStep']) {
  const timings: Partial<Record<DemoStep, number>> = {}
  let step: DemoStep | null = null
  let since = 0
  return {
    timings,
    begin(next: DemoStep): void {
      step = next
      since = performance.now()
      tell?.({ kind: 'begun', step })
    },
    end(count: number, folder: string): void {
      if (step === null) return
      const milliseconds = Math.round(performance.now() - since)
      timings[step] = milliseconds
      tell?.({ kind: 'done', step, count, folder, milliseconds })
      step = null
    },
  }
}
