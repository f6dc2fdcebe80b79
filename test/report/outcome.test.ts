import { describe, expect, it } from 'vitest'
import { DatabaseError } from '../../src/model/database.ts'
import { finding } from '../../src/model/finding.ts'
import { SeedError } from '../../src/model/seed-error.ts'
import { errorToJson, renderError } from '../../src/report/render-error.ts'
import { renderFindings } from '../../src/report/render-findings.ts'
import { renderCleanup, renderReset } from '../../src/report/render-removal.ts'
import { renderReport } from '../../src/report/render-report.ts'
import { renderStatus } from '../../src/report/render-status.ts'
import { plainStyle } from '../../src/report/style.ts'
import { type Loaded, summarise } from '../../src/report/summarise.ts'
import { displayWidth } from '../../src/report/width.ts'
import { compileRows } from '../../src/values/rows/rows.ts'
import { planOf, tablePlan } from './sample-plan.ts'

const page = { style: plainStyle, width: 80, verbose: false }
const address = {
  kind: 'postgres',
  host: 'localhost',
  port: 5432,
  database: 'app',
  user: 'me',
  source: '--db-url',
  local: true,
} as const
const database = { host: 'localhost', database: 'app', source: '--db-url' }

const plan = planOf([tablePlan('auth.users', []), tablePlan('posts', [], { rows: 50, present: 20 })], {
  left: [
    { table: 'countries', code: 'holds-rows', why: 'holds rows', flag: '--rows countries=N', rows: 249 },
    { table: 'audit', code: 'not-asked', why: 'was not asked for', flag: '--only audit', rows: 0 },
  ],
  findings: [finding('rows-capped', 'info', { table: 'posts' }, 'Only 50 fit.')],
})
const loaded: Loaded = {
  run: 'r1',
  inserted: { 'auth.users': 10, posts: 30 },
  updated: {},
  made: { audit: 40, log: 5, posts: 2 },
  findings: [finding('view-not-refreshed', 'warning', { table: 'v' }, 'The view v was not refreshed.')],
  stages: 1,
  timings: { plan: 100, load: 2000 },
}
const surroundings = {
  address,
  counts: { posts: 25, log: 1 },
  framework: { family: 'makerkit-turbo' as const, version: 'v2' as const, evidence: ['accounts'] },
  catalog: { relations: [] },
  rows: compileRows(plan),
  signIns: [],
}

