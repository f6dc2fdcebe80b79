import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/load/journal/fold.ts'
import type { JournalIdentity } from '../../src/load/journal/journal-folder.ts'
import { journalIdentity } from '../../src/load/journal/journal-identity.ts'
import { openJournal } from '../../src/load/journal/open-journal.ts'
import { parseLines } from '../../src/load/journal/parse-lines.ts'
import type { JournalLine } from '../../src/model/journal.ts'
import { integer, planOf, uuidKey } from '../support/plan.ts'
import { codec, temporaryRoot } from './seeding.ts'

const identity: JournalIdentity = { systemId: '7301', databaseOid: 16384, database: 'app' }
const open = (root: string, write = true) => openJournal({ root, identity, codec, write })

const run = (name: string, reference: string[] = []): JournalLine => ({
  kind: 'run',
  run: name,
  plan: 'p',
  catalogHash: 'c',
  at: '',
  reference,
})
const intent = (name: string, chunk: string, tables: string[] = ['posts'], xid = '1'): JournalLine => ({
  kind: 'intent',
  run: name,
  chunk,
  xid,
  parts: tables.map((table) => ({ table, from: 0, to: 10, first: ['a'], last: ['b'] })),
})
const done = (name: string, chunk: string): JournalLine => ({ kind: 'done', run: name, chunk, inserted: [10] })
const undone = (name: string, chunk: string): JournalLine => ({ kind: 'undone', run: name, chunk, why: '' })
const harvest = (name: string, chunk: string, table: string): JournalLine => ({
  kind: 'harvest',
  run: name,
  chunk,
  table,
  columns: ['id'],
  exact: true,
  keys: [['1']],
})

describe('parseLines', () => {
  const line = fc.record({
    kind: fc.constant('done'),
    run: fc.string(),
    chunk: fc.string({ unit: 'binary' }),
    inserted: fc.array(fc.nat()),
  })

  it('gives all whole lines of a file that was cut anywhere', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.nat(), (lines, cut) => {
        const bytes = Buffer.from(lines.map((one) => `${JSON.stringify(one)}\n`).join(''))
        const end = cut % (bytes.length + 1)
        const parsed = parseLines(bytes.subarray(0, end))
        const whole = bytes.subarray(0, end).toString('latin1').split('\n').length - 1
        expect(parsed.damaged).toBe(0)
        expect(parsed.lines.length - (parsed.open ? 1 : 0)).toBe(whole)
        expect(parsed.lines).toEqual(lines.slice(0, parsed.lines.length))
      }),
    )
  })

  it('passes over and counts a line in the middle that cannot be read', () => {
    const parsed = parseLines(
      Buffer.from(`${JSON.stringify(run('1'))}\n\u0000\u0000{"kin\n${JSON.stringify(done('1', 'a'))}\n`),
    )
    expect(parsed).toMatchObject({ damaged: 1, open: false })
    expect(parsed.lines.map(({ kind }) => kind)).toEqual(['run', 'done'])
  })
})

