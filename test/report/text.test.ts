import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printable } from '../../src/report/printable.ts'
import { renderTable } from '../../src/report/render-table.ts'
import { spellBytes, spellCount, spellDuration, spellRows, spellShare } from '../../src/report/spell-number.ts'
import { plainStyle } from '../../src/report/style.ts'
import { clip, displayWidth, pad, wrap } from '../../src/report/width.ts'

const page = { style: plainStyle, width: 40, verbose: false }

describe('width of a text', () => {
  it.each([
    ['abc', 3],
    ['', 0],
    ['naïve', 5],
    ['nai\u0308ve', 5],
    ['東京', 4],
    ['한국어', 6],
    ['ｆｕｌｌ', 8],
    ['👍', 2],
    ['👩‍👩‍👧‍👦', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['\u0301', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  it('clips to the width and marks it, never inside of a character', () => {
    expect(clip('abcdef', 6)).toBe('abcdef')
    expect(clip('abcdefg', 6)).toBe('abcde…')
    expect(clip('東京都庁', 6)).toBe('東京…')
    expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 5)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…')
    expect(clip('abc', 0)).toBe('')
  })

  it('what is clipped and filled up takes exactly the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const shown = printable(text)
        expect(displayWidth(clip(shown, width))).toBeLessThanOrEqual(width)
        expect(displayWidth(pad(clip(shown, width), width))).toBe(width)
      }),
    )
  })

  it('wraps at spaces', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('incomprehensible x', 5)).toEqual(['incomprehensible', 'x'])
    expect(wrap('', 5)).toEqual([''])
  })
})

describe('data on a terminal', () => {
  it.each([
    ['\x1b[31mred\x1b[0m', '\\x1b[31mred\\x1b[0m'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\x9b2J\x07\x00', '\\x9b2J\\x07\\x00'],
    ['user\u202Egpj.exe', 'user\\u202egpj.exe'],
    ['zero\u200Bwidth\uFEFF', 'zero\\u200bwidth\\ufeff'],
    ['half \ud83d', 'half \\ud83d'],
    ['\u{E0041}', '\\u{e0041}'],
    ['Größe 東京 👩‍👩‍👧‍👦', 'Größe 東京 👩‍👩‍👧‍👦'],
  ])('%j is spelled %s', (text, shown) => {
    expect(printable(text)).toBe(shown)
  })

  it('never holds a control character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/\p{Cc}/u.test(printable(text))))
  })
})

describe('tables', () => {
  const columns = [
    { title: 'name', flexible: true },
    { title: 'rows', align: 'right' as const },
    { title: 'note', flexible: true },
  ]

  it('are aligned, by columns of the terminal', () => {
    expect(
      renderTable(
        columns,
        [
          ['東京', '5', 'x'],
          ['abcde', '1,000', ''],
        ],
        page,
      ),
    ).toEqual(['name    rows  note', '東京       5  x', 'abcde  1,000'])
  })

  it('fit the page by cutting what may be cut, the widest first', () => {
    const lines = renderTable(columns, [['short', '1,000', 'a very long note that does not fit into it']], page)
    expect(lines.map(displayWidth).every((width) => width <= 40)).toBe(true)
    expect(lines[1]).toBe('short  1,000  a very long note that doe…')
    expect(
      renderTable(columns, [['short', '1,000', 'a very long note that does not fit into it']], {
        ...page,
        verbose: true,
      })[1],
    ).toContain('fit into it')
  })
})

describe('numbers', () => {
  it('are spelled for people', () => {
    expect([0, 1, 1234567].map(spellCount)).toEqual(['0', '1', '1,234,567'])
    expect([0, 1, 2000].map(spellRows)).toEqual(['0 rows', '1 row', '2,000 rows'])
    expect([0, 0.4, 999, 1000, 1_449_000, 25e9].map(spellBytes)).toEqual([
      '0 B',
      '0 B',
      '999 B',
      '1.0 kB',
      '1.4 MB',
      '25 GB',
    ])
    expect([0, 999, 1500, 42_300, 250_000, 7_500_000].map(spellDuration)).toEqual([
      '0 ms',
      '999 ms',
      '1.5 s',
      '42 s',
      '4 min 10 s',
      '2 h 5 min',
    ])
    expect([0.3, 0.005, 1, 1 / 3].map(spellShare)).toEqual(['30 %', '0.5 %', '100 %', '33 %'])
  })
})
