import { expect, test } from 'vitest'
import { settle } from '../../src/config/settle.ts'
import { ago, ahead } from '../../src/index.ts'
import { instantAt, spanOf } from '../../src/model/given/moment.ts'

const NOW = Date.UTC(2024, 2, 31, 12)
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

test.each([
  [ago('3 days'), '2024-03-28T12:00:00Z'],
  [ago('1 month'), '2024-02-29T12:00:00Z'],
  [ahead('1 month'), '2024-04-30T12:00:00Z'],
  [ago('1 year 1 day'), '2023-03-30T12:00:00Z'],
  [ahead('1 month 2 days'), '2024-05-02T12:00:00Z'],
  [ahead('1.5 hours'), '2024-03-31T13:30:00Z'],
  [ago('90 minutes'), '2024-03-31T10:30:00Z'],
  [ago('3 Days', { at: '09:30' }), '2024-03-28T09:30:00Z'],
  [ahead('2  weeks', { at: '23:59:59' }), '2024-04-14T23:59:59Z'],
  [ago('13 months'), '2023-02-28T12:00:00Z'],
])('%j', (moment, expected) => {
  expect(iso(instantAt(moment, NOW))).toBe(expected)
})

test.each(['', '3', 'days', '3 dayz', '3days', '-3 days', '1.5 months', '3 days ago', '9999999 years', '1e3 days'])(
  'no span: %s',
  (text) => {
    expect(spanOf(text)).toBeNull()
  },
)

const settled = (input: unknown) =>
  settle([{ kind: 'call', name: 'call', input }] as never, { today: NOW, root: '/', file: null })

test('a moment stays one until now is settled, wherever it stands', () => {
  const { tables, fixtures } = settled({
    tables: {
      a: {
        columns: { x: ago('3 days'), y: { min: ago('3 months'), max: ahead('2 weeks') }, z: { oneOf: [ago('1 day')] } },
      },
    },
    fixtures: { a: { one: { x: { $ahead: '1 week', at: '09:30' } } } },
  })
  expect(tables.a?.columns).toMatchObject({
    x: { kind: 'value', value: { $ago: '3 days' } },
    y: { kind: 'bounds', min: { $ago: '3 months' }, max: { $ahead: '2 weeks' } },
    z: { kind: 'values', values: [{ $ago: '1 day' }] },
  })
  expect(JSON.stringify(fixtures)).toContain('{"$ahead":"1 week","at":"09:30"}')
})

test.each([
  [{ tables: { a: { columns: { x: ago('3 dayz') } } } }, 'tables.a.columns.x.$ago'],
  [{ tables: { a: { columns: { x: { min: ago('soon'), max: ahead('1 day') } } } } }, 'tables.a.columns.x.min.$ago'],
  [{ fixtures: { a: { one: { x: ahead('a week') } } } }, 'fixtures.a.one.x'],
  [{ fixtures: { a: { one: { x: { $ago: '1 day', at: '25:00' } } } } }, 'fixtures.a.one.x'],
])('what cannot be read is told with examples: %j', (input, path) => {
  try {
    settled(input)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ code: 'config-invalid', place: { path }, exitCode: 2 })
    expect((error as { expected: string }).expected).toMatch(/'3 days'|'09:30'/)
  }
})

test('today is kept as long as rows of the first run are there, unless it is asked for now', () => {
  const keeps = (kind: string, name: string, now?: unknown) =>
    settle(
      [{ kind, name, input: now === undefined ? {} : { now }, names: now === undefined ? {} : { now: name } }] as never,
      {
        today: NOW,
        root: '/',
        file: null,
      },
    ).keepsNow
  expect(keeps('call', 'call')).toBe(true)
  expect(keeps('file', 'supa-seed.config.ts', 'today')).toBe(true)
  expect(keeps('flags', '--now', 'today')).toBe(false)
  expect(keeps('file', 'supa-seed.config.ts', '2025-01-01')).toBe(false)
})
