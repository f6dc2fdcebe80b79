import type { Database } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { readTables } from '../sql/read-columns.ts'
import { matchedRows } from './matched-rows.ts'

/** Rows of a table that are looked at. */
const SAMPLE = 24

/** Columns to look at, in tables whose rows were found. */
export interface Telling {
  readonly table: ObjectId
  readonly columns: readonly string[]
  /** Rows that are there. */
  readonly rows: number
}

/** Do rows that were found by their keys hold what the plan makes of them? Share of those that were looked at, 0 … 1; null where there was nothing to look at. */
export async function contentsFit(db: Database, rows: Rows, telling: readonly Telling[]): Promise<number | null> {
  if (telling.length === 0) return null
  return db.transaction(
    async (tx) => {
      const tables = await readTables(
        tx,
        telling.map(({ table }) => table),
      )
      let looked = 0
      let found = 0
      for (const { table, columns, rows: count } of telling) {
        const into = tables.get(table)
        const made = rows.table(table)
        const names = [...made.plan.key.columns, ...columns]
        if (into === undefined || !into.readable || into.hidden || names.some((name) => !into.columns.has(name)))
          continue
        const given = new Set(made.plan.fixtures?.map(({ row }) => row))
        const sample = made
          .split(0, Math.min(count, SAMPLE))
          .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))
          .filter((row) => !given.has(row))
        looked += sample.length
        if (sample.length > 0) found += (await matchedRows(tx, into, made, sample, names, false)).size
      }
      return looked === 0 ? null : found / looked
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}
