import type { Finding } from '../model/finding.ts'
import type { DemoReport } from '../model/reports/demo-report.ts'
import type { SampleRows, Share } from '../model/reports/report.ts'
import { renderPhases } from './demo/phases.ts'
import { renderRows } from './demo/rows.ts'
import { tellingSights } from './demo/telling-sights.ts'
import { printable } from './printable.ts'
import { renderChecks } from './render-checks.ts'
import { quoteForShell, renderFindings } from './render-findings.ts'
import { renderPeople } from './render-people.ts'
import { renderSamples } from './render-samples.ts'
import { renderShares } from './render-shares.ts'
import { renderVisible } from './render-visible.ts'
import { rowsWritten } from './rows-written.ts'
import { spellCount, spellDuration, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** Tables of which rows are shown, with the columns that are worth reading; where there is none of them, the first few. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  posts: ['title', 'category', 'published_at'],
  gear: ['make', 'model', 'category', 'price', 'weight_grams'],
  profiles: ['username', 'bio'],
}
const SAMPLE_TABLES = 3

/** Wider lines are hard to read. */
const WIDEST = 100

/** What `demo` prints in the end: users, rows, shares, samples, phases, checks, findings, times, and what to type next. */
export function renderDemo(demo: DemoReport, given: Page): string {
  const page = { ...given, width: Math.min(given.width, WIDEST) }
  const inner = { ...page, width: page.width - 2 }
  const { report, verify } = demo
  const standard = report.signIns.filter(({ role }) => role !== null).map(({ email }) => email)
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Users', renderPeople(report.signIns, report.users.total, page)],
    ['Rows', renderRows(report.tables, page)],
    ['Shares', renderShares(telling(report.shares, page), page)],
    ['Sample rows', renderSamples(chosen(report.samples), inner).map(indented)],
    ['Phases', renderPhases(report.phases, page)],
    ['Verification', renderChecks(verify.checks, inner).map(indented)],
    ['', renderVisible(page.verbose ? verify.visible : tellingSights(verify.visible, standard, page.width), page)],
    ['Findings', renderFindings(findingsOf(demo), inner).map(indented)],
    ['Time', renderTimes(demo, page)],
    ['Next', nextSteps(demo, page)],
  ]
  const shown = sections.filter(([, lines]) => lines.length > 0)
  return [
    headline(demo, page),
    ...shown.map(([title, lines]) => [...(title === '' ? [] : [page.style.bold(title)]), ...lines].join('\n')),
  ].join('\n\n')
}

const indented = (line: string): string => (line === '' ? '' : `  ${line}`)

function headline({ ok, report }: DemoReport, { style }: Page): string {
  if (!ok) return style.bold(style.red('Not complete: something that was promised is missing, or a check failed.'))
  const { tables, users, accounts } = report
  const filled = tables.filter(({ planned }) => planned > 0)
  const parts = [
    many(users.total, 'user'),
    many(accounts.team, 'team'),
    `${spellRows(filled.reduce((sum, { planned }) => sum + planned, 0))} in ${many(filled.length, 'table')}`,
  ].filter((part) => !part.startsWith('0 '))
  return style.bold(
    style.green(
      rowsWritten(report) > 0 ? `Ready: ${parts.join(', ')}.` : `Nothing to do, nothing changed: ${parts.join(', ')}.`,
    ),
  )
}

const many = (count: number, name: string): string => `${spellCount(count)} ${name}${count === 1 ? '' : 's'}`

/** Shares that differ from parent to parent, of tables of the app with enough parents to tell something. */
const telling = (shares: readonly Share[], { verbose }: Page): readonly Share[] =>
  verbose
    ? shares
    : shares.filter(({ table, parents, min, max }) => min !== max && parents > 4 && !table.startsWith('auth.'))

function chosen(samples: readonly SampleRows[]): readonly SampleRows[] {
  const named = Object.entries(SAMPLES).flatMap(([table, columns]) => {
    const sample = samples.find((one) => one.table === table)
    return sample === undefined ? [] : [narrowed(sample, columns)]
  })
  return named.length > 0 ? named : samples.slice(0, SAMPLE_TABLES)
}

function narrowed({ table, columns, rows }: SampleRows, wanted: readonly string[]): SampleRows {
  const places = wanted.map((name) => columns.indexOf(name)).filter((at) => at !== -1)
  return {
    table,
    columns: places.map((at) => columns[at] ?? ''),
    rows: rows.map((row) => places.map((at) => row[at] ?? null)),
  }
}

/** Of the run and of the checks, each once. */
function findingsOf({ report, verify }: DemoReport): readonly Finding[] {
  const all = [...report.errors, ...report.warnings, ...report.notes, ...verify.findings]
  return all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at)
}

/** A number stays on the line of its unit. */
function renderTimes({ timings }: DemoReport, page: Page): readonly string[] {
  const all = Object.entries(timings).filter(([, time]) => time > 0)
  const total = all.reduce((sum, [, time]) => sum + time, 0)
  const parts = all.map(([step, time]) => `${step} ${spellDuration(time)}`.replaceAll(' ', TOGETHER))
  const text = `${spellDuration(total)} in all: ${parts.join(', ')}`
  return wrap(text, page.width - 2).map((line) => indented(line.replaceAll(TOGETHER, ' ')))
}

const TOGETHER = '\u00a0'

/** What goes on in the folder; a command that says itself what it does stands without a remark. */
const NEXT: readonly (readonly [command: string, meaning: string])[] = [
  ['npx supa-seed status', 'which rows are there'],
  ['npx supa-seed plan', 'where every value comes from'],
  ['npx supa-seed verify', 'whether all of it holds'],
  ['npx supa-seed seed --rows comments=200', 'add 80 comments, change nothing else'],
  ['npx supa-seed sql "select title, like_count from posts limit 5"', ''],
  ['npx supa-seed sql --as member@makerkit.dev "select name from accounts"', ''],
]

function nextSteps({ folder }: DemoReport, { style }: Page): readonly string[] {
  const width = Math.max(...NEXT.map(([command, meaning]) => (meaning === '' ? 0 : command.length)))
  return [
    ...(folder === '.' ? [] : [`  cd ${quoteForShell(printable(folder))}`]),
    ...NEXT.map(([command, meaning]) =>
      meaning === '' ? `  ${command}` : `  ${command.padEnd(width)}  ${style.dim(meaning)}`,
    ),
  ]
}
