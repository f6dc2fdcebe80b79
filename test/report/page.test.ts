import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { renderReportPage } from '../../src/index.ts'
import type { Report } from '../../src/model/reports/report.ts'
import { hostile, sampleReport } from './sample-report.ts'

const page = renderReportPage(sampleReport(12))
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, one]) => one ?? '')
const bodyOf = (text: string): string => text.slice(text.indexOf('<body>'))

/** Elements of a page in their order, as `name attributes`; fails where something is not closed. */
function elements(text: string): string[] {
  const open: string[] = []
  const all: string[] = []
  const empty = new Set(['meta', 'rect', 'path'])
  const tags = text
    .replace(/^<!doctype html>/, '')
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*(\/?)>/g)
  for (const [, closing, name = '', attributes, alone] of tags) {
    if (closing !== '') expect(open.pop(), `</${name}>`).toBe(name)
    else {
      all.push(`${name}${attributes}`)
      if (alone === '' && !empty.has(name)) open.push(name)
    }
  }
  expect(open).toEqual([])
  return all
}

describe('the report page', () => {
  it('has a header, a navigation to every section, a main part and a footer', () => {
    expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
    const all = elements(page).map((one) => one.split(' ')[0])
    for (const name of ['header', 'nav', 'main', 'footer', 'h1'])
      expect(
        all.filter((one) => one === name),
        name,
      ).toHaveLength(1)
    const sections = found(page, /<section id="(\w+)"/g)
    expect(sections).toEqual(['findings', 'people', 'map', 'rows', 'shares', 'samples', 'run', 'notes'])
    expect(found(page.slice(page.indexOf('<nav'), page.indexOf('</nav>')), /href="#(\w+)"/g)).toEqual(sections)
  })

  it('leads nowhere but to its own parts, each of which is there once', () => {
    const ids = found(page, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    for (const target of [
      ...found(page, /href="([^"]*)"/g),
      ...found(page, /labelledby="([^"]*)"/g).map((id) => `#${id}`),
    ])
      expect(ids.map((id) => `#${id}`)).toContain(target)
  })

  it('fetches nothing and runs nothing', () => {
    expect(page).not.toMatch(
      /https?:|\/\/|url\(|@import|<script|<img|<link|<iframe|<object|<base|\son\w+=|\sstyle=|\ssrc=/i,
    )
  })

  it('lets nothing in but its own style sheet', () => {
    const style = page.slice(page.indexOf('<style>') + 7, page.indexOf('</style>'))
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    )
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
  })

  it('says what was done, where, and whether all of it is there', () => {
    expect(page).toMatch(/<h1>6,480 rows in 12 tables<\/h1>/)
    expect(page).toContain('All that was promised is there, with 6 warnings')
    expect(page).toContain('<code>localhost:54322 / postgres</code> <small>from --db-url</small>')
    expect(page).toContain('<strong>42</strong> users')
    expect(page).toContain('<strong>2.4 s</strong> in all')
    const failed = renderReportPage(sampleReport(3, { ok: false }))
    expect(failed).toContain('Not all that was promised is there')
    expect(failed).toContain('<code>supa-seed seed</code> goes on from here')
    const idle = sampleReport(3)
    const tables = idle.tables.map((table) => ({ ...table, inserted: 0, updated: 0 }))
    expect(renderReportPage({ ...idle, tables })).toContain('Everything was there already')
    expect(renderReportPage({ ...idle, tables: [] })).toContain('No table to fill')
  })

  it('draws the tables with their rows, and lists them for narrow screens', () => {
    const map = page.slice(page.indexOf('<section id="map"'), page.indexOf('<section id="rows"'))
    expect(found(map, /<a class="node [a-z]+" id="n\d+" href="#(\w+)"/g)).toHaveLength(13)
    expect(map).toContain('13 tables, 22 foreign keys.')
    expect(map).toMatch(
      /aria-label="tasks: 160 rows, written by supa-seed; refers to accounts; referred to by task_tags, app\.table_with_a_name_7"/,
    )
    expect(map).toContain('users: 10 rows, written by supa-seed; refers to accounts, countries; refers to itself')
    expect(map).toContain('accounts: 40 rows, made by a trigger')
    expect(map).toContain('comments: 250 rows, from your own content')
    expect(found(map, /class="(edge [^"]*)"/g)).toHaveLength(21)
    expect(found(map, /class="edge[^"]*( back)"/g)).toHaveLength(1)
    expect(found(map, /<small>(refers to [^<]*)<\/small>/g)).toContain('refers to accounts')
  })

  it('lights the neighbours of a table by rules of the style sheet', () => {
    const at = found(page, /id="n(\d+)"[^>]*aria-label="task_tags/g)[0]
    const users = found(page, /id="n(\d+)"[^>]*aria-label="users/g)[0]
    const tasks = found(page, /id="n(\d+)"[^>]*aria-label="tasks/g)[0]
    const rule = page.split('\n').find((line) => line.startsWith(`.map:has(#n${at}:is(`)) ?? ''
    expect(rule).toContain(`:is(#n${at},`)
    for (const other of [users, tasks]) expect(rule).toMatch(new RegExp(`#n${other}[,)]`))
    expect(rule).toContain(`.e${at})`)
  })

  it('lists the tables by depth where they are too many to draw', () => {
    const many = renderReportPage(sampleReport(90))
    expect(many).not.toContain('<a class="node')
    expect(many).toContain('<h3>Without parents</h3>')
    expect(many).toContain('<h3>Level 7</h3>')
    expect(found(many, /<a href="#(t\d+)">app\.table_with_a_name_89<\/a> <span/g)).toEqual(['t89'])
    expect(renderReportPage(sampleReport(59))).toContain('<a class="node')
  })

  it('has a row for each table, with the numbers that tell something', () => {
    const rows = page.slice(page.indexOf('<section id="rows"'), page.indexOf('<section id="shares"'))
    expect(found(rows, /<th scope="col"[^>]*>(\w+)<\/th>/g)).toEqual(['Table', 'Planned', 'Inserted', 'Before'])
    expect(rows).toMatch(
      /tasks<\/a><\/th><td class="number">160<\/td><td class="number">140<\/td><td class="number">20<\/td>/,
    )
    expect(rows).toContain('<small>triggers made 2 more</small>')
    expect(rows).toContain('<code>countries</code> <span class="count">249 rows</span>')
    expect(rows).toContain('1 more table that was not asked for or cannot be filled')
  })

  it('shows shares as histograms, told in words as well, and those that are all alike in a line', () => {
    const shares = page.slice(page.indexOf('<section id="shares"'), page.indexOf('<section id="samples"'))
    expect(found(shares, /<figcaption><strong>([^<]*)</g)).toHaveLength(9)
    expect(shares).toContain('<strong>accounts per user</strong><span>40 rows')
    expect(shares).toMatch(/role="img" aria-label="0 with 0, 7 with 1"/)
    expect(shares).toMatch(/ \d+ with 5 to 9, /)
    expect(shares).toMatch(/The same for all: <code>tags per project<\/code> 0/)
  })

  it('shows sample rows, keys and times cut but whole to point at', () => {
    const samples = page.slice(page.indexOf('<section id="samples"'), page.indexOf('<section id="run"'))
    expect(samples).toMatch(/<td class="left pale" title="018cc251-f400-7000-8000-000000000001">…000001<\/td>/)
    expect(samples).toContain('<td class="left pale" title="2026-04-24 14:07:11.123+00">2026-04-24 14:07</td>')
    expect(samples).toContain('<td class="right">14</td>')
    expect(samples).toContain('<td class="left pale">NULL</td>')
    expect(samples).toContain('without a value here: empty')
  })

  it('names the users who can sign in, the phases, the times and every finding with what to do', () => {
    expect(page).toMatch(
      /<th scope="row">owner@example.com<\/th><td><code>testingpassword<\/code><\/td><td>owner<\/td>/,
    )
    expect(page).toContain('and 39 more<')
    expect(page).toMatch(/<li class="done"><strong>People<\/strong>/)
    expect(page).toMatch(/<li class="open"><strong>Content<\/strong> <span class="state">not finished/)
    expect(page).toMatch(/<th scope="row">load<\/th>.*1\.8 s/)
    expect(page).not.toContain('<th scope="row">past</th>')
    expect(found(page, /(Only \d of 240 rows fit)/g)).toHaveLength(6)
    expect(page).toContain('2 more of this kind')
    expect(page).toContain('then run <code>supa-seed seed</code> again.')
    expect(page).toContain('A note of some length')
  })

  it('leaves out what a report does not have', () => {
    const bare: Report = sampleReport(0, {
      tables: [],
      graph: [],
      warnings: [],
      notes: [],
      signIns: [],
      phases: { completed: 0, total: 0, list: [] },
      timings: {},
    })
    const empty = renderReportPage(bare)
    expect(found(empty, /<section id="(\w+)"/g)).toEqual([])
    elements(empty)
  })

  it('makes nothing of what data say', () => {
    const plain = sampleReport(5)
    const attacked = renderReportPage(hostile(plain))
    const shape = (text: string): string[] => elements(text).map((one) => one.split(/[\s=]/)[0] ?? '')
    const calm = renderReportPage({
      ...hostile(plain),
      ...JSON.parse(JSON.stringify(hostile(plain)).replaceAll('<', '[').replaceAll('>', ']')),
    })
    expect(shape(attacked)).toEqual(shape(calm))
    expect(bodyOf(attacked)).not.toMatch(/<(img|script|style|svg onload)|\u202e/)
    expect(attacked).toContain(
      '&lt;/style&gt;&lt;/script&gt;--&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&#96;',
    )
    expect(attacked.slice(attacked.indexOf('<style>'), attacked.indexOf('</style>'))).not.toContain('alert')
  })

  it('is the same for the same report', () => {
    expect(renderReportPage(sampleReport(40))).toBe(renderReportPage(JSON.parse(JSON.stringify(sampleReport(40)))))
  })
})
