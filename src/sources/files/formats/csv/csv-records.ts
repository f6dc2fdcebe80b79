import { type CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '../../problem.ts'
import { closingQuote, recordEnd } from './record-end.ts'

/** A line of a CSV file (several, where a quoted field has line ends). */
export interface CsvRecord {
  readonly fields: readonly string[]
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** As it is written. */
  readonly text: string
}

export interface CsvRecords {
  readonly records: readonly CsvRecord[]
  readonly problems: readonly Problem[]
  /** The line behind the last one. */
  readonly next: number
}

interface Quoted {
  readonly place: number
  readonly line: number
  readonly text: string
}

/**
 * The records of a CSV text whose line ends are `\n`; empty lines are none. Those without a quote are cut at the delimiter, the others are for the parser. One that is
 * broken is a problem, and the rest goes on; after a quote that never closes there is none.
 */
export function csvRecords(text: string, delimiter: string, firstLine = 1): CsvRecords {
  const records: (CsvRecord | null)[] = []
  const quoted: Quoted[] = []
  const problems: Problem[] = []
  let line = firstLine
  let quote = text.indexOf('"')
  for (let at = 0; at < text.length; ) {
    // Looked for once, not from each line to the end of the text.
    if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
    const { end, quoted: hasQuotes, open } = recordEnd(text, at, delimiter, quote)
    const record = text.slice(at, end)
    if (open !== -1) problems.push(neverCloses(record, open - at, line))
    else if (hasQuotes) {
      quoted.push({ place: records.length, line, text: record })
      records.push(null)
    } else if (record !== '') records.push({ fields: record.split(delimiter), line, text: record })
    line += hasQuotes ? linesOf(record) : 1
    at = end + 1
  }
  readQuoted(quoted, delimiter, records, problems)
  return { records: records.filter((record) => record !== null), problems, next: line }
}

/** Records that are parsed in one go: of one that is broken, so many are parsed again at most. */
const AT_ONCE = 64

/** Some in one go; after one that is broken in another. */
function readQuoted(
  quoted: readonly Quoted[],
  delimiter: string,
  records: (CsvRecord | null)[],
  problems: Problem[],
): void {
  for (let from = 0; from < quoted.length; ) {
    const left = quoted.slice(from, from + AT_ONCE)
    let read = 0
    try {
      parse(left.map(({ text }) => text).join('\n'), {
        delimiter,
        record_delimiter: '\n',
        relax_column_count: true,
        on_record: (fields: string[]) => {
          const { place, line, text } = left[read++] as Quoted
          records[place] = { fields, line, text }
          return null
        },
      })
      from += left.length
    } catch (error) {
      problems.push(broken(left[read] as Quoted, error as CsvError, delimiter))
      from += read + 1
    }
  }
}

const linesOf = (text: string): number => text.split('\n').length

/** The line and the column of a place in a record that begins on `line`. */
function placeIn(record: string, at: number, line: number): { line: number; column: number } {
  const before = record.slice(0, at)
  return { line: line + linesOf(before) - 1, column: at - before.lastIndexOf('\n') }
}

function neverCloses(record: string, open: number, line: number): Problem {
  return {
    ...placeIn(record, open, line),
    message: 'A quote never closes: nothing is read from this line on.',
    expected: 'a quote at the end of the field, and two for a quote inside',
    found: 'the end of the file',
    next: 'Close it, or write it twice and put the whole field into quotes.',
  }
}

function broken({ text, line }: Quoted, { code }: CsvError, delimiter: string): Problem {
  const inside = code === 'INVALID_OPENING_QUOTE'
  const at = strayLetter(text, delimiter)
  return {
    ...placeIn(text, at, line),
    message: inside
      ? 'A quote stands in a field that does not begin with one: the line is passed over.'
      : 'Something stands behind the quote that ends a field: the line is passed over.',
    expected: 'fields wholly in quotes, and two for a quote inside',
    found: text.slice(at, at + SHOWN).replace(/[\s\p{Cc}]+/gu, ' '),
    next: 'Put the whole field into quotes, and write a quote inside twice.',
  }
}

const SHOWN = 20

/** The quote in a field that does not begin with one, or what stands behind one that ends a field. */
function strayLetter(record: string, delimiter: string): number {
  let quote = record.indexOf('"')
  for (let at = 0; at < record.length; at++) {
    if (quote < at) quote = record.indexOf('"', at)
    if (quote === -1) return 0
    if (quote === at) {
      at = closingQuote(record, at) + 1
      if (at < record.length && record[at] !== delimiter) return at
    } else {
      const end = record.indexOf(delimiter, at)
      if (end === -1 || quote < end) return quote
      at = end
    }
  }
  return 0
}
