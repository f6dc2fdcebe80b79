import { renderFindings } from '../../report/render-findings.ts'
import { renderCleanup } from '../../report/render-removal.ts'
import { spellRows } from '../../report/spell-number.ts'
import { confirm } from '../consent.ts'
import { type Context, runOptions, say, show } from '../context.ts'

/** `supa-seed cleanup`: removes exactly what was seeded. */
export async function cleanup(context: Context): Promise<number> {
  const { runCleanup, runStatus } = await import('../../run.ts')
  const asked = context.terminal.interactive && !context.flags.yes && !context.flags.json
  const options = runOptions(context, true)
  if (asked) {
    const { tables } = await runStatus(options)
    const rows = tables.reduce((sum, { seeded }) => sum + seeded, 0)
    const filled = tables.filter(({ seeded }) => seeded > 0)
    say(
      context,
      `${spellRows(rows)} of supa-seed: ${filled.map(({ table, seeded }) => `${table} ${seeded}`).join(', ')}`,
    )
    if (rows > 0) await confirm('Remove them?', false, context)
  }
  const report = await runCleanup(asked ? { ...options, onStart: undefined } : options)
  show(
    context,
    report,
    (page) => renderCleanup(report, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return report.ok ? 0 : 1
}
