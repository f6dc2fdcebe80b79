import type { SampleRows } from '../model/reports/report.ts'
import { type LegibleColumn, legibleColumns } from './legible-columns.ts'
import { printable } from './printable.ts'
import { renderTable } from './render-table.ts'
import { cutMark, type Page } from './style.ts'
import { displayWidth } from './width.ts'

/** Terminal columns that a text takes in a narrow table, and those between two. */
const ENOUGH = 22
const GAP = 2
const INDENT = 2

const ORDER: readonly LegibleColumn['interest'][] = ['text', 'number', 'time', 'key']

/** Sample rows as a compact table for each: what people read comes before times and keys, and columns without room are only counted. */
export function renderSamples(samples: readonly SampleRows[], page: Page): readonly string[] {
  return samples.flatMap((sample, at) => [...(at === 0 ? [] : ['']), ...renderSample(sample, page)])
}

function renderSample(sample: SampleRows, page: Page): readonly string[] {
  const { style } = page
  const legible = legibleColumns(sample, cutMark(page))
  const chosen = page.verbose ? legible : fitting(legible, page.width - INDENT)
  const hidden = sample.columns.length - chosen.length
  const more = hidden === 0 ? '' : style.dim(`  and ${hidden} more ${hidden === 1 ? 'column' : 'columns'}`)
  const rows = sample.rows.map((_, row) => chosen.map(({ cells }) => printable(cells[row] ?? '')))
  const titles = chosen.map(({ name, align }) => ({ title: printable(name), align, flexible: true }))
  return [`${style.bold(printable(sample.table))}${more}`, ...renderTable(titles, rows, page, INDENT)]
}

/** The most interesting columns that fit side by side, in the order of the table. */
function fitting(columns: readonly LegibleColumn[], room: number): readonly LegibleColumn[] {
  const chosen: LegibleColumn[] = []
  let left = room
  for (const column of ORDER.flatMap((interest) => columns.filter((one) => one.interest === interest))) {
    const natural = Math.max(...[column.name, ...column.cells].map((text) => displayWidth(printable(text))))
    const needed = Math.min(natural, ENOUGH) + (chosen.length === 0 ? 0 : GAP)
    if (needed > left) continue
    left -= needed
    chosen.push(column)
  }
  return chosen.sort((a, b) => a.at - b.at)
}
