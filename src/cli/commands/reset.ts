import type { Config } from '../../model/config.ts'
import type { Address } from '../../model/database.ts'
import { renderAddress } from '../../report/render-address.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { renderReset } from '../../report/render-removal.ts'
import { confirm } from '../consent.ts'
import { type Context, runOptions, show } from '../context.ts'

/** `supa-seed reset`: restores the seeded rows, or (`--everything`) empties the app's tables. */
export async function reset(context: Context): Promise<number> {
  const { runReset } = await import('../../run.ts')
  const everything = context.flags.everything ?? false
  const options = runOptions(context, true)
  const onStart = async (address: Address, config: Config, production: string | null): Promise<void> => {
    await options.onStart(address, config, production)
    if (everything) await confirm(`Empty all tables of the app in ${renderAddress(address)}?`, true, context)
  }
  const report = await runReset({ ...options, onStart, everything })
  show(
    context,
    report,
    (page) => renderReset(report, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return report.ok ? 0 : 1
}
