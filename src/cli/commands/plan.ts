import { renderFindings } from '../../report/render-findings.ts'
import { renderPlan } from '../../report/render-plan.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed plan`: what seed would do. Nothing is written. */
export async function plan(context: Context): Promise<number> {
  const { runPlan } = await import('../../run.ts')
  const { preview } = await runPlan({
    ...runOptions(context, context.flags.rehearse ?? false),
    rehearse: context.flags.rehearse ?? false,
  })
  show(
    context,
    preview,
    (page) => renderPlan(preview, page),
    (page) =>
      renderFindings(
        [...preview.dangers, ...preview.findings].filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return 0
}
