import { describe, expect, it } from 'vitest'
import { showProgress } from '../../src/cli/progress.ts'
import { wantsColour } from '../../src/cli/terminal.ts'
import { displayWidth } from '../../src/report/width.ts'
import { fakeContext, fakeTerminal } from './fake-terminal.ts'

const rows = (table: string, written: number, total: number) => ({ kind: 'rows', table, written, total }) as const

describe('progress in a log', () => {
  it('says when a table starts, every ten seconds, and when it ends', () => {
    const terminal = fakeTerminal()
    const view = showProgress(fakeContext(terminal))
    view.on(rows('orders', 0, 1000))
    for (let second = 1; second <= 24; second++) {
      terminal.pass(1000)
      view.on(rows('orders', second * 40, 1000))
    }
    terminal.pass(1000)
    view.on(rows('orders', 1000, 1000))
    view.on({ kind: 'step', step: 'analyze', table: null, rows: 0 })
    view.end()
    expect(terminal.written.out).toBe('')
    expect(terminal.written.err.split('\n')).toEqual([
      'orders: 0 of 1,000 rows (0 %)',
      'orders: 400 of 1,000 rows (40 %), 40 rows/s, 15 s left',
      'orders: 800 of 1,000 rows (80 %), 40 rows/s, 5.0 s left',
      'orders: 1,000 rows in 25 s',
      'analyze',
      '',
    ])
  })

  it('takes one line for a small table', () => {
    const terminal = fakeTerminal()
    showProgress(fakeContext(terminal)).on(rows('a\x1b[2J', 5, 5))
    expect(terminal.written.err).toBe('a\\x1b[2J: 5 rows\n')
  })

  it('counts the rate from where an earlier attempt had come to', () => {
    const terminal = fakeTerminal()
    const view = showProgress(fakeContext(terminal))
    view.on(rows('a', 900, 2000))
    terminal.pass(10_000)
    view.on(rows('a', 1000, 2000))
    expect(terminal.written.err).toContain('a: 1,000 of 2,000 rows (50 %), 10 rows/s, 1 min 40 s left')
  })

  it('is silent when quiet', () => {
    const terminal = fakeTerminal()
    showProgress(fakeContext(terminal, { quiet: true })).on(rows('a', 5, 5))
    expect(terminal.written.err).toBe('')
  })
})

describe('progress on a terminal', () => {
  it('draws one line for each running table again and again, and takes them away', () => {
    const terminal = fakeTerminal({ live: true, columns: 44 })
    const view = showProgress(fakeContext(terminal))
    view.on(rows('orders', 0, 1000))
    view.on(rows('東京の長い長い長い名前のテーブル', 1, 1000))
    terminal.pass(50)
    view.on(rows('orders', 10, 1000))
    terminal.pass(1000)
    view.on(rows('orders', 500, 1000))
    view.end()
    const screens = terminal.written.err.replaceAll('\x1b[1A', '\x1b[2A').split('\x1b[2A\x1b[0J')
    expect(screens.map((screen) => screen.trimEnd().split('\n').length)).toEqual([1, 2, 2, 1])
    expect(screens.at(-1)).toBe('')
    expect(screens[2]).toContain('orders: 500 of 1,000 rows (50 %), 476 rows…')
    expect(screens.flatMap((screen) => screen.split('\n')).every((line) => displayWidth(line) <= 43)).toBe(true)
  })
})

it('colours only where they are wanted', () => {
  expect(wantsColour({}, true)).toBe(true)
  expect(wantsColour({}, false)).toBe(false)
  expect(wantsColour({ NO_COLOR: '1' }, true)).toBe(false)
  expect(wantsColour({ NO_COLOR: '' }, true)).toBe(true)
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true)
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false)
})
