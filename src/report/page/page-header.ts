import type { Report } from '../../model/reports/report.ts'
import { rowsWritten } from '../rows-written.ts'
import { spellCount, spellDuration, spellRows } from '../spell-number.ts'
import { type Html, html } from './html.ts'

/** What was done and where, whether all of it is there, and the totals. */
export function pageHeader(report: Report): Html {
  const { database, seed, run, ok } = report
  return html`<header class="top">
<p class="brand">supa-seed</p>
<h1>${headline(report)}</h1>
<p class="verdict ${ok ? 'ok' : 'failed'}"><span class="dot" aria-hidden="true"></span>${verdict(report)}</p>
<dl class="facts">
<div><dt>Database</dt><dd>${where(database)}</dd></div>
<div><dt>Seed</dt><dd><code>${seed}</code></dd></div>
${run === null ? null : html`<div><dt>Run</dt><dd><code>${run}</code></dd></div>`}
${report.compatibility.makerkit ? html`<div><dt>Framework</dt><dd>MakerKit${report.compatibility.version === null ? '' : ` ${report.compatibility.version}`}</dd></div>` : null}
</dl>
<ul class="totals">${totals(report).map(([number, name]) => html`<li><strong>${number}</strong> ${name}</li>`)}</ul>
</header>`
}

const filled = ({ tables }: Report): number => tables.filter(({ inserted, updated }) => inserted + updated > 0).length

export function headline(report: Report): string {
  const rows = rowsWritten(report)
  const tables = filled(report)
  if (rows > 0) return `${spellRows(rows)} in ${spellCount(tables)} ${tables === 1 ? 'table' : 'tables'}`
  return report.tables.every(({ planned }) => planned === 0) ? 'No table to fill' : 'Everything was there already'
}

function verdict({ ok, errors, warnings }: Report): string {
  const many = (count: number, name: string): string => `${spellCount(count)} ${name}${count === 1 ? '' : 's'}`
  const findings = [
    errors.length === 0 ? null : many(errors.length, 'error'),
    warnings.length === 0 ? null : many(warnings.length, 'warning'),
  ].filter((part) => part !== null)
  const told = ok ? 'All that was promised is there' : 'Not all that was promised is there'
  return findings.length === 0 ? told : `${told}${ok ? ', with' : ':'} ${findings.join(', ')}`
}

const where = ({ host, database, source }: Report['database']): Html =>
  html`<code>${[host, database].filter((part) => part !== '').join(' / ')}</code> <small>from ${source}</small>`

function totals(report: Report): readonly (readonly [string, string])[] {
  const { users, accounts, timings, phases } = report
  const time = Object.values(timings).reduce((sum, one) => sum + one, 0)
  const load = timings.load ?? 0
  const rows = rowsWritten(report)
  return [
    users.total === 0 ? null : ([spellCount(users.total), users.total === 1 ? 'user' : 'users'] as const),
    accounts.team === 0 ? null : ([spellCount(accounts.team), accounts.team === 1 ? 'team' : 'teams'] as const),
    phases.completed === phases.total ? null : ([`${phases.completed} of ${phases.total}`, 'phases finished'] as const),
    time === 0 ? null : ([spellDuration(time), 'in all'] as const),
    rows === 0 || load === 0 ? null : ([spellCount(Math.round((rows / load) * 1000)), 'rows/s while loading'] as const),
  ].filter((one) => one !== null)
}
