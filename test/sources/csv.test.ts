import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssetPoolWish } from '../../src/model/config.ts'
import { csvRecords } from '../../src/sources/files/formats/csv/csv-records.ts'
import { findDelimiter } from '../../src/sources/files/formats/csv/find-delimiter.ts'
import { readAssetPools } from '../../src/sources/files/read-asset-pools.ts'
import { putFiles } from '../support/put-files.ts'
import { projectFolder } from '../support/story.ts'

async function read(content: string | Uint8Array, wish: Partial<AssetPoolWish> = {}, name = 'a.csv') {
  const root = projectFolder()
  putFiles(root, { [name]: content })
  const { pools, findings } = await readAssetPools({
    root,
    seed: '42',
    now: 0,
    assetPools: { pool: { path: ['*'], table: null, fields: null, ...wish } },
  })
  return {
    rows: (pools.pool?.items ?? []).map(({ csv }) => ({ ...csv })),
    identities: (pools.pool?.items ?? []).map(({ identity }) => identity),
    places: (pools.pool?.items ?? []).map(({ place }) => place),
    told: findings.map(({ code, place, message }) => `${code} ${place.file}: ${message}`),
    findings,
  }
}

const csv = { delimiter: null, header: true, columns: null }

describe('CSV', () => {
  it('has an item for each record, known by its id, slug or key, else by its number', async () => {
    const { rows, identities, places, told } = await read('name,price\r\nAtmos,"1,299.00"\r\n\r\n"A ""B""\r\nC",\r\n')
    expect(rows).toEqual([
      { name: 'Atmos', price: '1,299.00' },
      { name: 'A "B"\nC', price: '' },
    ])
    expect(identities).toEqual(['a.csv#1', 'a.csv#2'])
    expect(places).toEqual(['a.csv:2', 'a.csv:4'])
    expect(told).toEqual([])
    expect((await read('id,n\nx,1\ny,2')).identities).toEqual(['a.csv#x', 'a.csv#y'])
    expect((await read('id,n\nx,1\nx,2')).identities).toEqual(['a.csv#1', 'a.csv#2'])
  })

  it.each([
    ['a,b\n1,2', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb\n1,2\t3\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['"x;y",b\n"1;2",3\n', ','],
    ['name, first;age\nLee, Ann;3\nPoe, Bo;4', ';'],
    ['one\n1,2\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(findDelimiter(text, 'csv')).toBe(delimiter)
  })

  it('takes delimiter, header and columns as they are said', async () => {
    expect((await read('a,b;c\n1,2;3', { csv: { ...csv, delimiter: ';' } })).rows).toEqual([{ 'a,b': '1,2', c: '3' }])
    expect((await read('1;x\n2;y', { csv: { ...csv, header: false } })).rows[0]).toEqual({
      column_1: '1',
      column_2: 'x',
    })
    const named = await read(
      '1\tx\n2\ty',
      { csv: { delimiter: null, header: false, columns: ['sku', 'name'] } },
      'a.tsv',
    )
    expect(named.rows).toEqual([
      { sku: '1', name: 'x' },
      { sku: '2', name: 'y' },
    ])
    expect((await read('A,B\n1,2', { csv: { ...csv, columns: ['x', 'y'] } })).rows).toEqual([{ x: '1', y: '2' }])
  })

  it('finds the encoding, and tells what is no UTF-8', async () => {
    const text = 'name,price\nGrün,5 €\n'
    const marked = (encoding: 'utf16le' | 'utf8') => Buffer.from(`\ufeff${text}`, encoding)
    const rows = [{ name: 'Grün', price: '5 €' }]
    for (const bytes of [marked('utf8'), marked('utf16le'), marked('utf16le').swap16(), Buffer.from(text, 'utf16le')])
      expect(await read(bytes)).toMatchObject({ rows, told: [] })
    const windows = Buffer.from(text.replace('€', '\u0080'), 'latin1')
    expect(await read(windows)).toMatchObject({
      rows,
      told: ['csv-encoding a.csv:2:3: The file is not UTF-8: it is read as Windows-1252.'],
    })
  })

  it('passes over broken lines with line and column, and reads on', async () => {
    const { rows, told, findings } = await read(
      ['a,b,c', '1,2,3', '4,5', '6,7,8,9', '1,2,3,,', '5" pipe,x,y', 'a,"b"c,d', '7,8,9', 'x,"y,z', '1,2,3'].join('\n'),
    )
    expect(rows.map(({ a }) => a)).toEqual(['1', '1', '7'])
    expect(told).toEqual([
      'asset-unreadable a.csv:3:4: The line has fewer fields than there are columns: it is passed over.',
      'asset-unreadable a.csv:4:7: The line has more fields than there are columns: it is passed over.',
      'asset-unreadable a.csv:6:2: A quote stands in a field that does not begin with one: the line is passed over.',
      'asset-unreadable a.csv:7:6: Something stands behind the quote that ends a field: the line is passed over.',
      'asset-unreadable a.csv:9:3: A quote never closes: nothing is read from this line on.',
    ])
    expect(findings[0]).toMatchObject({ expected: '3 fields (a, b, c)', found: '2' })
    const many = await read(`a,b\n${'1\n'.repeat(1000)}`)
    expect(many.told).toHaveLength(21)
    expect(many.told.at(-1)).toBe('asset-unreadable a.csv: 980 more lines of the file cannot be read.')
  })

  it('tells headers that are there twice, empty, or data', async () => {
    const { rows, told } = await read('price,,price,price_2\n1,2,3,4')
    expect(rows).toEqual([{ price: '1', column_2: '2', price_3: '3', price_2: '4' }])
    expect(told).toEqual([
      'csv-header a.csv:1:7: Column 2 has no name: it is read as column_2.',
      'csv-header a.csv:1:8: Two columns are called price: this one is read as price_3.',
    ])
    expect((await read('Atmos,340.00\nPorter,190.00')).told).toEqual([
      'csv-header a.csv:1:7: The first line looks like data; it is taken for the names of the columns.',
    ])
    expect((await read('a,b,\n1,2,\n3,4')).told).toHaveLength(1)
  })

  it('leaves formulas and odd names as they are: they are data', async () => {
    const { rows } = await read('__proto__,x\n"=HYPERLINK(""http://x"")",@SUM(A1)\n-1,+2')
    expect(rows.map((row) => Object.entries(row))).toEqual([
      [
        ['__proto__', '=HYPERLINK("http://x")'],
        ['x', '@SUM(A1)'],
      ],
      [
        ['__proto__', '-1'],
        ['x', '+2'],
      ],
    ])
  })
})

it('hostile tables end in time, with bounded problems', async () => {
  const quick = async (text: string) => {
    const { told, rows } = await read(text)
    expect(told.length).toBeLessThan(23)
    return rows.length
  }
  expect(await quick(`a,b\n${'x\n'.repeat(50_000)}`)).toBe(0)
  expect(await quick(`a,b\n${'"x"y,1\n'.repeat(8_000)}`)).toBe(0)
  expect(await quick(`${','.repeat(1_000_000)}x\n1`)).toBe(0)
  expect(await quick(`a\n${'1,'.repeat(300_000)}x"\n2\n`)).toBe(1)
  expect(await quick(`a\n${'b"'.repeat(200_000)}\n2\n`)).toBe(1)
  expect(await quick(`a,b\n${'1,2\n'.repeat(50_000)}`)).toBe(50_000)
  expect((await read(`a,b\n1,2\n${'"'.repeat(1_000_001)}`)).rows).toEqual([{ a: '1', b: '2' }])
})

it('records are those of the parser, whether they have quotes or not', () => {
  const field = fc.oneof(
    fc.stringMatching(/^[a-z0-9 ;€]{0,4}$/u),
    fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é') })
      .map((text) => `"${text.replaceAll('"', '""')}"`),
  )
  const lines = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(',')))
  fc.assert(
    fc.property(lines, fc.boolean(), (records, ends) => {
      const text = records.join('\n') + (ends ? '\n' : '')
      const parsed = parse(text, { record_delimiter: '\n', relax_column_count: true, skip_empty_lines: true })
      const read = csvRecords(text, ',')
      expect(read.problems).toEqual([])
      expect(read.records.map(({ fields }) => fields)).toEqual(parsed)
      for (const { line, text: written } of read.records)
        expect(
          text
            .split('\n')
            .slice(line - 1)
            .join('\n')
            .startsWith(written),
        ).toBe(true)
    }),
  )
})
