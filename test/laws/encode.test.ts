import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Encoding, Value } from '../../src/model/value.ts'
import { parseTime } from '../../src/values/derive/read-time.ts'
import { copyText } from '../../src/values/encode/copy.ts'
import { toText } from '../../src/values/encode.ts'
import { field, LineBuffer } from '../../src/values/text/line-buffer.ts'
import { newFolder, removeFolder } from '../support/pglite-databases.ts'

let db: PGlite
let folder: string

beforeAll(async () => {
  folder = await newFolder()
  db = await PGlite.create({ dataDir: folder })
  await db.exec(`set timezone to 'UTC'; create type pair as (a text, b int, c text[])`)
})

afterAll(async () => {
  await db.close()
  removeFolder(folder)
})

const text: Encoding = { kind: 'text' }
const number: Encoding = { kind: 'number' }
const array = (element: Encoding): Encoding => ({ kind: 'array', element, delimiter: ',' })
const DAY = 86400000

/** Texts with everything that is special somewhere; no NUL, which Postgres has not. */
const odd = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        ',',
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ' ',
        '\t',
        '\n',
        '\r',
        '\v',
        'NULL',
        'null',
        "'",
        ';',
        '%',
        '\\N',
        '\\.',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => wellFormed(parts.join('').replaceAll('\0', '')))

/** Halves of surrogate pairs become U+FFFD, as on the way into UTF-8. */
const wellFormed = (given: string): string => Buffer.from(given).toString()

/** What Postgres reads, printed by `expression` over `v`, many at a time. */
async function read(
  values: readonly Value[],
  encoding: Encoding,
  type: string,
  expression: string,
): Promise<unknown[]> {
  const texts = values.map((value) => toText(value, encoding))
  const rows: unknown[] = []
  for (const given of texts) {
    const { rows: one } = await db.query<{ r: unknown }>(
      `select (${expression}) as r from (select $1::text::${type} as v) as s`,
      [given],
    )
    rows.push(one[0]!.r)
  }
  return rows
}

/** Reads what COPY gives back for the fields, as JSON of `expression` over `v`. */
async function copied(lines: Uint8Array, type: string, expression: string): Promise<unknown[]> {
  await db.exec(`drop table if exists c; create table c (n serial, v ${type})`)
  await db.query(`copy c (v) from '/dev/blob'`, [], { blob: new Blob([lines as Uint8Array<ArrayBuffer>]) })
  const { rows } = await db.query<{ r: unknown }>(`select (${expression}) as r from c order by n`)
  return rows.map((row) => row.r)
}

const sample = <T>(arbitrary: fc.Arbitrary<T>, count = 150): T[] => fc.sample(arbitrary, { numRuns: count, seed: 7 })

