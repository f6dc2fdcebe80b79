import type { Report, SampleRows } from '../../model/reports/report.ts'
import { type LegibleColumn, legibleColumns } from '../legible-columns.ts'
import { spellCount } from '../spell-number.ts'
import { type Html, html } from './html.ts'

/** Tables whose rows stand open; more can be unfolded. */
const SHOWN = 24

/** Characters of a value that are never cut. */
const SHORT = 24

/** Characters of a value that its full text says, when somebody points at it. */
const LONGEST = 600

/** A few rows of each table; columns without a value there are only named. Null without. */
export function samplesSection({ samples, tables }: Report, anchors: ReadonlyMap<string, string>): Html | null {
  if (samples.length === 0) return null
  const totals = new Map(tables.map(({ table, inserted, existing }) => [table, inserted + existing]))
  const rest = samples.slice(SHOWN)
  const table = (sample: SampleRows): Html =>
    sampleTable(sample, anchors.get(sample.table) ?? '', totals.get(sample.table))
  return html`<section id="samples" aria-labelledby="samples-title">
<h2 id="samples-title">Sample rows</h2>
<p class="lead">The first rows of each table. Long values and keys are shortened<span class="on-screen">; point at one to see it whole</span>.</p>
${samples.slice(0, SHOWN).map(table)}
${rest.length === 0 ? null : html`<details><summary>${rest.length} more ${rest.length === 1 ? 'table' : 'tables'}</summary>${rest.map(table)}</details>`}
</section>`
}

function sampleTable(sample: SampleRows, anchor: string, total: number | undefined): Html {
  const columns = legibleColumns(sample)
  const empty = sample.columns.filter((_, at) => columns.every((column) => column.at !== at))
  return html`<div class="sample" id="${anchor}">
<h3 id="${anchor}-name"><code>${sample.table}</code>${total === undefined ? null : html` <span class="count">${spellCount(total)} ${total === 1 ? 'row' : 'rows'}</span>`}</h3>
<div class="scroll" role="group" aria-labelledby="${anchor}-name" tabindex="0"><table>
<thead><tr>${columns.map(({ name, align }) => html`<th scope="col" class="${align}">${name}</th>`)}</tr></thead>
<tbody>${sample.rows.map(
    (row) => html`<tr>${columns.map((column) => cell(column, row[column.at] ?? null, sample.rows.indexOf(row)))}</tr>`,
  )}</tbody>
</table></div>${empty.length === 0 ? null : html`<p class="empty">without a value here: ${empty.join(', ')}</p>`}
</div>`
}

function cell({ cells, align, interest }: LegibleColumn, whole: string | null, row: number): Html {
  if (whole === null) return html`<td class="${align} pale">NULL</td>`
  const shown = cells[row] ?? ''
  const look = interest === 'key' || interest === 'time' ? `${align} pale` : align
  if (whole.length <= SHORT && whole === shown) return html`<td class="${look}">${shown}</td>`
  const text = whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole
  return html`<td class="${look}" title="${text}">${shown}</td>`
}
