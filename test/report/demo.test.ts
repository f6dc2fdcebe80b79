import { describe, expect, it } from 'vitest'
import { finding } from '../../src/model/finding.ts'
import type { DemoReport } from '../../src/model/reports/demo-report.ts'
import type { VerifyReport, VisibleRows } from '../../src/model/reports/report.ts'
import { renderDemoStep } from '../../src/report/demo/render-demo-step.ts'
import { tellingSights } from '../../src/report/demo/telling-sights.ts'
import { originsOf } from '../../src/report/origins.ts'
import { renderDemo } from '../../src/report/render-demo.ts'
import { spellOrigins } from '../../src/report/spell-origins.ts'
import { plainStyle } from '../../src/report/style.ts'
import { displayWidth } from '../../src/report/width.ts'
import { tablePlan } from './sample-plan.ts'
import { sampleReport } from './sample-report.ts'

const page = { style: plainStyle, width: 80, verbose: false }

const sights = (user: string, numbers: Readonly<Record<string, number | null>>): VisibleRows[] =>
  Object.entries(numbers).map(([table, rows]) => ({ user, table, rows }))

const visible = [
  ...sights('owner@example.com', { accounts: 5, posts: 40, tasks: 3 }),
  ...sights('member@example.com', { accounts: 2, posts: 40, tasks: 1 }),
  ...sights('stranger@example.org', { accounts: 9, posts: 1, tasks: 9 }),
  ...sights('anon', { accounts: null, posts: 40, tasks: 0 }),
]

const verify: VerifyReport = {
  ok: true,
  database: { host: 'd', database: 'd', source: '--embedded' },
  seed: 'demo',
  run: 'r',
  checks: [
    {
      name: 'counts',
      result: 'passed',
      detail: 'All of the many rows that were promised are there, in all of the tables.',
    },
    { name: 'sign-in', result: 'skipped', detail: 'there is no auth.users' },
  ],
  visible,
  findings: [finding('rows-kept', 'info', {}, 'A note of some length that says what was found.')],
  timings: {},
}

const demo: DemoReport = {
  ok: true,
  folder: "my demo's",
  copied: 110,
  report: sampleReport(7),
  verify,
  timings: { files: 40, database: 1200, plan: 900, verify: 1100 },
}

describe('what the demo prints', () => {
  const text = renderDemo(demo, page)

  it('has users, rows, shares, samples, phases, checks, sights, findings, time and what to type next, in this order', () => {
    const titles = [
      'Users',
      'Rows',
      'Shares',
      'Sample rows',
      'Phases',
      'Verification',
      'Rows that users see',
      'Findings',
    ]
    const all = [...titles, 'Time', 'Next']
    expect(text.split('\n').filter((line) => all.includes(line))).toEqual(all)
    expect(text).toMatch(/^ {2}owner@example.com +testingpassword {2}owner$/m)
    expect(text).toContain('  and 39 more with the same password')
    expect(text).toMatch(/^ {2}comments +250 {2}245 your files, 5 generated$/m)
    expect(text).toMatch(/^ {2}countries +249 {2}existing$/m)
    expect(text).not.toMatch(/^ {2}audit/m)
    expect(text).toMatch(/^ {2}– Content /m)
    expect(text).toContain('  3.2 s in all: files 40 ms, database 1.2 s, plan 900 ms, verify 1.1 s')
    expect(text).toContain(`  cd 'my demo'\\''s'\n  npx supa-seed status`)
    expect(text.split('\n').filter((line) => line.includes('A note of some length'))).toHaveLength(1)
  })

  it('fits narrow terminals, and wide ones are not filled', () => {
    for (const width of [60, 80, 100, 200]) {
      // Commands are not broken: they are to be copied.
      const lines = renderDemo(demo, { ...page, width })
        .split('\n')
        .filter((line) => !line.includes('npx supa-seed'))
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(Math.min(width, 100))
    }
  })

  it('needs no more than ASCII', () => {
    expect(renderDemo(demo, { ...page, ascii: true })).toMatch(/^[\n\x20-\x7e]*$/)
    const step = { kind: 'done', step: 'load', count: 1200, folder: 'd', milliseconds: 900 } as const
    expect(renderDemoStep(step, { ...page, ascii: true })).toBe(`  + 1,200 rows written${' '.repeat(52)}900 ms`)
  })

  it('begins with what came of it', () => {
    const headline = (change: Partial<DemoReport>) => renderDemo({ ...demo, ...change }, page).split('\n')[0]
    expect(headline({})).toBe('Ready: 42 users, 5 teams, 1,400 rows in 7 tables.')
    const still = demo.report.tables.map((table) => ({ ...table, inserted: 0, updated: 0 }))
    expect(headline({ report: { ...demo.report, tables: still } })).toMatch(/^Nothing to do, nothing changed: 42 users/)
    expect(headline({ ok: false })).toMatch(/^Not complete: /)
  })
})

describe('row-level security in one small table', () => {
  it('is shown by the tables where users differ most, as far as they fit', () => {
    const users = ['owner@example.com', 'member@example.com']
    const tables = (width: number) => [...new Set(tellingSights(visible, users, width).map(({ table }) => table))]
    expect(tables(80)).toEqual(['accounts', 'tasks'])
    expect(tables(2 + 18 + 2 + 8)).toEqual(['accounts'])
    expect(tables(20)).toEqual([])
    expect(new Set(tellingSights(visible, users, 80).map(({ user }) => user))).toEqual(new Set(users))
  })
})

describe('where rows come from', () => {
  const pool = (rows: readonly number[]) => ({
    name: 'pool',
    table: 'posts',
    items: rows.map((row) => ({ row, identity: String(row), digest: '' })),
  })
  const fixtures = [0, 1].map((row) => ({ row, handle: `h${row}` }))

  it('is counted row by row: a trigger before what is given, that before files, and the rest is generated', () => {
    expect(originsOf(tablePlan('posts', []), [], 0)).toEqual({ generated: 10 })
    expect(originsOf(tablePlan('posts', [], { fixtures }), [pool([1, 2, 3])], 4)).toEqual({
      generated: 6,
      files: 2,
      given: 2,
      existing: 4,
    })
    const made = {
      trigger: 't',
      of: 'auth.users',
      ranges: [
        { from: 0, to: 1 },
        { from: 4, to: 6 },
      ],
    }
    expect(originsOf(tablePlan('posts', [], { fixtures, made }), [pool([4, 7])], 0)).toEqual({
      generated: 5,
      files: 1,
      given: 1,
      trigger: 3,
    })
    const writer = { kind: 'update', trigger: 't', of: 'auth.users', why: null } as const
    expect(originsOf(tablePlan('posts', [], { writer }), [pool([1])], 0)).toEqual({ trigger: 10 })
    expect(originsOf(tablePlan('others', [], { fixtures: [] }), [pool([1])], 0)).toEqual({ generated: 10 })
  })

  it('is spelled with numbers where there are several', () => {
    expect(spellOrigins({ files: 44 })).toBe('your files')
    expect(spellOrigins({ given: 1, generated: 2, trigger: 1200 })).toBe('1,200 trigger, 2 generated, 1 given')
    expect(spellOrigins({})).toBe('')
  })
})
