import type { VerifyReport } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { renderChecks } from './render-checks.ts'
import { renderFindings } from './render-findings.ts'
import { renderVisible } from './render-visible.ts'
import { spellDuration } from './spell-number.ts'
import type { Page } from './style.ts'

/** What `verify` prints: the checks, what users see, findings. */
export function renderVerify(report: VerifyReport, page: Page): string {
  const { style } = page
  const findings = renderFindings(report.findings, page)
  const parts = [
    [headline(report, page), style.dim(about(report))],
    renderChecks(report.checks, page),
    renderVisible(report.visible, page),
    findings.length === 0 ? [] : [style.bold('Findings'), ...findings],
    report.ok ? [] : ['Next: supa-seed status shows what is there, supa-seed reset restores it.'],
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function headline({ ok, checks }: VerifyReport, { style }: Page): string {
  const failed = checks.filter(({ result }) => result === 'failed').length
  const judged = checks.filter(({ result }) => result !== 'skipped').length
  return ok
    ? style.bold(style.green(`Verified: ${judged} of ${checks.length} checks passed, none failed.`))
    : style.bold(style.red(`Not as promised: ${failed} of ${checks.length} checks failed.`))
}

function about({ seed, run, timings }: VerifyReport): string {
  const total = Object.values(timings).reduce((sum, time) => sum + time, 0)
  const parts = [
    spellDuration(total),
    `seed ${printable(seed)}`,
    run === null ? null : `plan ${printable(run.slice(0, 12))}`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