describe('what Postgres reads is what was meant', () => {
  test('texts', async () => {
    const values = sample(odd)
    expect(await read(values, text, 'text', 'v')).toEqual(values)
  })

  test('arrays of odd texts, of any depth', async () => {
    const flat = sample(fc.array(fc.option(odd), { maxLength: 5 }))
    expect(await read(flat, array(text), 'text[]', 'to_json(v)')).toEqual(flat)
    const deep = sample(
      fc
        .integer({ min: 1, max: 3 })
        .chain((n) =>
          fc.array(fc.array(fc.option(odd), { minLength: n, maxLength: n }), { minLength: 1, maxLength: 3 }),
        ),
    )
    expect(await read(deep, array(text), 'text[]', 'to_json(v)')).toEqual(deep)
  })

  test('arrays of boxes, whose delimiter is a semicolon', async () => {
    const boxes: Encoding = { kind: 'array', element: text, delimiter: ';' }
    expect(await read([['(1,2),(0,0)', '(3,4),(1,1)']], boxes, 'box[]', 'v[2]::text')).toEqual(['(3,4),(1,1)'])
  })

  test('json, and arrays of it', async () => {
    const json: Encoding = { kind: 'json' }
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Value>
    const values = sample(anything).filter((value) => value !== null)
    const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('\\u0000', ''))
    expect(await read(values, json, 'json', 'v')).toEqual(values.map(clean))
    expect(await read([['a', { b: '"\\' }], ['NULL']], array(json), 'jsonb[]', 'to_json(v)')).toEqual([
      ['a', { b: '"\\' }],
      ['NULL'],
    ])
    expect(await read([[['x'], { y: [1] }]], array(json), 'jsonb[]', 'to_json(v)')).toEqual([[['x'], { y: [1] }]])
    expect(
      await read(
        [{ big: 12345678901234567890n, '\0k': 'a\0b', half: '\ud800', bytes: new Uint8Array([255]) }],
        json,
        'jsonb',
        'v::text',
      ),
    ).toEqual(['{"k": "ab", "big": 12345678901234567890, "half": "\ufffd", "bytes": "\\\\xff"}'])
  })

  test('composites, and arrays of them', async () => {
    const pair: Encoding = { kind: 'composite', fields: [text, number, array(text)] }
    const values = sample(
      fc.tuple(
        fc.option(odd),
        fc.option(fc.integer({ min: -9, max: 9 })),
        fc.option(fc.array(fc.option(odd), { maxLength: 3 })),
      ),
    )
    const expected = values.map(([a, b, c]) => ({ a, b, c }))
    expect(await read(values, pair, 'pair', 'to_json(v)')).toEqual(expected)
    expect(await read([values], array(pair), 'pair[]', 'to_json(v)')).toEqual([expected])
  })

  test('ranges and multiranges', async () => {
    const range: Encoding = { kind: 'range', element: number }
    const ranges: Value[] = [
      { lower: 1, upper: 5, bounds: '[)' },
      { lower: null, upper: 5 },
      { lower: 1, upper: 4, bounds: '[]' },
      { empty: true },
    ]
    expect(await read(ranges, range, 'int4range', 'v::text')).toEqual(['[1,5)', '(,5)', '[1,5)', 'empty'])
    const times: Encoding = { kind: 'range', element: { kind: 'timestamp', zone: true } }
    expect(await read([{ lower: 0, upper: DAY, bounds: '(]' }], times, 'tstzrange', 'v::text')).toEqual([
      '("1970-01-01 00:00:00+00","1970-01-02 00:00:00+00"]',
    ])
    const texts: Encoding = { kind: 'range', element: text }
    await db.exec('create type textrange as range (subtype = text, collation = "C")')
    for (const [lower, upper] of sample(fc.tuple(odd, odd), 60)) {
      const [low, high] = [lower, upper].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(
        await read([{ lower: low!, upper: high!, bounds: '[]' }], texts, 'textrange', 'array[lower(v), upper(v)]'),
      ).toEqual([[low, high]])
    }
    const many: Encoding = { kind: 'multirange', element: number }
    expect(
      await read(
        [
          [
            { lower: 1, upper: 3 },
            { lower: 7, upper: 9 },
          ],
          [],
        ],
        many,
        'int4multirange',
        'v::text',
      ),
    ).toEqual(['{[1,3),[7,9)}', '{}'])
  })

  test('bytes', async () => {
    const values = sample(fc.uint8Array({ maxLength: 20 }), 50)
    const hex = values.map((bytes) => Buffer.from(bytes).toString('hex'))
    expect(await read(values, { kind: 'bytes' }, 'bytea', `encode(v, 'hex')`)).toEqual(hex)
  })

  test('booleans and numbers', async () => {
    expect(await read([true, false], { kind: 'boolean' }, 'boolean', 'v')).toEqual([true, false])
    const floats = sample(fc.double({ noNaN: true }))
    expect(await read(floats, number, 'float8', 'v')).toEqual(floats.map((float) => (Object.is(float, -0) ? 0 : float)))
    expect(await read([Number.NaN, Number.POSITIVE_INFINITY, 9007199254740993n], number, 'numeric', 'v::text')).toEqual(
      ['NaN', 'Infinity', '9007199254740993'],
    )
  })

  test('dates, from 4713 BC to beyond 9999', async () => {
    const days = [
      ...sample(fc.integer({ min: -2440000, max: 100000000 }), 200),
      0,
      -1,
      -719162,
      -719163,
      -719528,
      2932896,
      2932897,
      11016,
      59,
      60,
    ]
    expect(await read(days, { kind: 'date' }, 'date', `v - date '1970-01-01'`)).toEqual(days)
    expect(
      await read([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], { kind: 'date' }, 'date', 'v::text'),
    ).toEqual(['infinity', '-infinity'])
  })

  test('timestamps, to the microsecond', async () => {
    const whole = sample(fc.integer({ min: -210000000000000, max: 9000000000000000 }), 100)
    const micros = (value: number): string => String(BigInt(Math.round(value * 1000)))
    for (const zone of [true, false]) {
      const type = zone ? 'timestamptz' : 'timestamp'
      const asMicros = `round(extract(epoch from v) * 1000000)::int8::text`
      expect(await read(whole, { kind: 'timestamp', zone }, type, asMicros)).toEqual(
        whole.map((ms) => String(BigInt(ms) * 1000n)),
      )
      const fine = sample(fc.integer({ min: -1e12, max: 2e12 }), 60).map((ms) => ms + 0.001 * (Math.abs(ms) % 1000))
      expect(await read(fine, { kind: 'timestamp', zone }, type, asMicros)).toEqual(fine.map(micros))
    }
    expect(toText(DAY - 0.0001, { kind: 'timestamp', zone: false })).toBe('1970-01-02 00:00:00')
    expect(toText(1500.25, { kind: 'timestamp', zone: true })).toBe('1970-01-01 00:00:01.50025+00')
  })

  test('times and intervals', async () => {
    const times = [...sample(fc.integer({ min: 0, max: DAY }), 60), 0, DAY]
    expect(await read(times, { kind: 'time' }, 'time', 'extract(epoch from v)::float8 * 1000')).toEqual(times)
    const seconds = [...sample(fc.integer({ min: -1e9, max: 1e9 }), 60), 0.5, -0.25]
    expect(await read(seconds, { kind: 'interval' }, 'interval', 'extract(epoch from v)::float8')).toEqual(seconds)
  })

  test('printed times are read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -210000000000000, max: 9000000000000000 }), fc.boolean(), (ms, zone) => {
        expect(parseTime(toText(ms, { kind: 'timestamp', zone })!)).toBe(ms)
        const day = Math.floor(ms / DAY)
        expect(parseTime(toText(day, { kind: 'date' })!)).toBe(day * DAY)
      }),
    )
    expect(parseTime('2024-01-01 02:00:00+02')).toBe(Date.UTC(2024, 0, 1))
    expect(parseTime('2024-01-01 02:00:00-03:30')).toBe(Date.UTC(2024, 0, 1, 5, 30))
    expect(parseTime('infinity')).toBe(null)
    expect(parseTime('')).toBe(null)
  })
})

