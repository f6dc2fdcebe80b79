import type { Check } from '../model/reports/report.ts'
import { printable } from './printable.ts'
import type { Page } from './style.ts'
import { displayWidth, wrap } from './width.ts'

/** What came of each check: a line, or more where it says more. */
export function renderChecks(checks: readonly Check[], page: Page): readonly string[] {
  const { style } = page
  const width = Math.max(...checks.map(({ name }) => displayWidth(name)))
  const [yes, no, none] = page.ascii ? ['+', 'x', '-'] : ['✓', '✗', '–']
  const marks = { passed: style.green(yes), failed: style.red(no), skipped: style.dim(none) }
  return checks.flatMap(({ name, result, detail }) => {
    const lines = wrap(printable(detail), page.width - width - 4)
    return lines.map((line, at) => {
      const start = at === 0 ? `${marks[result]} ${name.padEnd(width)}` : ' '.repeat(width + 2)
      return `${start}  ${result === 'skipped' ? style.dim(line) : line}`
    })
  })
}
