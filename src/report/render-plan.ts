import type { LeftOut } from '../model/plan.ts'
import type { Preview, TablePreview } from '../model/reports/preview.ts'
import { printable } from './printable.ts'
import { renderAssociations } from './render-associations.ts'
import { renderFindings } from './render-findings.ts'
import { renderFixtures } from './render-fixtures.ts'
import { renderSwitching } from './render-switching.ts'
import { renderTable } from './render-table.ts'
import { isSelfEvident } from './self-evident.ts'
import { spellBytes, spellCount, spellDuration, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** What `plan` prints: stages, every table with its columns and sample rows, what is left out, dangers, findings, a forecast. */
export function renderPlan(preview: Preview, page: Page): string {
  const { style } = page
  const parts = [
    [summary(preview, page)],
    preview.switching === undefined ? [] : renderSwitching(preview.switching, page),
    section(
      'Stages',
      preview.stages.flatMap((stage, at) => renderStage(stage, at, page)),
      page,
    ),
    section('Fixtures', renderFixtures(preview.fixtures ?? [], page), page),
    ...preview.tables.map((table) => renderTablePreview(table, page)),
    section('Associations', renderAssociations(preview.associations ?? [], page), page),
    section('Left out', renderLeft(preview.left, page), page),
    section(
      style.red('Dangers: each must be allowed before anything is written'),
      renderFindings(preview.dangers, page),
      page,
    ),
    section('Findings', renderFindings(preview.findings, page), page),
    renderForecast(preview, page),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function summary({ tables, seed, now, forecast, findings, dataset }: Preview, { style }: Page): string {
  const moves = findings.some(isMove)
  const filled = tables.filter(({ write }) => write > 0).length
  const what =
    forecast.rows === 0
      ? moves
        ? 'times to move, no rows to write'
        : 'nothing to write'
      : `${spellRows(forecast.rows)} to write into ${filled} ${filled === 1 ? 'table' : 'tables'}`
  return `${style.bold(`Plan: ${what}`)}  ${style.dim(`${dataset === null ? '' : `dataset ${printable(dataset)}, `}seed ${printable(seed)}, now ${now.slice(0, 16).replace('T', ' ')} UTC`)}`
}

/** Times of rows that are there would move. */
const isMove = ({ code }: { readonly code: string }): boolean => code === 'times-move'

const section = (title: string, lines: readonly string[], { style }: Page): readonly string[] =>
  lines.length === 0 ? [] : [style.bold(title), ...lines]

function renderStage({ name, steps }: Preview['stages'][number], at: number, page: Page): readonly string[] {
  const head = `  ${at + 1}  ${printable(name)}: `
  const lines = wrap(printable(steps.join(', ')), Math.max(30, page.width - head.length))
  const shown =
    page.verbose || lines.length <= 3
      ? lines
      : [...lines.slice(0, 2), `… ${steps.length} steps in all; --verbose shows them`]
  return shown.map((line, i) => `${i === 0 ? head : ' '.repeat(head.length)}${line}`)
}

function renderTablePreview(table: TablePreview, page: Page): readonly string[] {
  const { style } = page
  const columns = table.columns.map(({ column, type, explanation }) => [column, type, explanation].map(printable))
  const facts = [
    table.present > 0 ? `${spellCount(table.present)} there already` : null,
    table.adopted > 0 ? `${spellCount(table.adopted)} of others adopted, never changed` : null,
    table.owner === null ? null : `owned by ${table.owner}`,
    table.writer === 'copy' ? null : `by ${table.writer}${table.why === null ? '' : `: ${table.why}`}`,
    table.triggers.length === 0 ? null : `fires ${table.triggers.join(', ')}`,
  ].filter((fact) => fact !== null)
  const title = `${style.bold(printable(table.table))}  ${spellRows(table.write)}`
  return [
    title,
    ...(facts.length === 0
      ? []
      : wrap(printable(facts.join('; ')), page.width - 2).map((line) => style.dim(`  ${line}`))),
    ...renderTable(
      [
        { title: 'column', flexible: true },
        { title: 'type', flexible: true },
        { title: 'values', flexible: true },
      ],
      columns,
      page,
      2,
    ),
    ...renderSample(table, page),
  ]
}

/** One line per column, one column per row: so wide tables fit a narrow terminal. */
function renderSample({ sample }: TablePreview, page: Page): readonly string[] {
  if (sample.rows.length === 0) return []
  const lines = sample.columns.map((column, at) => [
    printable(column),
    ...sample.rows.map(({ values }) => spellCell(values[at] ?? null)),
  ])
  const titles = [
    { title: 'sample', flexible: true },
    ...sample.rows.map(({ row }) => ({ title: `row ${row + 1}`, flexible: true })),
  ]
  return ['', ...renderTable(titles, lines, page, 2)]
}

const spellCell = (value: string | null): string => (value === null ? 'NULL' : value === '' ? "''" : printable(value))

/** What nobody would fill is only counted, unless everything is asked for. */
function renderLeft(left: readonly LeftOut[], page: Page): readonly string[] {
  const shown = page.verbose ? left : left.filter((one) => !isSelfEvident(one))
  const hidden = left.length - shown.length
  const more =
    hidden === 0 ? [] : [page.style.dim(`  ${hidden} of the platform, of extensions, or views; --verbose names them`)]
  const rows = shown.map(({ table, rows, why, flag }) => [
    printable(table),
    rows === null ? '' : spellCount(rows),
    printable(why),
    printable(flag ?? ''),
  ])
  if (rows.length === 0) return more
  const lines = renderTable(
    [
      { title: 'table', flexible: true },
      { title: 'rows', align: 'right' },
      { title: 'why', flexible: true },
      { title: 'fill it with' },
    ],
    rows,
    page,
    2,
  )
  return [...lines, ...more]
}

function renderForecast({ forecast, dangers, findings }: Preview, { style }: Page): readonly string[] {
  if (forecast.rows === 0 && findings.some(isMove)) return ['Next: supa-seed seed with the same --now']
  if (forecast.rows === 0) return [style.bold('Everything that was asked for is there.')]
  const { rows, bytes, seconds, basis } = forecast
  return [
    `${style.bold('Forecast')}  ${spellRows(rows)}, ${spellBytes(bytes)}, about ${spellDuration(seconds * 1000)}`,
    style.dim(`          an estimate at ${basis}`),
    dangers.length > 0 ? 'Next: allow the dangers above, or leave their tables out.' : 'Next: supa-seed seed',
  ]
}
