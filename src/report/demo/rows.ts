import type { TableReport } from '../../model/reports/report.ts'
import { printable } from '../printable.ts'
import { renderTable } from '../render-table.ts'
import { spellCount } from '../spell-number.ts'
import { spellOrigins } from '../spell-origins.ts'
import type { Page } from '../style.ts'

/** What every table holds and where that is from; tables without a row are left out, those that nobody filled come last. */
export function renderRows(tables: readonly TableReport[], page: Page): readonly string[] {
  const held = tables
    .map((table) => ({ ...table, rows: Object.values(table.origins).reduce((sum, rows) => sum + rows, 0) }))
    .filter(({ rows }) => rows > 0)
  const order = [...held.filter(({ planned }) => planned > 0), ...held.filter(({ planned }) => planned === 0)]
  if (order.length === 0) return []
  return renderTable(
    [
      { title: 'table', flexible: true },
      { title: 'rows', align: 'right' },
      { title: 'from', flexible: true },
    ],
    order.map(({ table, rows, origins }) => [printable(table), spellCount(rows), spellOrigins(origins)]),
    page,
    2,
  )
}