describe('the report of a run', () => {
  const report = summarise(plan, loaded, surroundings)

  it('holds what was done against what was promised', () => {
    expect(report).toMatchObject({
      ok: true,
      run: 'r1',
      seed: 'demo',
      database,
      users: { created: 10, existing: 0, total: 10 },
      phases: { completed: 1, total: 1 },
      compatibility: { makerkit: true, evidence: ['accounts'] },
      warnings: [{ code: 'view-not-refreshed' }],
      errors: [],
      notes: [{ code: 'rows-capped' }],
    })
    expect(report.tables).toEqual([
      {
        table: 'auth.users',
        planned: 10,
        inserted: 10,
        updated: 0,
        existing: 0,
        source: 'generated',
        origins: { generated: 10 },
      },
      {
        table: 'posts',
        planned: 50,
        inserted: 30,
        updated: 0,
        existing: 25,
        source: 'generated',
        origins: { generated: 50, existing: 5, trigger: 2 },
        note: 'triggers made 2 more',
      },
      {
        table: 'countries',
        planned: 0,
        inserted: 0,
        updated: 0,
        existing: 249,
        source: 'existing rows',
        origins: { existing: 249 },
        note: 'holds rows; fill it with --rows countries=N',
      },
      {
        table: 'audit',
        planned: 0,
        inserted: 40,
        updated: 0,
        existing: 0,
        source: 'trigger',
        origins: { trigger: 40 },
        note: 'was not asked for; fill it with --only audit',
      },
      {
        table: 'log',
        planned: 0,
        inserted: 5,
        updated: 0,
        existing: 1,
        source: 'trigger',
        origins: { trigger: 5, existing: 1 },
      },
    ])
  })

  it('is not ok when a row is missing, or a finding is an error', () => {
    expect(summarise(plan, { ...loaded, inserted: { 'auth.users': 10, posts: 29 } }, surroundings).ok).toBe(false)
    expect(
      summarise(plan, { ...loaded, findings: [finding('value-taken', 'error', {}, 'Taken.')] }, surroundings).ok,
    ).toBe(false)
  })

  it('counts updates where triggers make the rows', () => {
    const enriched = planOf([
      tablePlan('accounts', [], { writer: { kind: 'update', trigger: 't', of: 'auth.users', why: null } }),
    ])
    const done = { ...loaded, inserted: {}, updated: { accounts: 10 }, made: { accounts: 10 } }
    expect(summarise(enriched, done, surroundings)).toMatchObject({
      ok: true,
      tables: [{ inserted: 10, updated: 10, source: 'trigger' }],
    })
    expect(summarise(enriched, { ...done, updated: { accounts: 9 } }, surroundings).ok).toBe(false)
  })

  it('is rendered by table, with findings, rate and what to type next', () => {
    const text = renderReport(report, page)
    expect(text).toContain('Seeded 85 rows.')
    expect(text).toContain('2.1 s, 43 rows/s while loading, seed demo, run r1')
    expect(text).toMatch(/posts +50 +30 +25 +generated: triggers made 2 more/)
    expect(text).toMatch(/warning +The view v was not refreshed\./)
    expect(text).toContain('countries (249 rows): holds rows; fill it with --rows countries=N')
    expect(text).toContain('supa-seed status')
    expect(text.split('\n').every((line) => displayWidth(line) <= 80)).toBe(true)
    expect(text).not.toContain('updated')
    const enriched = report.tables.map((table) => ({ ...table, updated: 3 }))
    expect(renderReport({ ...report, tables: enriched }, page)).toMatch(/posts +50 +30 +3 +25/)
    const failed = renderReport({ ...report, ok: false }, page)
    expect(failed).toContain('Not complete: 85 rows written')
    expect(failed).toContain('supa-seed seed goes on from here')
    const again = renderReport(summarise(planOf([]), { ...loaded, inserted: {}, made: {} }, surroundings), page)
    expect(again).toContain('No table to fill')
    const idle = report.tables.map((table) => ({ ...table, inserted: 0, updated: 0 }))
    expect(renderReport({ ...report, tables: idle }, page)).toContain('Nothing to do')
  })
})

describe('findings', () => {
  const many = Array.from({ length: 9 }, (_, i) =>
    finding('check-unsolved', 'warning', { table: `t${i}`, constraint: 'c' }, 'Nobody understood the check.', {
      found: 'x',
      next: 'Do it.',
    }),
  )

  it('come by weight, and many of a kind are shortened', () => {
    const lines = renderFindings(
      [finding('a', 'info', {}, 'A note.'), ...many, finding('e', 'error', { path: 'tables.x' }, 'An error.')],
      page,
    )
    expect(lines[0]).toBe('error    tables.x: An error.')
    expect(lines.filter((line) => line.includes('Nobody understood'))).toHaveLength(3)
    expect(lines.join('\n')).toContain('… and 6 more of the kind check-unsolved')
    expect(lines.at(-1)).toBe('note     A note.')
    expect(renderFindings(many, { ...page, verbose: true }).filter((line) => line.includes('Nobody'))).toHaveLength(9)
  })

  it('never shortens dangers, and says how each is allowed', () => {
    const lines = renderFindings(
      Array.from({ length: 9 }, (_, i) => finding('calls-out', 'danger', { table: `"o'd ${i}"` }, 'It calls out.')),
      page,
    )
    expect(lines.filter((line) => line.startsWith('danger'))).toHaveLength(9)
    expect(lines.join('\n')).toContain(`--allow 'calls-out:"o'\\''d 3"'`)
  })
})

