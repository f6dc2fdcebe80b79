import type { Switching } from '../model/reports/preview.ts'
import { printable } from './printable.ts'
import { spellCount, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** What goes because one dataset takes the place of another, and what stays. */
export function renderSwitching({ from, to, tables, kept }: Switching, { style, width }: Page): readonly string[] {
  const rows = tables.reduce((sum, { removed }) => sum + removed, 0)
  const gone = tables.map(({ table, removed }) => `${table} ${spellCount(removed)}`).join(', ')
  const lines = [
    rows === 0 ? 'Nothing is removed.' : `Removed: ${spellRows(rows)} (${gone}); what both have comes again.`,
    ...(kept.length === 0 ? [] : [`The same in both: ${kept.join(', ')}.`]),
  ]
  return [
    style.bold(
      printable(`${nameOf(to).replace(/^./, (first) => first.toUpperCase())} takes the place of ${nameOf(from)}`),
    ),
    ...lines.flatMap((line) => wrap(printable(line), width - 2).map((one) => `  ${one}`)),
  ]
}

const nameOf = (dataset: string | null): string => (dataset === null ? 'the shared rest' : `dataset ${dataset}`)
