import { expect, it } from 'vitest'
import { showDemoSteps } from '../../src/cli/demo-steps.ts'
import type { DemoStep } from '../../src/model/reports/demo-report.ts'
import { fakeContext, fakeTerminal } from './fake-terminal.ts'

const done = (step: DemoStep, count: number) =>
  ({ kind: 'done', step, count, folder: 'd', milliseconds: 1500 }) as const

function shown(terminal: ReturnType<typeof fakeTerminal>, flags = {}) {
  const view = showDemoSteps(fakeContext(terminal, flags))
  view.onStep({ kind: 'begun', step: 'load' })
  view.onProgress({ kind: 'rows', table: 'posts\x1b[2J', written: 3, total: 44 })
  view.onStep(done('load', 44))
  view.onStep({ kind: 'begun', step: 'verify' })
  view.end()
  return terminal.written
}

it('a log gets a line for each step that is done', () => {
  expect(shown(fakeTerminal())).toEqual({ out: `  ✓ 44 rows written${' '.repeat(56)}1.5 s\n`, err: '', asked: [] })
})

it('a terminal shows what is under way, and nothing of that stays', () => {
  const { out, err } = shown(fakeTerminal({ live: true }))
  expect(out).toBe(`  ✓ 44 rows written${' '.repeat(56)}1.5 s\n`)
  const erase = '\r\x1b[K'
  expect(err).toBe(`  · writing${erase}  · writing posts\\x1b[2J${erase}  · checking${erase}`)
})

it('for JSON the lines go to standard error, and quietly there are none', () => {
  expect(shown(fakeTerminal(), { json: true })).toMatchObject({ out: '', err: expect.stringContaining('44 rows') })
  expect(shown(fakeTerminal({ live: true }), { quiet: true })).toEqual({ out: '', err: '', asked: [] })
})
