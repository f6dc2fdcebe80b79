import type { CsvWish } from '../../../../model/config.ts'
import type { Parsed, Problem } from '../../problem.ts'
import { type Content, content } from '../content.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { findDelimiter } from './find-delimiter.ts'
import { columnOf, headerNames } from './header-names.ts'

/** Problems of one kind that are told one by one, for each file. */
const MOST = 20

/** How the records of a CSV file are to be read. */
export interface CsvShape {
  readonly delimiter: string
  readonly names: readonly string[]
  /** Is the first record no item? */
  readonly header: boolean
}

/** CSV and TSV: an item for each record behind the header. A record with too few or too many fields is a problem, and the rest goes on. */
export function parseCsv(text: string, wish: CsvWish, extension: string): Parsed<readonly Content[]> {
  const delimiter = wish.delimiter ?? findDelimiter(text, extension)
  const { records, problems } = csvRecords(text, delimiter)
  const { shape, problems: odd } = csvShape(records[0], delimiter, wish)
  const ragged: Problem[] = []
  const items: Content[] = []
  for (const [i, record] of (shape.header ? records.slice(1) : records).entries()) {
    const { csv, problem } = csvItem(record, shape)
    if (csv === null) ragged.push(problem)
    else items.push(content({ csv, many: true, number: i + 1, line: record.line }))
  }
  return { value: items, problems: [...odd, ...bounded([...problems, ...ragged])] }
}

/** What the first record says of all. */
function csvShape(
  first: CsvRecord | undefined,
  delimiter: string,
  { header, columns }: CsvWish,
): { readonly shape: CsvShape; readonly problems: readonly Problem[] } {
  if (first === undefined) return { shape: { delimiter, names: columns ?? [], header: false }, problems: [] }
  if (columns !== null) return { shape: { delimiter, names: columns, header }, problems: [] }
  if (!header) {
    const names = first.fields.map((_, i) => `column_${i + 1}`)
    return { shape: { delimiter, names, header }, problems: [] }
  }
  const { names, problems } = headerNames(first, delimiter)
  return { shape: { delimiter, names, header }, problems }
}

type CsvItem =
  | { readonly csv: { readonly [name: string]: string }; readonly problem: null }
  | { readonly csv: null; readonly problem: Problem }

/** A record by the names of the columns; empty fields too many at the end do not matter. */
function csvItem(record: CsvRecord, { names, delimiter }: CsvShape): CsvItem {
  const { fields, line } = record
  if (fields.length < names.length || fields.slice(names.length).some((field) => field.trim() !== '')) {
    const many = fields.length > names.length
    return {
      csv: null,
      problem: {
        line,
        column: columnOf(record, Math.min(fields.length, names.length), delimiter),
        message: `The line has ${many ? 'more' : 'fewer'} fields than there are columns: it is passed over.`,
        expected: `${names.length} fields (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`,
        found: `${fields.length}`,
        next: many
          ? 'Put fields that hold the delimiter into quotes.'
          : 'Write a delimiter for each field, also where it is empty.',
      },
    }
  }
  const item: Record<string, string> = Object.create(null)
  for (let i = 0; i < names.length; i++) item[names[i] as string] = fields[i] as string
  return { csv: item, problem: null }
}

/** The first ones, in the order of the file. */
function bounded(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (sorted.length <= MOST) return sorted
  const left = sorted.length - MOST
  return [
    ...sorted.slice(0, MOST),
    {
      line: null,
      message: `${left} more lines of the file cannot be read.`,
      expected: 'lines with as many fields as the first',
      found: `${sorted.length} others`,
      next: 'Mend the first ones: the others may be of the same kind.',
    },
  ]
}
