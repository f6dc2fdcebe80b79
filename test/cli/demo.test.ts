import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import type { DemoReport } from '../../src/model/reports/demo-report.ts'
import type { StatusReport, VerifyReport } from '../../src/model/reports/report.ts'
import type { SqlReport } from '../../src/model/reports/sql-report.ts'
import { displayWidth } from '../../src/report/width.ts'
import { demoFolder } from '../../src/run/demo/demo-folder.ts'
import { plainEnvironment } from '../support/children.ts'
import { supply } from '../support/supply.ts'
import { fakeTerminal } from './fake-terminal.ts'

const USERS = ['test', 'owner', 'member', 'custom', 'super-admin'].map((name) => `${name}@makerkit.dev`)

/** Is removed in the end. */
let folder: string
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'supa-seed-demo-')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }))

describe('the demo of the packed package, in an empty folder', () => {
  let main: string
  let cwd: string
  let demo: string
  let first: ReturnType<typeof run>

  beforeAll(async () => {
    main = join(await supply('package'), 'node_modules', 'supa-seed', 'dist', 'cli', 'main.js')
    cwd = join(folder, 'empty')
    demo = join(cwd, 'supa-seed-demo')
    mkdirSync(cwd)
    // None of these is any business of the demo.
    first = run(['demo'], cwd, {
      DATABASE_URL: 'postgres://nobody:nothing@db.example.com/production',
      SUPA_SEED_SEED: 'another',
      SUPA_SEED_ROWS: '3',
    })
  }, 120_000)

  function run(words: readonly string[], where = demo, env: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
      cwd: where,
      encoding: 'utf8',
      env: { ...plainEnvironment(), ...env },
    })
    return { code: status, stdout, stderr }
  }

  /** The document that a command prints in the demo's folder. */
  function json<Document>(...words: readonly string[]): Document {
    const { code, stdout, stderr } = run([...words, '--json'])
    expect([code, code === 0 ? '' : stdout + stderr]).toEqual([0, ''])
    return JSON.parse(stdout) as Document
  }

  test('says what is happening, shows what came of it and what to type next', () => {
    const { code, stdout, stderr } = first
    expect([code, stderr, code === 0 ? '' : stdout]).toEqual([0, '', ''])
    const titles = [
      'Users',
      'Rows',
      'Shares',
      'Sample rows',
      'Phases',
      'Verification',
      'Rows that users see',
      'Time',
      'Next',
    ]
    expect(stdout.split('\n').filter((line) => titles.includes(line))).toEqual(titles)
    expect(stdout).toMatch(/^ {2}✓ 1\d\d files copied to supa-seed-demo +\d+ (ms|s)$/m)
    expect(stdout).toMatch(/^ {2}✓ 16 migrations applied/m)
    expect(stdout).toMatch(/^ {2}✓ schema read, ([\d,]+) rows planned.*\n {2}✓ \1 rows written/m)
    expect(stdout).toMatch(/^Ready: 20 users, 3 teams, [\d,]+ rows in \d+ tables\.$/m)
    for (const email of USERS) expect(stdout).toMatch(new RegExp(`^  ${email} +testingpassword  \\S`, 'm'))
    expect(stdout).toMatch(/^ {2}posts +44 {2}your files$/m)
    expect(stdout).toMatch(/^ {2}profiles +20 {2}12 your files, 8 generated$/m)
    expect(stdout).toMatch(/^ {2}accounts +23 {2}20 trigger, 2 generated, 1 given$/m)
    expect(stdout).toMatch(/^ {2}roles +3 {2}2 existing, 1 given$/m)
    expect(stdout).toMatch(/^ {2}posts per author +1 █/m)
    expect(stdout).toMatch(/^ {2}setup_items per setup /m)
    for (const table of ['posts', 'gear', 'profiles']) expect(stdout).toMatch(new RegExp(`^  ${table}$`, 'm'))
    for (const phase of ['auth', 'reference data', 'user content', 'relations and media'])
      expect(stdout).toMatch(new RegExp(`^  ✓ ${phase} `, 'm'))
    expect(stdout).toMatch(/^ {2}✓ sign-in +20 users /m)
    expect(stdout).toMatch(/^ {2}cd supa-seed-demo\n {2}npx supa-seed status /m)
    expect(stdout).not.toMatch(/^ *(warning|error)/m)
    for (const control of ['\x1b', '\r']) expect(stdout).not.toContain(control)
    for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80)
  })

  test('a second run changes nothing, says so, and leaves files as they are', () => {
    writeFileSync(join(demo, 'README.md'), 'Mine.\n')
    rmSync(join(demo, 'content', 'posts', 'a-year-of-water.md'))
    const journal = () =>
      readdirSync(join(demo, '.supa-seed', 'journal'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.jsonl'))
        .map((path) => readFileSync(join(demo, '.supa-seed', 'journal', path), 'utf8'))
    const before = journal()
    const { code, stdout, stderr } = run(['demo', '--json', '--report', 'page.html'], cwd)
    const result = JSON.parse(stdout) as DemoReport
    expect(code).toBe(0)
    expect(result).toMatchObject({ ok: true, folder: 'supa-seed-demo', copied: 1, verify: { ok: true } })
    expect(result.report).toMatchObject({ ok: true, run: null, users: { total: 20 }, warnings: [], errors: [] })
    expect(result.report.tables.filter(({ inserted, updated }) => inserted + updated > 0)).toEqual([])
    expect(result.report.signIns.slice(0, 5).map(({ email }) => email)).toEqual(USERS)
    expect(stderr).toContain('nothing to write: every row is there')
    expect(readFileSync(join(cwd, 'page.html'), 'utf8')).toContain('super-admin@makerkit.dev')
    expect(journal()).toEqual(before)
    expect(readFileSync(join(demo, 'README.md'), 'utf8')).toBe('Mine.\n')
    expect(existsSync(join(demo, 'content', 'posts', 'a-year-of-water.md'))).toBe(true)
  })

  test('sql, seed, status and verify go on in its folder', () => {
    const { results } = json<SqlReport>('sql', 'select count(*) as posts from posts group by author_id order by 1')
    const posts = results[0]?.rows.map(([count]) => Number(count)) ?? []
    expect(posts).toHaveLength(20)
    expect([posts[0], posts.at(-1)]).toEqual([1, 4])
    expect(run(['seed', '--rows', 'comments=200']).stdout).toContain('Seeded 80 rows.')
    const { ok, tables } = json<StatusReport>('status')
    expect(ok).toBe(true)
    expect(tables).toContainEqual(expect.objectContaining({ table: 'comments', seeded: 200, missing: 0 }))
    expect(json<VerifyReport>('verify')).toMatchObject({ ok: true })
  })
})

