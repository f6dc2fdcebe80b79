import type { CsvWish } from '../../../model/config.ts'
import { type Content, content } from '../formats/content.ts'
import { csvRecords } from '../formats/csv/csv-records.ts'
import { findDelimiter } from '../formats/csv/find-delimiter.ts'
import { csvItem, csvShape } from '../formats/csv/parse-csv.ts'
import { recordEnd } from '../formats/csv/record-end.ts'
import { parseJsonLines } from '../formats/parse-json-items.ts'
import type { Problem } from '../problem.ts'

/** How the records of a large file are read. */
export interface RecordFormat {
  /** Of CSV; null: each line is a record. */
  readonly delimiter: string | null
  /** Names of the columns, where they stand apart from the records. */
  readonly names: readonly string[]
  /** The records of a text of whole ones whose line ends are `\n`. `line`: of the file, on which the text begins. */
  read(text: string, line: number): { readonly contents: readonly Content[]; readonly problems: readonly Problem[] }
}

/** What the beginning of a file says of all of it. `header`: its first record is no item. */
export interface FormatFound {
  readonly format: RecordFormat
  readonly header: boolean
  readonly problems: readonly Problem[]
}

/** By the first 64 KB of a file, its line ends made `\n`; null for files whose records cannot be read one by one. */
export function recordFormat(start: string, extension: string, wish: CsvWish): FormatFound | null {
  if (extension === 'jsonl' || extension === 'ndjson') return { format: LINES, header: false, problems: [] }
  if (extension !== 'csv' && extension !== 'tsv') return null
  const delimiter = wish.delimiter ?? findDelimiter(start, extension)
  const blank = /^\n*/.exec(start)?.[0].length ?? 0
  const { end } = recordEnd(start, blank, delimiter)
  const { records, problems: broken } = csvRecords(start.slice(0, end), delimiter)
  const { shape, problems } = csvShape(records[0], delimiter, wish)
  if (shape === null) return { format: NOTHING, header: false, problems }
  const format: RecordFormat = {
    delimiter,
    names: shape.names,
    read: (text, line) => {
      const { records, problems } = csvRecords(text, delimiter, line)
      const contents: Content[] = []
      const ragged: Problem[] = []
      for (const record of records) {
        const { csv, problem } = csvItem(record, shape)
        if (csv === null) ragged.push(problem)
        else contents.push(content({ csv, many: true, line: record.line }))
      }
      return { contents, problems: [...problems, ...ragged] }
    },
  }
  return { format, header: shape.header, problems: [...broken, ...problems] }
}

/** Of a file whose first line is of no use. */
const NOTHING: RecordFormat = { delimiter: null, names: [], read: () => ({ contents: [], problems: [] }) }

const LINES: RecordFormat = {
  delimiter: null,
  names: [],
  read: (text, line) => {
    const { value, problems } = parseJsonLines(text, line)
    return { contents: value ?? [], problems }
  },
}
