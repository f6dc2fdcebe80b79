import { expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { verify as verifyInProgram } from '../../src/index.ts'
import type { VerifyReport } from '../../src/model/reports/report.ts'
import { freshDatabase } from '../support/database.ts'
import { projectFolder } from '../support/story.ts'
import { fakeTerminal } from './fake-terminal.ts'
import { SHOP } from './outside.ts'

test('verify: 2 before anything is seeded, 0 when all is there, 1 when something is not', async () => {
  const there = await freshDatabase('pg17', SHOP)
  const cwd = projectFolder()
  const run = async (...words: string[]) => {
    const terminal = fakeTerminal({ cwd })
    const code = await runCommandLine([...words, ...there.flags], terminal)
    return { code, ...terminal.written }
  }
  const nothing = await run('verify', '--json')
  expect(nothing.code).toBe(2)
  expect(JSON.parse(nothing.out)).toMatchObject({
    error: { code: 'nothing-to-verify', next: expect.stringContaining('supa-seed seed') },
  })

  expect((await run('seed', '--rows', '20', '--quiet')).code).toBe(0)
  const well = await run('verify')
  expect(well).toMatchObject({ code: 0, err: '' })
  expect(well.out).toMatch(/^✓ counts +100 rows in 5 tables, all there$/m)
  expect(well.out).toMatch(/^– sign-in +there is no auth\.users$/m)
  expect(well.out).toMatch(/^– visible-rows /m)
  expect(well.out).toMatch(/^✓ grants /m)
  expect(await run('verify', '--quiet')).toEqual({ code: 0, out: '', err: '', asked: [] })
  expect(await verifyInProgram({ db: there.config }, { cwd })).toMatchObject({ ok: true })

  await there.raw('delete from notes')
  const short = await run('verify', '--json')
  expect(short.code).toBe(1)
  const report = JSON.parse(short.out) as VerifyReport
  expect(report).toMatchObject({
    ok: false,
    checks: expect.arrayContaining([expect.objectContaining({ name: 'counts', result: 'failed' })]),
  })
  expect((await run('verify', '--quiet')).err).toContain('20 rows of supa-seed are not in notes.')
})
