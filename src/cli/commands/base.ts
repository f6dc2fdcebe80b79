import { renderBase } from '../../report/render-base.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed base`: lays the Supabase-shaped base on an empty database. */
export async function base(context: Context): Promise<number> {
  const { runBase } = await import('../../run.ts')
  // What was applied is part of the result.
  const options = { ...runOptions(context, true), onMigrations: undefined }
  const report = await runBase({ ...options, migrations: context.flags.migrations ?? false })
  show(
    context,
    report,
    (page) => renderBase(report, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return 0
}
