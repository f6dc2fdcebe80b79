import type { CsvWish } from '../../../../model/config.ts'
import type { Parsed, Problem } from '../../problem.ts'
import { type Content, content } from '../content.ts'
import { type CsvRecord, csvRecords } from './csv-records.ts'
import { findDelimiter } from './find-delimiter.ts'
import { columnOf, headerNames } from './header-names.ts'
import { Problems } from './problems.ts'

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
  if (shape === null) return { value: null, problems: odd }
  const told = new Problems()
  told.add(problems)
  const items: Content[] = []
  for (const [i, record] of (shape.header ? records.slice(1) : records).entries()) {
    const { csv, problem } = csvItem(record, shape)
    if (csv === null) told.add([problem])
    else items.push(content({ csv, many: true, number: i + 1, line: record.line }))
  }
  return { value: items, problems: [...odd, ...told.told()] }
}

/** No table has more than 1600. */
const MOST_COLUMNS = 5000

const tooWide = ({ line, fields }: CsvRecord): Problem => ({
  line,
  message: 'The first line has more fields than any table has columns.',
  expected: `at most ${MOST_COLUMNS}`,
  found: `${fields.length}`,
  next: 'Look whether its line ends are there, and say what stands between the fields: delimiter.',
})

/** What the first record says of all; no shape where it says nothing of use. */
export function csvShape(
  first: CsvRecord | undefined,
  delimiter: string,
  { header, columns }: CsvWish,
): { readonly shape: CsvShape | null; readonly problems: readonly Problem[] } {
  if (first === undefined) return { shape: { delimiter, names: columns ?? [], header: false }, problems: [] }
  if (first.fields.length > MOST_COLUMNS) return { shape: null, problems: [tooWide(first)] }
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

/** Own properties only, as of an object without a prototype; but V8 keeps rows of the same columns in a fraction of the space. */
const Row = function (this: Record<string, string>, names: readonly string[], fields: readonly string[]): void {
  for (let i = 0; i < names.length; i++) this[names[i] as string] = fields[i] as string
} as unknown as new (
  names: readonly string[],
  fields: readonly string[],
) => unknown
Row.prototype = Object.freeze(Object.create(null))

/** A record by the names of the columns; empty fields too many at the end do not matter. */
export function csvItem(record: CsvRecord, { names, delimiter }: CsvShape): CsvItem {
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
  return { csv: new Row(names, fields) as unknown as Record<string, string>, problem: null }
}
