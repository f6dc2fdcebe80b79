import type { FixturePreview } from '../model/reports/preview.ts'
import type { Value } from '../model/value.ts'
import { printable } from './printable.ts'
import { renderTable } from './render-table.ts'
import type { Page } from './style.ts'

/** Rows that are told one by one; of more the rest is counted. */
const MOST = 40

/** The rows that are given: table, handle, what is said, and whether they are there already. */
export function renderFixtures(fixtures: readonly FixturePreview[], page: Page): readonly string[] {
  if (fixtures.length === 0) return []
  const told = page.verbose ? fixtures : fixtures.slice(0, MOST)
  const rows = told.map(({ table, handle, said, there }) =>
    [table, handle, Object.entries(said).map(spell).join(', '), there ? 'there' : 'new'].map(printable),
  )
  const columns = [{ title: '' }, { title: '' }, { title: '', flexible: true }, { title: '' }]
  const rest = fixtures.length - told.length
  return [...renderTable(columns, rows, page, 2), ...(rest > 0 ? [`  … ${rest} more; --verbose shows them`] : [])]
}

const spell = ([name, value]: [string, Value]): string => {
  const handle = typeof value === 'object' && value !== null && '$ref' in value ? value.$ref : undefined
  return `${name} ${handle === undefined ? text(value) : `→ ${String(handle)}`}`
}

const text = (value: Value): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)