describe('the folder of the demo', () => {
  const named = (name: string): string => join(folder, name)

  test('must not hold anything else', async () => {
    mkdirSync(named('other'))
    writeFileSync(join(named('other'), 'notes.txt'), 'Mine.')
    const terminal = fakeTerminal({ cwd: folder })
    expect(await runCommandLine(['demo', '--dir', 'other'], terminal)).toBe(2)
    expect(terminal.written.err).toContain('other holds something that is not the demo. Nothing was written.')
    expect(terminal.written.err).toContain('found notes.txt')
    expect(terminal.written.err).toContain('supa-seed demo --dir')
    expect(readdirSync(named('other'))).toEqual(['notes.txt'])
    mkdirSync(join(named('project'), 'supabase'), { recursive: true })
    writeFileSync(join(named('project'), 'supabase', 'config.toml'), 'project_id = "shop"')
    await expect(demoFolder('project', folder)).rejects.toMatchObject({ code: 'demo-folder-taken' })
  })

  test('must be a folder', async () => {
    writeFileSync(named('file'), '')
    await expect(demoFolder('file', folder)).rejects.toMatchObject({ code: 'demo-folder-unwritable', exitCode: 2 })
  })

  test('may be empty, and what an interrupted copy lacks is added', async () => {
    mkdirSync(named('new'))
    writeFileSync(join(named('new'), '.DS_Store'), '')
    const { path, shown, copied } = await demoFolder('new', folder)
    expect([path, shown]).toEqual([named('new'), 'new'])
    expect(copied).toBeGreaterThan(100)
    rmSync(join(path, 'content'), { recursive: true })
    rmSync(join(path, 'supa-seed.config.ts'))
    expect((await demoFolder('.', path)).copied).toBe(45)
    expect((await demoFolder('.', path)).copied).toBe(0)
  })
})
