import { SeedError } from '../../model/seed-error.ts'
import { printable } from '../../report/printable.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { renderReport } from '../../report/render-report.ts'
import { confirmSwitch } from '../confirm-switch.ts'
import { type Context, runOptions, say, show } from '../context.ts'
import { showProgress } from '../progress.ts'
import { plan } from './plan.ts'

/** `supa-seed seed`: writes what the plan says. */
export async function seed(context: Context): Promise<number> {
  const { flags, terminal } = context
  if (flags.dryRun && flags.report !== undefined) throw nothingToReport()
  if (flags.dryRun) return plan(context)
  const { reportFile, runSeed } = await import('../../run.ts')
  const page =
    flags.report === undefined
      ? null
      : await reportFile(flags.report, { cwd: terminal.cwd, overwrite: flags.yes ?? false })
  const progress = showProgress(context)
  try {
    const report = await runSeed({
      ...runOptions(context, true),
      onProgress: progress.on,
      onSwitch: async (switching) => {
        progress.end()
        await confirmSwitch(switching, context)
      },
      onPassword: shownOnce(context, progress.end, 'New users of', 'sign in with'),
      onFactorSecret: shownOnce(context, progress.end, 'Second factors of new users of', 'have the secret'),
      ...(flags.rehearsal === false ? { rehearsal: false } : {}),
      ...(flags.restore ? { restore: true } : {}),
    })
    progress.end()
    show(
      context,
      report,
      (page) => renderReport(report, page),
      (page) => renderFindings([...report.errors, ...report.warnings], page),
    )
    await page?.write(report)
    if (page !== null) say(context, `Report: ${printable(page.path)}`)
    return report.ok ? 0 : 1
  } finally {
    progress.end()
  }
}

/** Only to somebody who is there: nothing of it goes to a log. */
function shownOnce({ flags, terminal, page }: Context, before: () => void, who: string, what: string) {
  if (!terminal.interactive || flags.json || flags.yes) return undefined
  return (secret: string, host: string): void => {
    before()
    terminal.err(`${who} ${host} ${what} ${page.style.bold(secret)} (shown once)\n`)
  }
}

const nothingToReport = (): SeedError =>
  new SeedError({
    code: 'usage',
    message: 'A dry run writes nothing, so there is nothing to report.',
    next: 'Leave out --dry-run or --report.',
  })
