import type { Report } from '../../model/reports/report.ts'
import { printable } from '../printable.ts'
import type { Page } from '../style.ts'
import { displayWidth, pad, wrap } from '../width.ts'

/** The phases, in order, with their tables. */
export function renderPhases({ list }: Report['phases'], page: Page): readonly string[] {
  const { style, ascii } = page
  const width = Math.min(24, Math.max(0, ...list.map(({ name }) => displayWidth(printable(name)))))
  return list.flatMap(({ name, tables, completed }) => {
    const mark = completed ? style.green(ascii ? '+' : '✓') : style.yellow(ascii ? '-' : '–')
    const lines = wrap(printable(tables.join(', ')), page.width - width - 6)
    return lines.map((line, at) =>
      at === 0 ? `  ${mark} ${pad(printable(name), width)}  ${line}` : `${' '.repeat(width + 6)}${line}`,
    )
  })
}
