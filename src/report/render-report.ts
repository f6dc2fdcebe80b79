import type { Report, TableReport } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import { renderFindings } from './render-findings.ts'
import { renderPeople } from './render-people.ts'
import { renderTable } from './render-table.ts'
import { rowsWritten } from './rows-written.ts'
import { spellCount, spellDuration, spellRows } from './spell-number.ts'
import { spellOrigins } from './spell-origins.ts'
import type { Page } from './style.ts'
import { usersOf } from './users-of.ts'
import { wrap } from './width.ts'

/** What `seed` prints in the end: what happened by table, findings, time and rate, and what to type next. */
export function renderReport(report: Report, page: Page): string {
  const { style } = page
  const findings = renderFindings([...report.errors, ...report.warnings, ...report.notes], page)
  const people = report.users.created > 0 || page.verbose ? renderPeople(report.signIns, usersOf(report), page) : []
  const parts = [
    [headline(report, page), ...rate(report, page)],
    renderTables(report.tables, page),
    renderLeft(report.tables, page),
    people.length === 0 ? [] : [style.bold('Users'), ...people],
    findings.length === 0 ? [] : [style.bold('Findings'), ...findings],
    nextSteps(report),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function headline(report: Report, { style }: Page): string {
  const rows = rowsWritten(report)
  if (!report.ok)
    return style.bold(
      style.red(`Not complete: ${spellRows(rows)} written, but not all that the plan promised is there.`),
    )
  if (report.tables.every((table) => table.planned === 0))
    return style.bold('No table to fill: there is none of the app’s, or each was left alone.')
  return style.bold(
    rows === 0
      ? style.green('Nothing to do: everything that was asked for is there.')
      : style.green(`Seeded ${spellRows(rows)}.`),
  )
}

function rate(report: Report, { style }: Page): readonly string[] {
  const total = Object.values(report.timings).reduce((sum, time) => sum + time, 0)
  const load = report.timings.load ?? total
  const rows = rowsWritten(report)
  const parts = [
    spellDuration(total),
    rows > 0 && load > 0 ? `${spellCount(Math.round((rows / load) * 1000))} rows/s while loading` : null,
    report.dataset === null ? null : `dataset ${printable(report.dataset)}`,
    `seed ${printable(report.seed)}`,
    report.run === null ? null : `run ${printable(report.run)}`,
  ]
  return [style.dim(parts.filter((part) => part !== null).join(', '))]
}

/** Numbers of a table and how they are titled; one that tells nothing of any table is left out. */
const NUMBERS: readonly (readonly [name: 'planned' | 'inserted' | 'updated' | 'existing', tells: Tells])[] = [
  ['planned', ({ planned, inserted }) => planned !== inserted],
  ['inserted', () => true],
  // Rows that were inserted a moment ago and then mended or enriched are no news.
  ['updated', ({ updated, inserted }) => updated !== 0 && updated !== inserted],
  ['existing', ({ existing }) => existing > 0],
]

type Tells = (table: TableReport) => boolean

function renderTables(tables: readonly TableReport[], page: Page): readonly string[] {
  const filled = tables.filter((table) => !isLeft(table))
  if (filled.length === 0) return []
  const numbers = NUMBERS.filter(([, tells]) => filled.some(tells)).map(([name]) => name)
  const rows = filled.map((table) => [
    printable(table.table),
    ...numbers.map((name) => spellCount(table[name])),
    printable(table.note === undefined ? sourceOf(table) : `${sourceOf(table)}: ${table.note}`),
  ])
  const columns = [
    { title: 'table', flexible: true },
    ...numbers.map((title) => ({ title, align: 'right' as const })),
    { title: 'source', flexible: true },
  ]
  return renderTable(columns, rows, page)
}

/** Of several origins, how many rows come from each; rows that were there have a column of their own. */
function sourceOf({ source, origins: { existing: _, ...origins }, note }: TableReport): string {
  const tells = Object.keys(origins).length > 1 || origins.given !== undefined
  return tells && note === undefined ? spellOrigins(origins) : source
}

const isLeft = ({ source, inserted }: TableReport): boolean =>
  source === 'existing rows' || (source === 'left out' && inserted === 0)

/** Tables that were left alone because they hold rows are always listed, with the flag that fills them; the others when everything is asked for. */
function renderLeft(tables: readonly TableReport[], page: Page): readonly string[] {
  const left = tables.filter(isLeft)
  const shown = left.filter(({ source }) => page.verbose || source === 'existing rows')
  const lines = shown.flatMap(({ table, existing, note }) =>
    wrap(printable(`${table} (${spellRows(existing)})${note === undefined ? '' : `: ${note}`}`), page.width - 4).map(
      (line, at) => (at === 0 ? `  ${line}` : `    ${line}`),
    ),
  )
  const hidden = left.length - shown.length
  const more =
    hidden === 0
      ? []
      : [
          page.style.dim(
            `  ${hidden} ${hidden === 1 ? 'table was' : 'tables were'} not asked for or cannot be filled; --verbose names them`,
          ),
        ]
  return left.length === 0 ? [] : [page.style.bold('Left alone'), ...lines, ...more]
}

function nextSteps(report: Report): readonly string[] {
  if (report.ok) return ['Next: supa-seed status shows what is there, supa-seed cleanup removes it.']
  return ['Next: supa-seed seed goes on from here, supa-seed cleanup removes what was written.']
}
