import type { BaseReport } from '../model/reports/base-report.ts'
import { renderFindings } from './render-findings.ts'
import { renderMigrations } from './render-migrations.ts'
import { spellDuration } from './spell-number.ts'
import type { Page } from './style.ts'

/** What `base` prints. */
export function renderBase({ laid, migrations, findings, timings }: BaseReport, page: Page): string {
  const base = laid ? `Laid the base in ${spellDuration(timings.base ?? 0)}.` : 'The base is there.'
  const applied =
    migrations === null
      ? []
      : [
          migrations.files.length === 0
            ? `Nothing of ${migrations.folder} is missing.`
            : `${renderMigrations({ ...migrations, milliseconds: timings.migrations ?? 0 })}.`,
        ]
  const lines = renderFindings(findings, page)
  return [[base, ...applied].join('\n'), ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n')
}
