import type { CleanupReport, ResetReport } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { renderFindings } from './render-findings.ts'
import { renderTable } from './render-table.ts'
import { spellCount, spellDuration, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'

/** What `cleanup` prints. */
export function renderCleanup(report: CleanupReport, page: Page): string {
  const removed = report.tables.reduce((sum, one) => sum + one.removed, 0)
  const head =
    removed === 0
      ? 'There was nothing of supa-seed to remove.'
      : `Removed ${spellRows(removed)} of supa-seed, nothing else.`
  const rows = report.tables
    .filter((one) => one.removed > 0 || one.note !== undefined)
    .map(({ table, removed, note }) => [table, spellCount(removed), note ?? ''])
  return lay(report, head, ['removed'], rows, page)
}

/** What `reset` prints. */
export function renderReset(report: ResetReport, page: Page): string {
  const removed = report.tables.reduce((sum, one) => sum + one.removed, 0)
  const restored = report.tables.reduce((sum, one) => sum + one.restored, 0)
  const head = report.everything
    ? `Removed ${spellRows(removed)}: the tables of the app are empty.`
    : `Restored ${spellRows(restored)}.`
  const rows = report.tables.map(({ table, removed, restored, note }) => [
    table,
    spellCount(removed),
    spellCount(restored),
    note ?? '',
  ])
  return lay(report, head, ['removed', 'restored'], rows, page)
}

function lay(
  { ok, findings, timings }: CleanupReport | ResetReport,
  head: string,
  numbers: readonly string[],
  rows: readonly (readonly string[])[],
  page: Page,
): string {
  const { style } = page
  const total = Object.values(timings).reduce((sum, time) => sum + time, 0)
  const columns = [
    { title: 'table', flexible: true },
    ...numbers.map((title) => ({ title, align: 'right' as const })),
    { title: '', flexible: true },
  ]
  return [
    `${style.bold(ok ? style.green(head) : style.red(head))} ${style.dim(spellDuration(total))}`,
    rows.length === 0
      ? ''
      : renderTable(
          columns,
          rows.map((row) => row.map(printable)),
          page,
        ).join('\n'),
    renderFindings(findings, page).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
