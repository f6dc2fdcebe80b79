import type { ExportedFile, ExportReport } from '../model/reports/export-report.ts'
import { printable } from './printable.ts'
import { renderFindings } from './render-findings.ts'
import { renderTable } from './render-table.ts'
import { spellBytes, spellDuration, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'

/** Files for buckets that are listed at most. */
const SHOWN = 20

/** What `export` prints. */
export function renderExport(report: ExportReport, check: boolean, page: Page): string {
  const { files, uploads, stale, configLines, findings, now, seed } = report
  const columns = [{ title: 'file', flexible: true }, { title: 'size', align: 'right' as const }, { title: '' }]
  // Of files as they are there may be very many.
  const shown = [...files, ...uploads.filter(({ state }) => state !== 'unchanged').slice(0, SHOWN)]
  const rows = shown.map(({ file, bytes, state }) => [printable(file), spellBytes(bytes), state])
  const gone = stale.map((file) => [printable(file), '', check ? 'no longer wanted' : 'removed'])
  const notes = renderFindings(findings, page)
  return [
    [headOf(report, check), ...uploadsOf(report, check)].join('\n'),
    renderTable(columns, [...rows, ...gone], page).join('\n'),
    ...(check && !report.ok ? ['Next: run supa-seed export, and commit what it writes.'] : []),
    ...(configLines === null
      ? []
      : [`supabase/config.toml does not name these files. For supabase db reset to take them:\n\n${configLines}`]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    page.style.dim(`seed ${printable(seed)} · time columns hang on ${now}`),
  ].join('\n\n')
}

function headOf({ ok, files, stale, tables, folder, timings }: ExportReport, check: boolean): string {
  const total = tables.reduce((sum, { rows }) => sum + rows, 0)
  const time = spellDuration(Object.values(timings).reduce((sum, one) => sum + one, 0))
  const where = printable(folder)
  if (check)
    return ok ? `${where} holds what would be written: ${spellRows(total)}.` : `${where} is not what would be written.`
  const written = files.filter(({ state }) => state === 'written').length
  if (written + stale.length === 0) return `${where} is as it should be: ${spellRows(total)}.`
  return `Wrote ${spellRows(total)} of ${tables.length} tables into ${spellFiles(files)} in ${where}, in ${time}.`
}

function uploadsOf({ uploads }: ExportReport, check: boolean): readonly string[] {
  if (uploads.length === 0) return []
  const changed = uploads.filter(({ state }) => state !== 'unchanged').length
  const all = spellFiles(uploads)
  if (changed === 0) return [`supabase/seed-files is as it should be: ${all} for buckets.`]
  return check
    ? [`supabase/seed-files is not as it should be: ${changed} of ${all} for buckets.`]
    : [`Copied ${changed} of ${all} for buckets to supabase/seed-files.`]
}

const spellFiles = ({ length }: readonly ExportedFile[]): string => `${length} ${length === 1 ? 'file' : 'files'}`
