import type { Problem } from '../../problem.ts'
import type { CsvRecord } from './csv-records.ts'

/** The names of the columns of a CSV file, and what is odd about them. */
export interface HeaderNames {
  readonly names: readonly string[]
  readonly problems: readonly Problem[]
}

const DATA = /^(?:[+-]?\d+(?:[.,]\d+)?|\d{4}-\d\d-\d\d(?:[T ].*)?)$/

/** Names from the first line, without blanks around them. One that is there twice, or empty, gets a number: `price_2`. */
export function headerNames(header: CsvRecord, delimiter: string): HeaderNames {
  const problems: Problem[] = []
  const taken = new Set(header.fields.map((field) => field.trim()))
  const seen = new Set<string>()
  const last = header.fields.findLastIndex((field) => field.trim() !== '')
  const names = header.fields.map((field, i) => {
    const name = field.trim()
    if (name !== '' && !seen.has(name)) {
      seen.add(name)
      return name
    }
    const called = unused(name === '' ? `column_${i + 1}` : name, taken, name === '' ? 1 : 2)
    taken.add(called)
    const place = { line: header.line, column: columnOf(header, i, delimiter) }
    // Spreadsheets leave empty columns at the end.
    if (i < last || name !== '')
      problems.push({ ...place, ...(name === '' ? nameless(i, called) : twice(name, called)) })
    return called
  })
  const data = header.fields.findIndex((field) => DATA.test(field.trim()))
  if (data !== -1)
    problems.push({ line: header.line, column: columnOf(header, data, delimiter), ...noHeader(header.fields[data]) })
  return { names, problems }
}

function unused(name: string, taken: ReadonlySet<string>, from: number): string {
  if (from === 1 && !taken.has(name)) return name
  for (let n = Math.max(from, 2); ; n++) if (!taken.has(`${name}_${n}`)) return `${name}_${n}`
}

/** Where field number `i` of a record without line ends begins, from 1. */
export function columnOf({ fields, text }: CsvRecord, i: number, delimiter: string): number | null {
  if (text.includes('"')) return null
  const begin = fields.slice(0, i).reduce((at, field) => at + field.length + delimiter.length, 1)
  return Math.min(begin, text.length + 1)
}

const twice = (name: string, called: string) => ({
  code: 'csv-header',
  message: `Two columns are called ${name}: this one is read as ${called}.`,
  expected: 'names that differ',
  found: name,
  next: `Write csv['${called}'] for it, or call it otherwise.`,
})

const nameless = (i: number, called: string) => ({
  code: 'csv-header',
  message: `Column ${i + 1} has no name: it is read as ${called}.`,
  expected: 'a name for each column in the first line',
  found: 'nothing',
  next: `Write csv.${called} for it, or give it a name.`,
})

const noHeader = (field = '') => ({
  code: 'csv-header',
  message: 'The first line looks like data; it is taken for the names of the columns.',
  expected: 'names',
  found: field.trim(),
  next: "Where it is data, say header: false (and columns: ['…'] for their names) in the pool.",
})
