import type { SqlReport, SqlResult } from '../model/reports/sql-report.ts'
import type { Value } from '../model/value.ts'
import { printable } from './printable.ts'
import { renderFindings } from './render-findings.ts'
import { renderTable } from './render-table.ts'
import { spellCount, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'
import { clip, displayWidth } from './width.ts'

/** Rows that are shown unless everything is asked for. */
const SHOWN = 100

/** Columns that a narrow cell takes with the gap after it: when not even that many fit, rows are shown one below the other. */
const NARROW = 8

const NUMBERS = /^(smallint|integer|bigint|real|double precision|numeric|oid|money)\b/

/** What `sql` prints: a table for each statement that gives rows, one line for each other one. Values are texts. */
export function renderSql({ as, results, findings }: SqlReport, page: Page): string {
  const who = as === null ? [] : [page.style.dim(`as ${as.user === null ? as.role : `${as.user} (${as.role})`}`)]
  const told = renderFindings(findings, page)
  const answers = results.map((result) => renderResult(result, page))
  return [...who, ...answers, ...(told.length === 0 ? [] : [told.join('\n')])].join('\n\n')
}

function renderResult(result: SqlResult, page: Page): string {
  const { columns, rows, count, command } = result
  if (columns.length === 0) return printable(count === null ? `${command}: done` : `${command}: ${spellRows(count)}`)
  const shown = page.verbose ? rows : rows.slice(0, SHOWN)
  const cells = shown.map((row) => row.map((value, at) => spellValue(value, columns[at]?.type ?? '')))
  const left = rows.length - shown.length
  const more = left === 0 ? '' : `, ${spellCount(left)} not shown: --verbose shows all, --json gives them to scripts`
  const lines = fits(result, cells, page) ? asTable(result, cells, page) : asRecords(result, cells, page)
  return [...lines, page.style.dim(`${spellRows(rows.length)}${more}`)].join('\n')
}

const spellValue = (value: Value, type: string): string => {
  if (value === null) return 'NULL'
  if (type === 'boolean') return value === 't' ? 'true' : 'false'
  return printable(String(value))
}

function fits({ columns }: SqlResult, cells: readonly (readonly string[])[], page: Page): boolean {
  if (page.verbose) return true
  const least = columns.map(({ name }, at) =>
    Math.min(NARROW, Math.max(displayWidth(printable(name)), ...cells.map((row) => displayWidth(row[at] ?? ''))) + 2),
  )
  return least.reduce((sum, width) => sum + width, 0) <= page.width
}

const asTable = ({ columns }: SqlResult, cells: readonly (readonly string[])[], page: Page): readonly string[] =>
  renderTable(
    columns.map(({ name, type }) => ({
      title: printable(name),
      flexible: true,
      align: NUMBERS.test(type) ? ('right' as const) : ('left' as const),
    })),
    cells,
    page,
  )

/** One column on each line, rows apart by an empty line. */
function asRecords({ columns }: SqlResult, cells: readonly (readonly string[])[], page: Page): readonly string[] {
  const names = columns.map(({ name }) => printable(name))
  const width = Math.min(30, Math.max(...names.map(displayWidth)))
  return cells.flatMap((row) => [
    ...row.map((cell, at) => {
      const name = clip(names[at] ?? '', width)
      return `${page.style.dim(name)}${' '.repeat(width - displayWidth(name) + 2)}${clip(cell, page.width - width - 2)}`
    }),
    '',
  ])
}