describe('lines of COPY', () => {
  const decoder = new TextDecoder()
  const lineOf = (value: Value, encoding: Encoding): string => {
    const buffer = new LineBuffer(8)
    if (value === null) buffer.null()
    else buffer.value(value, encoding)
    buffer.endLine(1)
    return decoder.decode(buffer.take())
  }

  test('say the same as the text, byte for byte', () => {
    const encodings: readonly (readonly [fc.Arbitrary<Value>, Encoding])[] = [
      [odd, text],
      [fc.string({ unit: 'binary', maxLength: 100 }), text],
      [fc.integer(), number],
      [fc.double({ noNaN: true }), number],
      [fc.bigInt(), number],
      [fc.integer({ min: -3e6, max: 1e7 }), { kind: 'date' }],
      [fc.integer({ min: -9e13, max: 9e14 }), { kind: 'timestamp', zone: true }],
      [fc.integer({ min: -9e10, max: 9e11 }).map((seconds) => seconds * 1000), { kind: 'timestamp', zone: false }],
      [fc.jsonValue() as fc.Arbitrary<Value>, { kind: 'json' }],
      [fc.array(odd), array(text)],
      [fc.boolean(), { kind: 'boolean' }],
      [fc.constant(null), text],
    ]
    for (const [values, encoding] of encodings) {
      fc.assert(
        fc.property(values, (value) => {
          const expected = toText(value, encoding)
          const line = expected === null ? '\\N' : wellFormed(copyText(expected))
          expect(lineOf(value, encoding)).toBe(`${line}\n`)
          expect(decoder.decode(field(expected))).toBe(`${line}\t`)
        }),
      )
    }
  })

  test('bring odd texts through', async () => {
    const values = [...sample(fc.option(odd)), '', 'NULL', '\\N', '\\.', 'x'.repeat(300), 'é'.repeat(41)]
    const buffer = new LineBuffer(16)
    for (const value of values) {
      if (value === null) buffer.null()
      else buffer.value(value, text)
      buffer.endLine(1)
    }
    expect(await copied(buffer.take(), 'text', 'v')).toEqual(values)
  })

  test('leave NUL out', () => {
    expect(lineOf('a\0b', text)).toBe('ab\n')
    expect(toText('a\0b', text)).toBe('ab')
    expect(toText(['a\0b'], array(text))).toBe('{ab}')
    expect(toText({ k: 'a\0b' }, { kind: 'json' })).toBe('{"k":"ab"}')
  })

  test('of a table without columns are empty', () => {
    const buffer = new LineBuffer(1)
    buffer.endLine(0)
    buffer.endLine(0)
    expect(decoder.decode(buffer.take())).toBe('\n\n')
  })
})
