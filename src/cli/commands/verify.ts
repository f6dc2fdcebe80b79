import { renderFindings } from '../../report/render-findings.ts'
import { renderVerify } from '../../report/render-verify.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed verify`: whether all that was promised is there and works. Nothing is written. */
export async function verify(context: Context): Promise<number> {
  const { runVerify } = await import('../../run.ts')
  const report = await runVerify(runOptions(context, false))
  show(
    context,
    report,
    (page) => renderVerify(report, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return report.ok ? 0 : 1
}