describe('openJournal', () => {
  it('keeps lines in order, begins with the database, and is read again', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    await Promise.all([
      journal.append([run('1')], true),
      journal.append([intent('1', 'a'), done('1', 'a')]),
      journal.append([intent('1', 'b')], true),
    ])
    await journal.close()
    const again = await open(root, false)
    expect(again.lines.map(({ kind }) => kind)).toEqual(['journal', 'run', 'intent', 'done', 'intent'])
    expect(again.lines[0]).toMatchObject({ version: 1, systemId: '7301', databaseOid: 16384, database: 'app' })
    expect(dirname(again.folder)).toBe(join(root, '.supa-seed', 'journal'))
    await expect(again.append([run('2')])).rejects.toMatchObject({ code: 'journal-unwritable' })
  })

  it('says so when it cannot be written', async () => {
    const root = temporaryRoot()
    writeFileSync(join(root, '.supa-seed'), 'a file where the folder should be')
    await expect(open(root)).rejects.toMatchObject({ code: 'journal-unwritable', exitCode: 2 })
  })

  it('makes nothing when it only looks', async () => {
    const root = temporaryRoot()
    const journal = await open(root, false)
    expect(journal.lines).toEqual([])
    expect(await journal.readPlan('abc')).toBeNull()
    expect(existsSync(join(root, '.supa-seed'))).toBe(false)
  })

  it('goes on after a torn last line', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    await journal.append([run('1'), intent('1', 'a')])
    await journal.close()
    appendFileSync(join(journal.folder, 'journal.jsonl'), '{"kind":"done","run":"1","chu')
    const again = await open(root)
    expect(again.lines.map(({ kind }) => kind)).toEqual(['journal', 'run', 'intent'])
    await again.append([undone('1', 'a')])
    await again.close()
    const last = await open(root, false)
    expect(last.lines.map(({ kind }) => kind)).toEqual(['journal', 'run', 'intent', 'undone'])
    expect(last.damaged).toBe(0)
  })

  it('keeps a last line that lacks nothing but its line end', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    await journal.append([run('1')])
    await journal.close()
    appendFileSync(join(journal.folder, 'journal.jsonl'), JSON.stringify(intent('1', 'a')))
    const again = await open(root)
    await again.append([done('1', 'a')])
    await again.close()
    expect((await open(root, false)).lines.map(({ kind }) => kind)).toEqual(['journal', 'run', 'intent', 'done'])
  })

  it('begins anew when not even its first line was written', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    writeFileSync(join(journal.folder, 'journal.jsonl'), '{"kind":"jour')
    await journal.close()
    const again = await open(root)
    await again.append([run('1')])
    await again.close()
    expect((await open(root, false)).lines.map(({ kind }) => kind)).toEqual(['journal', 'run'])
  })

  it('refuses a journal of a later version', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    writeFileSync(join(journal.folder, 'journal.jsonl'), `${JSON.stringify({ kind: 'journal', version: 2 })}\n`)
    await journal.close()
    await expect(open(root)).rejects.toMatchObject({ code: 'journal-too-new', exitCode: 2 })
    await expect(open(root)).rejects.toMatchObject({ code: 'journal-too-new' })
  })

  it('stores plans by hash, and gives none that was changed or cut', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    const { hash: _, ...parts } = planOf({ posts: { rows: 3, columns: { id: uuidKey, n: integer(1, 5) } } })
    const plan = { ...parts, hash: codec.hash(parts) }
    await journal.writePlan(plan)
    expect(await journal.readPlan(plan.hash)).toEqual(plan)
    const file = join(journal.folder, 'plans', `${plan.hash}.json`)
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
    expect(await journal.readPlan(plan.hash)).toBeNull()
    await journal.writePlan(plan)
    expect(await journal.readPlan(plan.hash)).toEqual(plan)
    await journal.close()
  })

  it('removes what a killed write of a plan left, once it may write', async () => {
    const root = temporaryRoot()
    const { hash: _, ...parts } = planOf({ posts: { rows: 3, columns: { id: uuidKey } } })
    const plan = { ...parts, hash: codec.hash(parts) }
    const first = await open(root)
    await first.writePlan(plan)
    await first.close()
    const plans = join(first.folder, 'plans')
    const whole = readdirSync(plans)
    for (const pid of [process.pid, 1]) writeFileSync(join(plans, `${whole[0]}.${pid}.draft`), '{"half":')
    await open(root, false)
    expect(readdirSync(plans)).toHaveLength(3)
    await (await open(root)).close()
    expect(readdirSync(plans)).toEqual(whole)
  })

  it('sets itself aside and begins anew', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    await journal.append([run('1')])
    const name = await journal.setAside()
    expect(readdirSync(journal.folder)).toContain(name)
    expect(name).toMatch(/^[\w.-]+$/)
    await journal.append([run('2')])
    await journal.close()
    expect((await open(root, false)).lines.map(({ kind }) => kind)).toEqual(['journal', 'run'])
  })

  it('tells version control to leave out journals and locks, beside what was there', async () => {
    const root = temporaryRoot()
    mkdirSync(join(root, '.supa-seed'))
    writeFileSync(join(root, '.supa-seed', '.gitignore'), 'cache/')
    for (const name of ['1', '2']) {
      const journal = await open(root)
      await journal.append([run(name)])
      await journal.close()
    }
    expect(readFileSync(join(root, '.supa-seed', '.gitignore'), 'utf8')).toBe('cache/\njournal/\n*.lock\n')
  })

  it('leaves no folder behind when nothing was written', async () => {
    const root = temporaryRoot()
    const opened = await Promise.allSettled(Array.from({ length: 4 }, () => open(root)))
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close()
    expect(existsSync(join(root, '.supa-seed'))).toBe(false)
  })
})

