import { describe, expect, test } from 'vitest'
import { finding } from '../../src/model/finding.ts'
import type { VerifyReport } from '../../src/model/reports/report.ts'
import { renderVerify } from '../../src/report/render-verify.ts'
import { plainStyle } from '../../src/report/style.ts'
import { displayWidth } from '../../src/report/width.ts'

const TABLES = [
  'accounts',
  'accounts_memberships',
  'comments',
  'follows',
  'gear_items',
  'posts',
  'profiles',
  'reviews',
  'secrets',
]
const USERS = [...Array.from({ length: 12 }, (_, i) => `somebody.with.a.long.name${i}@wildernest.example`), 'anon']

/** Gear is the same for all who signed in, reviews and secrets are for nobody. */
function rowsOf(user: string, table: string): number | null {
  if (table === 'secrets') return null
  if (table === 'reviews') return 0
  if (table === 'gear_items') return user === 'anon' ? 0 : 64
  return user === 'anon' || user.includes('name1') ? 1000 : 3
}

const report: VerifyReport = {
  ok: false,
  database: { host: 'localhost', database: 'shop', source: '--db-url' },
  seed: '42',
  run: 'f'.repeat(64),
  checks: [
    { name: 'counts', result: 'passed', detail: '1,240 rows in 14 tables, all there' },
    {
      name: 'foreign-keys',
      result: 'failed',
      detail: '1 of 12 foreign keys have rows without a parent, which is told at length here',
    },
    { name: 'grants', result: 'skipped', detail: 'no journal tells how it was when the rows were written' },
  ],
  visible: USERS.flatMap((user) =>
    TABLES.map((table) => ({
      user,
      table,
      rows: rowsOf(user, table),
      ...(table === 'posts' ? { more: true as const } : {}),
    })),
  ),
  findings: [finding('dangling-rows', 'error', { table: 'posts', constraint: 'posts_fkey' }, 'Rows lead nowhere.')],
  timings: { counts: 12, 'foreign-keys': 30 },
}

const page = { style: plainStyle, width: 80, verbose: false }
const lines = (text: string): string[] => text.split('\n')

describe('what verify prints', () => {
  test('fits into 80 columns', () => {
    const wide = lines(renderVerify(report, page)).filter((line) => displayWidth(line) > 80)
    expect(wide).toEqual([])
  })

  test('marks each check', () => {
    const text = renderVerify(report, page)
    expect(text).toMatch(/^Not as promised: 1 of 3 checks failed\.$/m)
    expect(text).toMatch(/^✓ counts {8}1,240 rows in 14 tables, all there$/m)
    expect(text).toMatch(/^✗ foreign-keys {2}1 of 12/m)
    expect(text).toMatch(/^– grants {8}no journal/m)
    expect(renderVerify({ ...report, ok: true }, page)).toMatch(/^Verified: 2 of 3 checks passed, none failed\.$/m)
  })

  test('shows what users see, in pieces as wide as the page, and names what nobody sees', () => {
    const text = renderVerify(report, page)
    expect(lines(text).filter((line) => /^ {2}user /.test(line)).length).toBeGreaterThan(1)
    for (const table of TABLES.filter((one) => !['secrets', 'reviews', 'gear_items'].includes(one)))
      expect(text).toMatch(new RegExp(`^  user .* ${table}( |$)`, 'm'))
    expect(text).toMatch(/^ {2}anon .*1,000\+/m)
    expect(text).toContain('Each of the 12 users sees the same of gear_items (64).')
    expect(text).toContain('Nobody sees rows of reviews, secrets.')
    expect(text).toContain('… and 4 more users; --verbose shows them all')
    expect(renderVerify(report, { ...page, verbose: true })).toContain('name11@')
  })

  test('is told in ASCII where nothing else can be shown', () => {
    expect(renderVerify(report, { ...page, ascii: true })).toMatch(/^[\x20-\x7e\n]*$/)
  })

  test('nothing of it moves the cursor', () => {
    const nasty = { ...report, visible: [{ user: 'a\x1b[2J', table: 'b\r', rows: 1 }], seed: '\x07' }
    expect([...renderVerify(nasty, page)].filter((letter) => letter < ' ' && letter !== '\n')).toEqual([])
  })
})
