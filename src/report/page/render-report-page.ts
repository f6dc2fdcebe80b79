import type { Report } from '../../model/reports/report.ts'
import { contentPolicy } from './content-policy.ts'
import { findingsSection } from './findings-section.ts'
import { Html, html } from './html.ts'
import { mapSection } from './map-section.ts'
import { headline, pageHeader } from './page-header.ts'
import { PAGE_STYLE } from './page-style.ts'
import { peopleSection } from './people-section.ts'
import { rowsSection } from './rows-section.ts'
import { runSection } from './run-section.ts'
import { samplesSection } from './samples-section.ts'
import { sharesSection } from './shares-section.ts'

/** What every page of ours begins with; told by it, a file may be written over. */
export const PAGE_MARK =
  '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="generator" content="supa-seed">'

/**
 * A report as one HTML page: nothing is fetched, no script runs, and what came out of the database is text and stays text. The same report gives
 * the same page.
 */
export function renderReportPage(report: Report): string {
  const anchors = new Map(report.samples.map(({ table }, at) => [table, `t${at}`]))
  const map = mapSection(report, anchors)
  const style = `${PAGE_STYLE}\n${map?.style ?? ''}\n`
  const sections = sectionsOf(report, map?.content ?? null, anchors)
  const title = `${headline(report)} · ${report.database.database} · supa-seed`
  const head = html`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<div class="page">
${pageHeader(report)}
<nav aria-label="Sections"><ul>${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main" tabindex="-1">
${sections.map(({ content }) => content)}
</main>
<footer><p>${footer(report)} The same seed gives the same rows.</p></footer>
</div>
</body>
</html>
`
  return `${PAGE_MARK}\n${head.markup}`
}

interface Section {
  readonly id: string
  readonly name: string
  readonly content: Html
}

function sectionsOf(report: Report, map: Html | null, anchors: ReadonlyMap<string, string>): readonly Section[] {
  const { errors, warnings, notes } = report
  const all: readonly (readonly [id: string, name: string, content: Html | null])[] = [
    ['findings', 'Findings', findingsSection('findings', 'What needs a look', [...errors, ...warnings])],
    ['people', 'Sign-in', peopleSection(report)],
    ['map', 'Map', map],
    ['rows', 'Rows', rowsSection(report, anchors)],
    ['shares', 'Shares', sharesSection(report.shares)],
    ['samples', 'Samples', samplesSection(report, anchors)],
    ['run', 'Phases and time', runSection(report)],
    ['notes', 'Notes', findingsSection('notes', 'Notes', notes)],
  ]
  return all.flatMap(([id, name, content]) => (content === null ? [] : [{ id, name, content }]))
}

const footer = ({ ok }: Report): Html =>
  ok
    ? html`<code>supa-seed status</code> shows what is there, <code>supa-seed cleanup</code> removes it.`
    : html`<code>supa-seed seed</code> goes on from here, <code>supa-seed cleanup</code> removes what was written.`
