import { describe, expect, it } from 'vitest'
import { isAscii } from '../../src/cli/terminal.ts'
import type { SampleRows, Share } from '../../src/model/reports/report.ts'
import { bar, columns } from '../../src/report/bars.ts'
import { renderSamples } from '../../src/report/render-samples.ts'
import { renderShares } from '../../src/report/render-shares.ts'
import { renderTable } from '../../src/report/render-table.ts'
import { shareTitle } from '../../src/report/share-title.ts'
import { plainStyle } from '../../src/report/style.ts'
import { displayWidth } from '../../src/report/width.ts'

const page = { style: plainStyle, width: 80, verbose: false }
const ascii = { ...page, ascii: true }

function share(
  table: string,
  parent: string,
  counts: readonly (readonly [from: number, to: number, parents: number])[],
) {
  const histogram = counts.map(([from, to, parents]) => ({ from, to, parents }))
  const parents = histogram.reduce((sum, one) => sum + one.parents, 0)
  const [min, max] = [histogram[0]?.from ?? 0, histogram.at(-1)?.to ?? 0]
  return { table, parent, columns: ['x'], rows: 50, parents, min, max, mean: 2.5, histogram } satisfies Share
}

const few = share('posts', 'profiles', [
  [1, 1, 4],
  [2, 2, 6],
  [3, 3, 5],
  [4, 4, 0],
])
const many = share(
  'comments',
  'posts',
  Array.from({ length: 12 }, (_, at) => [at * 2, at * 2 + 1, 12 - at] as const),
)
const even = share('crm."We.ird"', 'crm.people', [[1, 1, 20]])

describe('shares in a terminal', () => {
  it('are a line each: bars for few numbers, a small histogram for many, words where all are alike', () => {
    expect(renderShares([few, many, even], page)).toEqual([
      '  posts per profile        1 ████▋ 4   2 ███████ 6   3 █████▉ 5   4 0',
      '  comments per post        0 ██▇▆▆▅▄▄▃▂▂▁ 23   mean 2.5',
      '  crm."We.ird" per people  1 each, 20 in all',
    ])
  })

  it('need no more than ASCII', () => {
    const lines = renderShares([few, many, even], ascii)
    expect(lines[0]).toBe('  posts per profile        1 ##### 4   2 ####### 6   3 ###### 5   4 0')
    expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/)
    const long = { ...few, table: 'a'.repeat(70) }
    expect(renderShares([long], ascii)[0]).toMatch(/^ {2}a{35}~ /)
    expect(renderTable([{ title: 'x', flexible: true }], [['a'.repeat(90)]], ascii)[1]).toBe(`${'a'.repeat(79)}~`)
  })

  it('fit every width, and are shortened unless all is asked for', () => {
    const lots = Array.from({ length: 15 }, (_, at) => ({
      ...(at % 2 ? few : many),
      table: `table_with_a_long_name_${at}`,
    }))
    for (const width of [40, 60, 80, 120])
      for (const line of renderShares(lots, { ...page, width })) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    expect(renderShares(lots, page)).toHaveLength(13)
    expect(renderShares(lots, page).at(-1)).toBe('  and 3 more; --verbose shows all')
    expect(renderShares(lots, { ...page, verbose: true })).toHaveLength(15)
    expect(renderShares([], page)).toEqual([])
  })

  it('speak of one parent', () => {
    const title = (parent: string, table = 'x', column = 'x') => shareTitle({ table, parent, columns: [column] })
    expect(
      ['companies', 'boxes', 'statuses', 'glasses', 'status', 'news', 'series', 'posts', 'media'].map((one) =>
        title(one),
      ),
    ).toEqual(
      ['company', 'box', 'status', 'glass', 'status', 'news', 'series', 'post', 'media'].map((one) => `x per ${one}`),
    )
    expect(title('crm.deals', 'crm.calls')).toBe('crm.calls per deal')
    expect(title('profiles', 'posts', 'author_id')).toBe('posts per author')
    expect(title('setups', 'trips', 'setup_id')).toBe('trips per setup')
    expect(title('users', 'accounts', 'primary_owner_user_id')).toBe('accounts per user')
    expect(title('comments', 'comments', 'parent_id')).toBe('comments per comment')
    expect(title('crm.deals', 'calls')).toBe('calls per crm.deal')
    expect(title('"Order Items"', 'x')).toBe('x per "Order Items"')
  })

  it('bars show whatever is more than nothing', () => {
    expect([0, 0.001, 0.5, 1].map((part) => bar(part, 4, {}))).toEqual(['', '▏', '██', '████'])
    expect([0, 0.001, 0.5, 1].map((part) => bar(part, 4, { ascii: true }))).toEqual(['', '#', '##', '####'])
    expect(columns([0, 1, 1000], {})).toBe(' ▁█')
    expect(columns([0, 1, 1000], { ascii: true })).toBe(' .#')
  })
})

describe('sample rows in a terminal', () => {
  const sample: SampleRows = {
    table: 'posts',
    columns: ['id', 'author_id', 'title', 'stars', 'notes', 'published_at', 'body'],
    rows: [
      [
        '018cc251-f400-7000-8000-00000007f38d',
        '018cc251-f400-7000-8000-0000000a8615',
        'A first title',
        '5',
        null,
        '2026-04-24 14:07:11.123+00',
        'x '.repeat(300),
      ],
      [
        '018cc251-f400-7000-8000-00000008888d',
        null,
        'Another\ntitle \x1b[31m',
        '12',
        '',
        '2026-05-01 10:00:00+00',
        'short',
      ],
    ],
  }

  it('show what people read, keys and times cut, in the order of the table', () => {
    const lines = renderSamples([sample], page)
    expect(lines).toEqual([
      'posts  and 3 more columns',
      '  title                    stars  published_at      body',
      '  A first title                5  2026-04-24 14:07  x x x x x x x x x x x x x x…',
      '  Another\\ntitle \\x1b[31m     12  2026-05-01 10:00  short',
    ])
    expect(renderSamples([sample], { ...page, width: 120 })[0]).toBe('posts  and 1 more column')
    expect(renderSamples([sample], { ...page, width: 120 })[2]).toContain('…07f38d  …0a8615')
    expect(renderSamples([sample, sample], page)).toHaveLength(9)
  })

  it('need no more than ASCII for what they add', () => {
    expect(renderSamples([sample], ascii).join('')).toMatch(/^[\x20-\x7e]*$/)
  })
})

describe('a terminal', () => {
  it.each([
    [{}, false],
    [{ LANG: 'en_US.UTF-8' }, false],
    [{ LANG: 'C.utf8' }, false],
    [{ LANG: 'C' }, true],
    [{ LANG: 'de_DE.ISO-8859-1' }, true],
    [{ LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }, true],
    [{ LC_ALL: '', LC_CTYPE: 'UTF-8', LANG: 'C' }, false],
  ])('of locale %j: only ASCII %s', (env, expected) => {
    expect(isAscii(env)).toBe(expected)
  })
})