describe('the lock of a journal', () => {
  const lockFile = (root: string) => join(root, '.supa-seed', 'journal', '7301-16384', 'run.lock')
  const lockedRoot = (): string => {
    const root = temporaryRoot()
    mkdirSync(dirname(lockFile(root)), { recursive: true })
    return root
  }

  it('lets one run in at a time, and names the process', async () => {
    const root = temporaryRoot()
    const journal = await open(root)
    await expect(open(root)).rejects.toMatchObject({
      code: 'run-in-progress',
      message: expect.stringContaining(String(process.pid)),
    })
    await open(root, false)
    await journal.close()
    await (await open(root)).close()
    expect(existsSync(lockFile(root))).toBe(false)
  })

  it('takes over the lock of a process that is gone', async () => {
    const root = lockedRoot()
    const child = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => child.on('exit', resolve))
    writeFileSync(lockFile(root), JSON.stringify({ pid: child.pid, host: hostname(), token: 'old' }))
    await (await open(root)).close()
    mkdirSync(dirname(lockFile(root)), { recursive: true })
    writeFileSync(
      lockFile(root),
      JSON.stringify({ pid: process.pid, host: hostname(), token: 'an earlier process of the same number' }),
    )
    await (await open(root)).close()
    mkdirSync(dirname(lockFile(root)), { recursive: true })
    writeFileSync(lockFile(root), 'not even JSON')
    await (await open(root)).close()
  })

  it('respects the lock of another machine', async () => {
    const root = lockedRoot()
    writeFileSync(lockFile(root), JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }))
    await expect(open(root)).rejects.toMatchObject({
      code: 'run-in-progress',
      next: expect.stringContaining('run.lock'),
    })
  })

  it('lets only one of many in', async () => {
    const root = lockedRoot()
    writeFileSync(lockFile(root), JSON.stringify({ pid: process.pid, host: hostname(), token: 'old' }))
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => open(root)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('journalIdentity', () => {
  const server = { systemId: '7', databaseOid: 5, database: 'app' }
  const address = { kind: 'pglite', port: null, database: 'app', user: 'u', source: 's', local: true } as const

  it('tells embedded databases apart by their folder', () => {
    const one = journalIdentity(server, { ...address, host: 'a' })
    expect(one).toEqual(journalIdentity(server, { ...address, host: './a' }))
    expect(one.systemId).not.toBe(journalIdentity(server, { ...address, host: 'b' }).systemId)
    expect(journalIdentity(server, { ...address, kind: 'postgres', host: 'h' })).toEqual(server)
  })
})

describe('fold', () => {
  it('counts chunks as done only when they were committed', () => {
    const { runs } = fold([
      run('1'),
      intent('1', 'a'),
      done('1', 'a'),
      intent('1', 'b'),
      undone('1', 'b'),
      intent('1', 'c', ['posts'], '9'),
    ])
    expect(runs).toMatchObject([{ run: '1', finished: false, done: [{ id: 'a' }], open: [{ id: 'c', xid: '9' }] }])
  })

  it('keeps what was harvested by the attempt that was committed', () => {
    const { runs } = fold([
      run('1'),
      intent('1', 'a'),
      harvest('1', 'a', 'lost'),
      undone('1', 'a'),
      intent('1', 'a'),
      harvest('1', 'a', 'audit'),
      done('1', 'a'),
    ])
    expect(runs[0]?.done[0]?.harvested.map(({ table }) => table)).toEqual(['audit'])
  })

  it('forgets what was cleaned, but not which tables held rows of others at first', () => {
    const lines = [
      run('1', ['countries']),
      intent('1', 'a'),
      done('1', 'a'),
      { kind: 'cleaned', at: '' } as const,
      run('2', ['later']),
    ]
    expect(fold(lines)).toMatchObject({ reference: ['countries'], runs: [{ run: '2' }] })
  })

  it('forgets single tables, with what triggers made for them alone', () => {
    const { runs } = fold([
      run('1'),
      intent('1', 'a', ['posts']),
      harvest('1', 'a', 'audit'),
      done('1', 'a'),
      intent('1', 'b', ['posts', 'users']),
      harvest('1', 'b', 'audit'),
      done('1', 'b'),
      { kind: 'cleaned', at: '', tables: ['posts'] },
    ])
    expect(
      runs[0]?.done.map(({ id, parts, harvested }) => [id, parts.map(({ table }) => table), harvested.length]),
    ).toEqual([['b', ['users'], 1]])
    expect([...(runs[0]?.cleaned ?? [])]).toEqual(['posts'])
  })

  it('does not take up a run that was given up', () => {
    expect(fold([run('1'), intent('1', 'a'), done('1', 'a'), undone('1', '*')]).runs).toMatchObject([
      { finished: true, done: [{ id: 'a' }] },
    ])
  })
})
