import type { StatusReport } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { renderFindings } from './render-findings.ts'
import { renderTable } from './render-table.ts'
import { spellCount, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'

/** What `status` prints. */
export function renderStatus(report: StatusReport, page: Page): string {
  const { style } = page
  const own = report.tables.reduce((sum, { seeded }) => sum + seeded, 0)
  const missing = report.tables.reduce((sum, one) => sum + one.missing, 0)
  const filled = report.tables.filter(({ seeded }) => seeded > 0).length
  const head = [
    own === 0
      ? 'Nothing of supa-seed is here.'
      : `${spellRows(own)} of supa-seed in ${filled} ${filled === 1 ? 'table' : 'tables'}, ${report.dataset === null ? '' : `dataset ${printable(report.dataset)}, `}seed ${printable(report.seed)}.`,
    ...(missing > 0 && !report.unfinished
      ? [style.yellow(`${spellRows(missing)} of supa-seed ${missing === 1 ? 'is' : 'are'} gone.`)]
      : []),
    ...(report.unfinished ? [style.yellow(`A run was interrupted: ${spellRows(missing)} are not there yet.`)] : []),
  ]
  const rows = report.tables.map(({ table, seeded, missing, others, note }) => [
    printable(table),
    spellCount(seeded),
    missing === 0 ? '' : spellCount(missing),
    others === null ? '?' : spellCount(others),
    printable(note ?? ''),
  ])
  const number = (title: string) => ({ title, align: 'right' as const })
  const columns = [
    { title: 'table', flexible: true },
    number('seeded'),
    number('missing'),
    number('others'),
    { title: '', flexible: true },
  ]
  const findings = renderFindings(report.findings, page)
  const next = report.unfinished
    ? 'Next: supa-seed seed goes on with it, supa-seed cleanup removes it.'
    : own === 0
      ? 'Next: supa-seed plan shows what seed would write.'
      : 'Next: supa-seed reset restores the seeded rows, supa-seed cleanup removes them.'
  return [
    head.join('\n'),
    rows.length === 0 ? '' : renderTable(columns, rows, page).join('\n'),
    findings.join('\n'),
    next,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
