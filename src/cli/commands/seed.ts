import { renderFindings } from '../../report/render-findings.ts'
import { renderReport } from '../../report/render-report.ts'
import { type Context, runOptions, show } from '../context.ts'
import { showProgress } from '../progress.ts'
import { plan } from './plan.ts'

/** `supa-seed seed`: writes what the plan says. */
export async function seed(context: Context): Promise<number> {
  if (context.flags.dryRun) return plan(context)
  const { runSeed } = await import('../../run.ts')
  const progress = showProgress(context)
  try {
    const report = await runSeed({ ...runOptions(context, true), onProgress: progress.on })
    progress.end()
    show(
      context,
      report,
      (page) => renderReport(report, page),
      (page) => renderFindings([...report.errors, ...report.warnings], page),
    )
    return report.ok ? 0 : 1
  } finally {
    progress.end()
  }
}
