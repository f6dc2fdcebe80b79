import type { Catalog } from '../../model/catalog.ts'
import type { Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { History, MadeRows, OwnRows } from '../past/history.ts'
import { type DbColumn, type DbTable, readTables } from '../sql/read-columns.ts'
import { columnsOf, type Sheet } from '../sql/sheet.ts'
import { cut, keysOf } from '../write/slices.ts'

/** Some rows of a table, named by their keys. */
export interface KeySheet {
  readonly columns: readonly DbColumn[]
  /** False: `columns` are all that can be compared, and the same row may be there more than once. */
  readonly exact: boolean
  readonly sheet: Sheet
}

/** Rows of one table that are to be removed. */
export interface Target {
  readonly id: ObjectId
  readonly table: DbTable
  /** How many rows there should be. */
  readonly rows: number
  /** How many lists of keys name them; rows may be in both of two (a trigger made them, and they were enriched). */
  readonly kinds: number
  /** Their keys, `size` at a time. */
  sheets(size: number): Iterable<KeySheet>
}

/**
 * What cleanup removes: rows of ours and rows that triggers made for them. With `only`, of these tables; rows that triggers made go with the last of the
 * tables that they were made for. Tables that are gone are left out, with the columns of keys that are gone.
 */
export async function findTargets(
  tx: Queryable,
  catalog: Catalog,
  history: History,
  only: readonly ObjectId[] | null,
): Promise<Target[]> {
  const wanted = (table: ObjectId) => only === null || only.includes(table)
  const own = history.own.filter(({ table }) => wanted(table))
  const made = [...history.made, ...history.begun].filter(
    ({ table, by }) => wanted(table) || (by.length > 0 && by.every(wanted)),
  )
  const ids = [...new Set([...own, ...made].map(({ table }) => table))]
  const found = await readTables(tx, ids)
  const kinds = new Map(catalog.relations.map(({ id, kind }) => [id, kind]))
  return ids.flatMap((id) => {
    const table = found.get(id)
    const kind = kinds.get(id) ?? 'table'
    if (!table || kind === 'view' || kind === 'materialized') return []
    return [
      targetOf(
        table,
        own.filter((each) => each.table === id),
        made.filter((each) => each.table === id),
      ),
    ]
  })
}

function targetOf(table: DbTable, own: readonly OwnRows[], made: readonly MadeRows[]): Target {
  return {
    id: table.id,
    table,
    rows: own.reduce((sum, { from, to }) => sum + to - from, 0) + made.reduce((sum, { keys }) => sum + keys.length, 0),
    kinds: (own.length > 0 ? 1 : 0) + made.length,
    *sheets(size) {
      for (const part of own) yield* ownSheets(table, part, size)
      for (const { columns: names, exact, keys } of made) {
        const columns = columnsOf(table, names)
        if (!columns) continue
        for (const { from, to } of cut(0, keys.length, size)) {
          const some = keys.slice(from, to)
          yield { columns, exact, sheet: columns.map((_, i) => some.map((key) => key[i] ?? null)) }
        }
      }
    },
  }
}

function* ownSheets(table: DbTable, { rows, from, to }: OwnRows, size: number): Generator<KeySheet> {
  const { key } = rows.plan
  const columns = columnsOf(table, key.columns)
  if (!columns) return
  for (const range of cut(from, to, size)) yield { columns, exact: key.exact, sheet: keysOf(rows, [range]) }
}
