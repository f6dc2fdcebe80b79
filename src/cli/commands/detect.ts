import { renderDetect } from '../../report/render-detect.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed detect`: what kind of schema it is, and what its columns mean. Nothing is written. */
export async function detect(context: Context): Promise<number> {
  const { runDetect } = await import('../../run.ts')
  const report = await runDetect({ ...runOptions(context, false), columns: context.flags.columns ?? false })
  show(
    context,
    report,
    (page) => renderDetect(report, page),
    () => [],
  )
  return 0
}
