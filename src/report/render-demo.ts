import type { DemoReport } from '../model/demo-report.ts'
import type { Finding } from '../model/finding.ts'
import type { Report, SampleRows, Share } from '../model/report.ts'
import { narrowVerify } from './demo/narrow-verify.ts'
import { renderPeople } from './demo/people.ts'
import { renderPhases } from './demo/phases.ts'
import { renderRows } from './demo/rows.ts'
import { quoteForShell, renderFindings } from './render-findings.ts'
import { renderSamples } from './render-samples.ts'
import { renderShares } from './render-shares.ts'
import { renderVerify } from './render-verify.ts'
import { spellCount, spellDuration, spellRows } from './spell-number.ts'
import type { Page } from './style.ts'
import { wrap } from './width.ts'

/** Tables of which rows are shown, with the columns that are worth reading; where there is none of them, the first few. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  posts: ['title', 'category', 'tags', 'read_minutes'],
  gear: ['make', 'model', 'category', 'price', 'weight_grams'],
  profiles: ['username', 'bio'],
}
const SAMPLE_TABLES = 3

/** Wider lines are hard to read. */
const WIDEST = 100

/** What `demo` prints in the end: users, rows, shares, samples, phases, checks, findings, times, and what to type next. */
export function renderDemo(demo: DemoReport, given: Page): string {
  const page = { ...given, width: Math.min(given.width, WIDEST) }
  const { report, verify } = demo
  const standard = report.signIns.filter(({ role }) => role !== null).map(({ email }) => email)
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ['Users', renderPeople(report.signIns, report.users.total, page)],
    ['Rows', renderRows(report.tables, page)],
    ['Shares', renderShares(telling(report.shares, page), page)],
    ['Sample rows', renderSamples(chosen(report.samples), { ...page, width: page.width - 2 }).map(indented)],
    ['Phases', renderPhases(report.phases, page)],
    ['', renderVerify(page.verbose ? verify : narrowVerify(verify, standard), page).split('\n')],
    ['Findings', renderFindings(findingsOf(demo), page)],
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

/** Rows that were inserted and then enriched count once. */
const written = ({ tables }: Report): number =>
  tables.reduce((sum, { inserted, updated }) => sum + Math.max(inserted, updated), 0)

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
      written(report) > 0 ? `Ready: ${parts.join(', ')}.` : `Nothing to do, nothing changed: ${parts.join(', ')}.`,
    ),
  )
}

const many = (count: number, name: string): string => `${spellCount(count)} ${name}${count === 1 ? '' : 's'}`

/** Shares that differ from parent to parent, of the tables of the app. */
const telling = (shares: readonly Share[], { verbose }: Page): readonly Share[] =>
  verbose ? shares : shares.filter(({ table, min, max }) => min !== max && !table.startsWith('auth.'))

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

function renderTimes({ report, verify, milliseconds }: DemoReport, page: Page): readonly string[] {
  const { timings } = report
  const sum = (...steps: readonly string[]): number => steps.reduce((total, step) => total + (timings[step] ?? 0), 0)
  const parts: readonly (readonly [string, number])[] = [
    ['database', sum('connect')],
    ['migrations', sum('migrations')],
    ['schema', sum('catalog', 'past')],
    ['plan', sum('config', 'assets', 'plan')],
    ['writing', sum('resume', 'load')],
    ['checks', Object.values(verify.timings).reduce((total, time) => total + time, 0)],
  ]
  const told = parts.filter(([, time]) => time > 0).map(([name, time]) => `${name} ${spellDuration(time)}`)
  return wrap(`${spellDuration(milliseconds)} in all: ${told.join(', ')}`, page.width - 2).map((line) => `  ${line}`)
}

function nextSteps({ folder }: DemoReport, { style }: Page): readonly string[] {
  const steps: readonly (readonly [command: string, meaning: string])[] = [
    ...(folder === '.' ? [] : [[`cd ${quoteForShell(folder)}`, ''] as const]),
    ['npx supa-seed status', 'which rows are there'],
    ['npx supa-seed plan', 'where every value comes from'],
    ['npx supa-seed verify', 'check it again'],
    ['npx supa-seed seed --report page.html', 'a page to look at'],
    ['npx supa-seed sql "select title, like_count from posts limit 5"', ''],
    ['npx supa-seed sql --as member@makerkit.dev "select name from accounts"', ''],
  ]
  const width = Math.max(...steps.filter(([, meaning]) => meaning !== '').map(([command]) => command.length))
  return steps.map(([command, meaning]) =>
    meaning === '' ? `  ${command}` : `  ${command.padEnd(width)}  ${style.dim(meaning)}`,
  )
}
