import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { factsOf } from '../../src/sources/files/facts-of.ts'
import { parseCsv } from '../../src/sources/files/formats/csv/parse-csv.ts'
import { parseJsonLines } from '../../src/sources/files/formats/parse-json-items.ts'
import { readSheet } from '../../src/sources/files/sheets/read-sheet.ts'
import { projectFolder } from '../support/story.ts'

const AS_FOUND = { delimiter: null, header: true, columns: null }

async function sheetOf(name: string, content: string | Uint8Array, wish = AS_FOUND) {
  const root = projectFolder()
  writeFileSync(join(root, name), content)
  const read = await readSheet(root, name, factsOf(name, content.length), wish)
  const { sheet } = read ?? {}
  const items = Array.from({ length: sheet?.count ?? 0 }, (_, n) => sheet?.item(n))
  return { items, problems: read?.problems ?? [] }
}

/** Several blocks of random records. */
const records = fc.sample(
  fc.tuple(
    fc.constantFrom('', 'x', 'ünï', '日本', '"a"', '"a,b"', '"a\nb"', '"a\r\nb"', '"""', 'a"b', '"a"b', '"日""本"'),
    fc.constantFrom('1', '"2"', '', '3,4', '"\n\n"'),
    fc.constantFrom('', 'filler '.repeat(20), `"${'quoted, '.repeat(30)}"`),
  ),
  { numRuns: 2500, seed: 7 },
)

it.each(['\n', '\r\n'])(
  'cut into blocks, a CSV with line ends %j has the same records, lines and problems',
  async (end) => {
    const text = `a,b,c${end}${records
      .filter(([first]) => first !== '"""')
      .map((fields) => fields.join(','))
      .join(end)}`
    const whole = parseCsv(text.replace(/\r\n?/g, '\n'), AS_FOUND, 'csv')
    const { items, problems } = await sheetOf('a.csv', text)
    expect(items.length).toBeGreaterThan(1000)
    expect(items.map((item) => ({ ...item?.csv }))).toEqual(whole.value?.map(({ csv }) => ({ ...csv })))
    expect(items.map((item) => item?.place)).toEqual(whole.value?.map(({ line }) => `a.csv:${line}`))
    expect(problems).toEqual(whole.problems)
  },
)

it('a quote that never closes ends the reading, also over many blocks', async () => {
  const { items, problems } = await sheetOf('a.csv', `a,b\n1,2\n3,"x\n${'4,5\n'.repeat(80_000)}`)
  expect(items.map((item) => ({ ...item?.csv }))).toEqual([{ a: '1', b: '2' }])
  expect(problems).toMatchObject([{ line: 3, column: 3, message: expect.stringContaining('never closes') }])
})

it('takes header, columns and Windows-1252 as smaller files do', async () => {
  const filler = 'x'.repeat(200)
  const line = (i: number) => `${i};Gr\xfcn;5 \x80;${filler}\r\n`
  const text = Array.from({ length: 1000 }, (_, i) => line(i)).join('')
  const { items, problems } = await sheetOf('a.csv', Buffer.from(text, 'latin1'), { ...AS_FOUND, header: false })
  expect(items).toHaveLength(1000)
  expect({ ...items[999]?.csv }).toEqual({ column_1: '999', column_2: 'Grün', column_3: '5 €', column_4: filler })
  expect([items[999]?.identity, items[999]?.place]).toEqual(['a.csv#1000', 'a.csv:1000'])
  expect(problems.map(({ code }) => code)).toEqual(['csv-encoding'])
})

it('reads JSON Lines, and refuses what is no text', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) =>
    i % 100 === 50 ? '{ broken' : JSON.stringify({ i, text: 'y'.repeat(100) }),
  )
  const { items, problems } = await sheetOf('a.jsonl', lines.join('\n'))
  expect(items.map((item) => item?.json)).toEqual(parseJsonLines(lines.join('\n')).value?.map(({ json }) => json))
  expect(problems).toHaveLength(21)
  const { items: others, problems: none } = await sheetOf('b.jsonl', `{"a":"\0"}\n`)
  expect([others, none[0]?.found]).toEqual([[], 'NUL'])
  const wide = await sheetOf('c.csv', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'))
  expect(wide.problems[0]?.found).toBe('UTF-16')
})
