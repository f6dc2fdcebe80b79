import { quote } from '../../model/name.ts'
import type { As, TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, sameRow, written } from '../sql/sheet.ts'
import { orSet } from '../write/insert-rows.ts'
import type { Range } from '../write/slices.ts'
import type { InventedKeys } from './invented-keys.ts'
import { rowLiterals } from './row-literals.ts'

/** Rows of one statement at most; about as many characters. */
const ROWS = 500
const CHARACTERS = 1 << 19

/** A table and those of its rows that a statement is about. */
export interface Written {
  readonly into: DbTable
  readonly table: TableRows
  readonly ranges: readonly Range[]
  readonly keys: InventedKeys
}

/** `insert into … values (…), (…);` for the rows, some hundreds in each statement. */
export function* insertStatements(what: Written): Generator<string> {
  for (const lines of linesOf(what, namesOf(what), { as: 'written', typed: true }))
    yield `${insertInto(what, lines)};\n`
}

/** The same without its end, of all rows at once: a part of a larger statement. */
export function insertClause(what: Written): string {
  const all = [...linesOf(what, namesOf(what), { as: 'written', typed: true })].flat()
  return insertInto(what, all)
}

const namesOf = ({ table }: Written): string[] => table.written.map(({ name }) => name)

function insertInto(what: Written, lines: readonly string[]): string {
  const { into, table } = what
  const names = namesOf(what)
  // A table all of whose columns are left to the database.
  if (names.length === 0) return `insert into ${into.sql} select from pg_catalog.generate_series(1, ${lines.length})`
  const list = columnsHere(into, names)
    .map(({ name }) => quote(name))
    .join(', ')
  return `insert into ${into.sql} (${list}) overriding system value values\n${lines.join(',\n')}${orSet(into, table, names)}`
}

/** `update … from (values …)`: sets columns of rows that are found by their key. Rows with nothing to set are passed over with `skipNulls`. */
export function* updateStatements(
  what: Written,
  names: readonly string[],
  { as, skipNulls }: { readonly as: As; readonly skipNulls: boolean },
): Generator<string> {
  if (names.length === 0) return
  const { into, table } = what
  const { key } = table.plan
  const keys = columnsHere(into, key.columns)
  const width = keys.length
  const set = columnsHere(into, names).map((column, i) => `${quote(column.name)} = ${written('u', width + i, column)}`)
  const all = [...key.columns, ...names]
  const sheet = `u(${all.map((_, i) => `c${i + 1}`).join(', ')})`
  const keep = skipNulls
    ? (literals: readonly string[]) => literals.slice(width).some((text) => text !== 'null')
    : undefined
  for (const lines of linesOf(what, all, { as, typed: false, keep }))
    yield `update ${into.sql} t set ${set.join(', ')}\nfrom (values\n${lines.join(',\n')}) as ${sheet}\nwhere ${sameRow('t', 'u', keys, key.exact)};\n`
}

/** Rows as `(…)`, in heaps that fit into a statement. */
function* linesOf(
  { table, ranges, keys }: Written,
  names: readonly string[],
  {
    keep,
    ...how
  }: { readonly as: As; readonly typed: boolean; readonly keep?: (literals: readonly string[]) => boolean },
): Generator<string[]> {
  const read = rowLiterals(table, names, keys, how)
  let lines: string[] = []
  let size = 0
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row++) {
      const literals = read(row)
      if (keep !== undefined && !keep(literals)) continue
      const line = `(${literals.join(', ')})`
      lines.push(line)
      size += line.length
      if (lines.length < ROWS && size < CHARACTERS) continue
      yield lines
      lines = []
      size = 0
    }
  }
  if (lines.length > 0) yield lines
}
