import type { Report, TableReport } from '../../model/reports/report.ts'
import { spellCount } from '../spell-number.ts'
import { spellOrigins } from '../spell-origins.ts'
import { type Html, html } from './html.ts'
import { originOf, rowsOf } from './map-tables.ts'
import { meter } from './meter.ts'

/** Tables that were left alone and stand open; more can be unfolded. */
const SHOWN = 8

/** Numbers of a table and when they tell something. */
const NUMBERS: readonly {
  readonly name: 'planned' | 'inserted' | 'updated' | 'existing'
  readonly title: string
  readonly tells: (table: TableReport) => boolean
}[] = [
  { name: 'planned', title: 'Planned', tells: ({ planned, inserted }) => planned !== inserted },
  { name: 'inserted', title: 'Inserted', tells: () => true },
  { name: 'updated', title: 'Updated', tells: ({ updated, inserted }) => updated !== 0 && updated !== inserted },
  { name: 'existing', title: 'Before', tells: ({ existing }) => existing > 0 },
]

/** Rows by table and where they came from; then the tables that were left alone, each with the reason. */
export function rowsSection({ tables }: Report, anchors: ReadonlyMap<string, string>): Html | null {
  if (tables.length === 0) return null
  const filled = tables.filter(({ planned, inserted }) => planned > 0 || inserted > 0)
  const left = tables.filter(({ planned, inserted }) => planned === 0 && inserted === 0)
  return html`<section id="rows" aria-labelledby="rows-title">
<h2 id="rows-title">Rows by table</h2>
${filled.length === 0 ? html`<p class="lead">No table was filled.</p>` : filledTable(filled, anchors)}
${left.length === 0 ? null : leftAlone(left)}
</section>`
}

function filledTable(tables: readonly TableReport[], anchors: ReadonlyMap<string, string>): Html {
  const numbers = NUMBERS.filter(({ tells }) => tables.some(tells))
  const most = Math.max(1, ...tables.map(rowsOf))
  return html`<div class="scroll" role="region" aria-label="Rows by table" tabindex="0"><table class="rows">
<caption>Tables in the order in which they were filled</caption>
<thead><tr><th scope="col">Table</th>${numbers.map(({ title }) => html`<th scope="col" class="number">${title}</th>`)}<th scope="col" class="figure"><span class="unseen">Size</span></th><th scope="col">Where from</th></tr></thead>
<tbody>${tables.map((table) => row(table, numbers, most, anchors))}</tbody>
<tfoot><tr><th scope="row">Together</th>${numbers.map(({ name }) => html`<td class="number">${spellCount(tables.reduce((sum, table) => sum + table[name], 0))}</td>`)}<td class="figure"></td><td></td></tr></tfoot>
</table></div>`
}

function row(table: TableReport, numbers: typeof NUMBERS, most: number, anchors: ReadonlyMap<string, string>): Html {
  const anchor = anchors.get(table.table)
  const name = anchor === undefined ? html`${table.table}` : html`<a href="#${anchor}">${table.table}</a>`
  return html`<tr class="${originOf(table)}"><th scope="row">${name}</th>${numbers.map(
    ({ name: number }) =>
      html`<td class="number${table[number] === 0 ? ' zero' : ''}">${spellCount(table[number])}</td>`,
  )}<td class="figure">${meter(rowsOf(table) / most)}</td><td>${Object.keys(table.origins).length > 1 ? spellOrigins(table.origins) : table.source}${
    table.note === undefined ? null : html` <small>${table.note}</small>`
  }</td></tr>`
}

function leftAlone(tables: readonly TableReport[]): Html {
  const shown = tables.filter(({ source }) => source === 'existing rows').slice(0, SHOWN)
  const rest = tables.filter((table) => !shown.includes(table))
  return html`<h3>Left alone</h3>${shown.length === 0 ? null : list(shown)}${
    rest.length === 0
      ? null
      : html`<details><summary>${rest.length} ${shown.length === 0 ? '' : 'more '}${rest.length === 1 ? 'table' : 'tables'} that ${rest.length === 1 ? 'was' : 'were'} not asked for or cannot be filled</summary>${list(rest)}</details>`
  }`
}

const list = (tables: readonly TableReport[]): Html =>
  html`<ul class="left">${tables.map(
    ({ table, existing, note }) =>
      html`<li><code>${table}</code> <span class="count">${spellCount(existing)} ${existing === 1 ? 'row' : 'rows'}</span>${note === undefined ? null : html`<small>${note}</small>`}</li>`,
  )}</ul>`
