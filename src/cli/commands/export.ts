import type { ExportFormat } from '../../model/reports/export-report.ts'
import { SeedError } from '../../model/seed-error.ts'
import { renderExport } from '../../report/render-export.ts'
import { renderFindings } from '../../report/render-findings.ts'
import { type Context, runOptions, show } from '../context.ts'

const FORMATS: readonly string[] = ['sql', 'csv', 'copy'] satisfies ExportFormat[]

/** `supa-seed export`: what seed would write, into files. */
export async function exportFiles(context: Context): Promise<number> {
  const { format = 'sql', out, check = false } = context.flags
  if (!FORMATS.includes(format)) throw unknownFormat(format)
  const { runExport } = await import('../../run.ts')
  const report = await runExport({
    ...runOptions(context, false),
    format: format as ExportFormat,
    check,
    ...(out === undefined ? {} : { out }),
  })
  show(
    context,
    report,
    (page) => renderExport(report, check, page),
    (page) =>
      renderFindings(
        report.findings.filter(({ level }) => level !== 'info'),
        page,
      ),
  )
  return report.ok ? 0 : 1
}

const unknownFormat = (format: string): SeedError =>
  new SeedError({
    code: 'usage',
    message: 'There is no such format.',
    expected: FORMATS.join(', '),
    found: format,
    next: 'Name one of them with --format.',
  })
