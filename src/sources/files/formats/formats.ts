import type { CsvWish } from '../../../model/config.ts'
import type { Parsed } from '../problem.ts'
import type { Content } from './content.ts'
import { parseCsv } from './csv/parse-csv.ts'
import { MOST_BAD, parseJsonItems, parseJsonLines } from './parse-json-items.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { parsePlainText } from './parse-plain-text.ts'
import { parseYamlItems } from './parse-yaml-items.ts'

/** What a pool says of how its files are read. */
export interface Reading {
  /** Whether plain text is an item for each file or for each line. */
  readonly per: 'file' | 'line'
  readonly csv: CsvWish
}

/** A format whose files are texts: gives the items of a file, its line ends made `\n`. Never throws because of what is in it. */
export type TextFormat = (text: string, reading: Reading) => Parsed<readonly Content[]>

/** By extension (lower case, without the dot). A file of no format here is an item without content. */
export const TEXT_FORMATS: ReadonlyMap<string, TextFormat> = new Map<string, TextFormat>([
  ['md', parseMarkdown],
  ['mdx', parseMarkdown],
  ['markdown', parseMarkdown],
  ['json', parseJsonItems],
  ['jsonl', (text) => parseJsonLines(text, 1, MOST_BAD)],
  ['ndjson', (text) => parseJsonLines(text, 1, MOST_BAD)],
  ['yaml', parseYamlItems],
  ['yml', parseYamlItems],
  ['csv', (text, { csv }) => parseCsv(text, csv, 'csv')],
  ['tsv', (text, { csv }) => parseCsv(text, csv, 'tsv')],
  ['txt', parsePlainText],
  ['text', parsePlainText],
])