describe('errors', () => {
  const error = new SeedError({
    code: 'wrong-password',
    message: 'The server refused postgres://me:secret@host/app\x1b[2J.',
    place: { file: '.env' },
    expected: 'the password of me',
    found: 'another one',
    next: 'Look at DATABASE_URL.',
    cause: new Error('deep'),
  })

  it('say what is wrong, where, what was expected and found, and what to do', () => {
    expect(renderError(error, page)).toBe(
      [
        'Error: The server refused postgres://me:***@host/app\\x1b[2J.',
        '  at .env',
        '  expected the password of me',
        '  found another one',
        'Next: Look at DATABASE_URL.',
        '(wrong-password)',
      ].join('\n'),
    )
  })

  it('show a stack only when everything is asked for', () => {
    const text = renderError(error, { ...page, verbose: true })
    expect(text).toMatch(/at .*outcome\.test\.ts/)
    expect(text).toContain('Caused by:')
    expect(text).not.toContain('secret')
  })

  it('list all problems', () => {
    const findings = ['a', 'b'].map((path) =>
      finding('unknown-setting', 'error', { path }, `There is no setting ${path}.`),
    )
    const text = renderError(
      new SeedError({ code: 'config-invalid', message: 'Two problems.', next: 'Mend them.', findings }),
      page,
    )
    expect(text).toContain('error    There is no setting a.')
    expect(text).toContain('error    There is no setting b.')
  })

  it('that nobody foresaw say that they are bugs', () => {
    const surprise = new DatabaseError('null value', { code: '23502', table: 'posts', column: 'title' })
    expect(renderError(surprise, page)).toContain(
      'Unexpected error: null value\n  sqlstate 23502\n  table posts\n  column title\nNext: This is a bug',
    )
    expect(renderError('just text', page)).toContain('Unexpected error: just text')
    expect(errorToJson(surprise)).toMatchObject({ error: { code: 'unexpected', sqlstate: '23502', table: 'posts' } })
  })

  it('are JSON without secrets', () => {
    expect(errorToJson(error)).toMatchObject({
      error: { code: 'wrong-password', message: expect.stringContaining('me:***@host'), next: 'Look at DATABASE_URL.' },
    })
  })
})

describe('status, cleanup and reset', () => {
  it('status', () => {
    const status = {
      ok: false,
      database,
      seed: 'demo',
      dataset: null,
      run: 'r',
      unfinished: true,
      tables: [
        { table: 'posts', seeded: 40, missing: 10, others: null },
        { table: 'users', seeded: 1, missing: 0, others: 3, note: 'x' },
      ],
      findings: [],
    }
    const text = renderStatus(status, page)
    expect(text).toContain('41 rows of supa-seed in 2 tables, seed demo.')
    expect(text).toContain('A run was interrupted: 10 rows are not there yet.')
    expect(renderStatus({ ...status, unfinished: false }, page)).toContain('10 rows of supa-seed are gone.')
    expect(text).toMatch(/posts +40 +10 +\?/)
    expect(text).toMatch(/users +1 +3 +x/)
    expect(text).toContain('supa-seed seed goes on with it')
    expect(renderStatus({ ...status, ok: true, unfinished: false, tables: [] }, page)).toContain(
      'Nothing of supa-seed is here.',
    )
  })

  it('cleanup', () => {
    const report = {
      ok: true,
      database,
      tables: [
        { table: 'posts', removed: 1200 },
        { table: 'users', removed: 0 },
      ],
      findings: [],
      timings: { all: 50 },
    }
    expect(renderCleanup(report, page)).toMatch(
      /^Removed 1,200 rows of supa-seed, nothing else\. 50 ms\n\ntable +removed\nposts +1,200$/,
    )
    expect(renderCleanup({ ...report, tables: [] }, page)).toContain('There was nothing of supa-seed to remove.')
  })

  it('reset', () => {
    const report = {
      ok: true,
      database,
      everything: false,
      tables: [{ table: 'posts', removed: 3, restored: 5 }],
      findings: [],
      timings: {},
    }
    expect(renderReset(report, page)).toMatch(/Restored 5 rows\.[\s\S]*posts +3 +5/)
    expect(renderReset({ ...report, everything: true }, page)).toContain(
      'Removed 3 rows: the tables of the app are empty.',
    )
  })
})
