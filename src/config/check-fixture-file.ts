import { type Finding, finding } from '../model/finding.ts'
import type { FixtureRow } from '../model/given/fixture-row.ts'
import { cleanInput } from './clean-input.ts'
import { formatPath } from './format-path.ts'
import { judgeInput } from './judge-input.ts'
import { fixtureTables } from './sections/fixtures.ts'

type Tables = Readonly<Record<string, Readonly<Record<string, FixtureRow>>>>

/** What a file of fixtures says. */
export interface FixtureFile {
  readonly file: string
  /** By table and handle. */
  readonly rows: Tables
  /** By table and name. */
  readonly traits: Tables
  readonly problems: readonly Finding[]
}

/** Holds the contents of a file against the schema: tables with rows by handle, and `$traits` with traits by table and name. */
export function checkFixtureFile(input: unknown, file: string): FixtureFile {
  const { value, problems: formal } = cleanInput(input)
  const { $traits: traits = {}, ...rows } = isRecord(value) ? value : {}
  const problems = [
    ...formal.map((one) => problemIn(file, one)),
    ...(formal.length > 0 ? [] : [rowsOf(value, rows, file), judged(traits, file, ['$traits'])].flat()),
  ]
  if (problems.length > 0) return { file, rows: {}, traits: {}, problems }
  return { file, rows: rows as Tables, traits: traits as Tables, problems }
}

const rowsOf = (value: unknown, rows: unknown, file: string): Finding[] =>
  judged(isRecord(value) ? rows : value, file, [])

const judged = (input: unknown, file: string, path: readonly string[]): Finding[] =>
  judgeInput(fixtureTables, input, path).map((one) => problemIn(file, one))

function problemIn(
  file: string,
  {
    path,
    expected,
    found,
  }: { readonly path: readonly PropertyKey[]; readonly expected: string; readonly found: string },
): Finding {
  const where = formatPath(['fixtures', ...path])
  const rest = { expected, found, next: 'Write tables, handles and rows: orders: { order1001: { status: paid } }' }
  return finding('invalid-setting', 'error', { path: where, file }, `${file}: ${where} is not valid.`, rest)
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
