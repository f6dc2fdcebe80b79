import { finding } from '../../src/model/finding.ts'
import type { Report, SampleRows, Share, TableReport } from '../../src/model/reports/report.ts'

/** Breaks out of elements, attributes, comments, style sheets and scripts, and turns text around, where it is not escaped. */
const HOSTILE = `</style></script>--><img src=x onerror="alert(1)">'\`"><svg onload=alert(2)>\u202e{}`

const FIRST = ['users', 'accounts', 'projects', 'tasks', 'comments', 'tags', 'task_tags']

/** A report of an application with so many tables, in which everything occurs that a report can hold. */
export function sampleReport(count: number, rest: Partial<Report> = {}): Report {
  const names = Array.from({ length: count }, (_, at) => FIRST[at] ?? `app.table_with_a_name_${at}`)
  const parentOf = (at: number): string => names[Math.floor(at / 2)] as string
  const tables = names.map((name, at) => tableReport(name, at))
  return {
    ok: true,
    run: '20260115T120000000Z-00000000',
    seed: 'sample',
    dataset: null,
    database: { host: 'localhost:54322', database: 'postgres', source: '--db-url' },
    users: { created: 40, existing: 2, total: 42 },
    accounts: { personal: 40, team: 5 },
    tables: [
      ...tables,
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
        inserted: 0,
        updated: 0,
        existing: 0,
        source: 'left out',
        origins: {},
        note: 'was not asked for',
      },
    ],
    phases: {
      completed: 1,
      total: 2,
      list: [
        { name: 'People', tables: names.slice(0, 2), completed: true },
        { name: 'Content', tables: names.slice(2), completed: false },
      ],
    },
    relationships: { verified: true },
    compatibility: { makerkit: true, version: '2.x', evidence: [] },
    relaxations: [],
    warnings: [1, 2, 3, 4, 5, 6].map((at) =>
      finding('rows-capped', 'warning', { table: 'tags', column: `c${at}` }, `Only ${at} of 240 rows fit.`, {
        expected: '240',
        found: `${at}`,
        next: 'Raise the parents, then run `supa-seed seed` again.',
      }),
    ),
    errors: [],
    notes: [finding('rows-kept', 'info', {}, 'A note of some length that says what was found.')],
    timings: { config: 12, connect: 190, catalog: 240, past: 0, plan: 92, load: 1840 },
    shares: names.slice(1).map((name, at) => sampleShare(name, parentOf(at + 1), at)),
    samples: names.map(sampleRows),
    signIns: ['super-admin', 'owner', 'member'].map((role) => ({
      email: `${role}@example.com`,
      password: 'testingpassword',
      role,
    })),
    graph: [
      ...names.slice(1).map((name, at) => ({ from: name, to: parentOf(at + 1), constraint: `${name}_fkey` })),
      ...names.slice(4).map((name) => ({ from: name, to: names[0] as string, constraint: `${name}_user_fkey` })),
      { from: names[0] as string, to: names[1] ?? '', constraint: 'closes_a_cycle' },
      { from: names[0] as string, to: names[0] as string, constraint: 'to_itself' },
      { from: names[0] as string, to: 'countries', constraint: 'country' },
    ].filter(({ to }) => to !== ''),
    ...rest,
  }
}

function tableReport(table: string, at: number): TableReport {
  const rows = 10 * (at + 1) ** 2
  const made = at === 1
  return {
    table,
    planned: rows,
    inserted: rows - (at === 3 ? 20 : 0),
    updated: made ? rows : 0,
    existing: at === 3 ? 20 : 0,
    source: made ? 'trigger' : at === 4 ? 'assets' : 'generated',
    origins: made ? { trigger: rows } : at === 4 ? { files: rows - 5, generated: 5 } : { generated: rows },
    ...(at === 2 ? { note: 'triggers made 2 more' } : {}),
  }
}

function sampleShare(table: string, parent: string, at: number): Share {
  const bars = at % 5 === 4 ? 1 : 2 + ((at * 3) % 11)
  const width = at % 3 === 2 ? 5 : 1
  const histogram = Array.from({ length: bars }, (_, bar) => ({
    from: bar * width,
    to: (bar + 1) * width - 1,
    parents: (bar * 7 + at) % 13,
  }))
  const parents = histogram.reduce((sum, bar) => sum + bar.parents, 1)
  const max = bars === 1 ? 0 : bars * width - 1
  return { table, parent, columns: ['parent_id'], rows: 10 * (at + 2) ** 2, parents, min: 0, max, mean: 2.7, histogram }
}

const sampleRows = (table: string, at: number): SampleRows => ({
  table,
  columns: ['id', 'title', 'body', 'stars', 'created_at', 'empty', 'half'],
  rows: [1, 2, 3].map((row) => [
    `018cc251-f400-7000-8000-0000000000${at % 10}${row}`,
    `A title of row ${row}`,
    'A body that is longer than what a cell of a table has room for, so it is cut. '.repeat(2),
    String(row * 7),
    '2026-04-24 14:07:11.123+00',
    null,
    row === 2 ? null : 'here',
  ]),
})

/** The same report with something hostile wherever a text can be. */
export function hostile(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === 'string' && !['level', 'code', 'from', 'to', 'table', 'parent'].includes(key)
      ? `${value}${HOSTILE}`
      : typeof value === 'string' && ['from', 'to', 'table', 'parent'].includes(key)
        ? `"${value}${HOSTILE.replaceAll('"', '""')}"`
        : value,
  ) as Report
}
