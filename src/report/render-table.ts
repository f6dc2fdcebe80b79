import { cutMark, type Page } from './style.ts'
import { clip, displayWidth, pad } from './width.ts'

/** A column of a rendered table. */
export interface RenderedColumn {
  readonly title: string
  readonly align?: 'left' | 'right'
  /** Cut when the page is too narrow; the others keep their width. */
  readonly flexible?: boolean
}

const GAP = 2
const NARROWEST = 6

/** Lines of an aligned table, titles first. Flexible columns are cut until it fits the page (unless everything is shown). */
export function renderTable(
  columns: readonly RenderedColumn[],
  rows: readonly (readonly string[])[],
  page: Page,
  indent = 0,
): readonly string[] {
  const natural = columns.map(({ title }, at) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at] ?? ''))),
  )
  const widths = page.verbose ? natural : shrink(columns, natural, page.width - indent - GAP * (columns.length - 1))
  const line = (cells: readonly string[]): string =>
    `${' '.repeat(indent)}${columns.map(({ align }, at) => pad(clip(cells[at] ?? '', widths[at] ?? 0, cutMark(page)), widths[at] ?? 0, align)).join(' '.repeat(GAP))}`.trimEnd()
  const titles = columns.every(({ title }) => title === '')
    ? []
    : [page.style.dim(line(columns.map(({ title }) => title)))]
  return [...titles, ...rows.map(line)]
}

/** Takes from the widest flexible column, again and again, until the sum fits. */
function shrink(columns: readonly RenderedColumn[], natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural]
  for (let excess = sum(widths) - room; excess > 0; excess--) {
    const widest = widths.reduce(
      (best, width, at) => (columns[at]?.flexible && (best === -1 || width > (widths[best] ?? 0)) ? at : best),
      -1,
    )
    if (widest === -1 || (widths[widest] ?? 0) <= NARROWEST) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
