import { renderFindings } from '../../report/render-findings.ts'
import { renderStatus } from '../../report/render-status.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed status`: which rows of supa-seed are there. Nothing is written. */
export async function status(context: Context): Promise<number> {
  const { runStatus } = await import('../../run.ts')
  const report = await runStatus(runOptions(context, false))
  show(
    context,
    report,
    (page) => renderStatus(report, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return report.ok ? 0 : 1
}
