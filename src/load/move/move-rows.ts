import type { Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { columnsHere, comparable, type Sheet, sameRow, unnest, written } from '../sql/sheet.ts'
import { cut } from '../write/slices.ts'
import { type ChangedRows, changedRows, movable } from './changed-rows.ts'

/** Rows that are compared at once. */
const SLICE = 1000

/** What became of the rows of a table. */
export interface MovedRows {
  readonly moved: number
  /** Were changed by somebody else since, and stay as they are. */
  readonly left: number
  readonly columns: readonly string[]
}

/**
 * Moves rows from what one plan makes of them to what another one does, by key. A row that holds something else in a column that moves is left alone. `crowded`:
 * the columns belong to a unique key or an exclusion constraint: rows go one by one, so that each moves to where the one before it has left.
 */
export async function moveRows(
  tx: Queryable,
  into: DbTable,
  before: TableRows,
  after: TableRows,
  options: { readonly to: number; readonly crowded: ReadonlySet<string> },
): Promise<MovedRows> {
  const columns = new Set<string>()
  let moved = 0
  let left = 0
  for (const { from, to, made } of before.split(0, options.to)) {
    const able = movable(before, made).filter((name) => into.columns.has(name))
    const found = cut(from, to, SLICE).flatMap((range) => changedRows(before, after, able, range) ?? [])
    for (const changed of inOrder(found, options.crowded)) {
      const done = await moveSome(tx, into, before, changed)
      moved += done.moved
      left += done.left
      for (const name of changed.names) columns.add(name)
    }
  }
  return { moved, left, columns: [...columns].sort() }
}

async function moveSome(
  tx: Queryable,
  into: DbTable,
  { plan: { key } }: TableRows,
  { names, keys, before, after }: ChangedRows,
): Promise<{ moved: number; left: number }> {
  const keyed = columnsHere(into, key.columns)
  const columns = columnsHere(into, names)
  const width = columns.length
  const old = (i: number) => keyed.length + i
  const fresh = (i: number) => keyed.length + width + i
  const here = columns.map((column) => comparable(`t.${quote(column.name)}`, column))
  const asIs = here.join(', ')
  const values = (at: (i: number) => number): readonly string[] =>
    columns.map((column, i) => comparable(`u.c${at(i) + 1}::${column.type}`, column))
  const [was, is] = [values(old), values(fresh)]
  // Some columns may have moved already, with the row of another table that they refer to (ON UPDATE CASCADE).
  const ours = here
    .map((one, i) => `(${one} is not distinct from ${was[i]} or ${one} is not distinct from ${is[i]})`)
    .join(' and ')
  const source = unnest('u', keyed.length + 2 * width)
  const same = sameRow('t', 'u', keyed, key.exact)
  const sheet: Sheet = transposed(
    keys.map((one, i) => [...one, ...(before[i] ?? []), ...(after[i] ?? [])]),
    keyed.length + 2 * width,
  )
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int4 as n from ${into.sql} t, ${source}
     where ${same} and not (${ours})`,
    sheet,
  )
  const set = columns.map((column, i) => `${quote(column.name)} = ${written('u', fresh(i), column)}`).join(', ')
  const moved = await tx.execute(
    `update ${into.sql} t set ${set} from ${source}
     where ${same} and ${ours} and row(${asIs}) is distinct from row(${is.join(', ')})`,
    sheet,
  )
  return { moved, left: row?.n ?? 0 }
}

const transposed = (rows: readonly (readonly (string | null)[])[], width: number): Sheet =>
  Array.from({ length: width }, (_, i) => rows.map((row) => row[i] ?? null))

/** As they are; of those whose place is taken by another one first the one that goes furthest. */
function inOrder(found: readonly ChangedRows[], crowded: ReadonlySet<string>): readonly ChangedRows[] {
  if (!found.some(({ names }) => names.some((name) => crowded.has(name)))) return found
  const single = found.flatMap(({ names, keys, before, after }) =>
    keys.map((key, i) => ({
      at: names.findIndex((name) => crowded.has(name)),
      names,
      keys: [key],
      before: [before[i] ?? []],
      after: [after[i] ?? []],
    })),
  )
  const start = ({ at, before }: (typeof single)[number]): string => before[0]?.[at] ?? ''
  const [first] = single
  const ahead = first !== undefined && (first.after[0]?.[first.at] ?? '') > start(first)
  return single.sort((a, b) => (start(a) < start(b) ? -1 : 1) * (ahead ? -1 : 1))
}
