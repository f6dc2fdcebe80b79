import type { Database } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import { readTables } from '../sql/read-columns.ts'
import { columnsOf, type Sheet, sameRow, unnestNumbered } from '../sql/sheet.ts'

/** What a probe found: for each key whether its row is there; or that the table cannot be asked. */
export type Probed =
  | { readonly kind: 'rows'; readonly there: readonly boolean[] }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable' }

/** Looks up rows of a table by key. `sheet`: one array of texts for each column of the table's key. */
export function probe(db: Database, id: ObjectId, key: TablePlan['key'], sheet: Sheet): Promise<Probed> {
  return db.transaction(
    async (tx): Promise<Probed> => {
      const table = (await readTables(tx, [id])).get(id)
      const columns = table && columnsOf(table, key.columns)
      if (!columns) return { kind: 'gone' }
      if (!table.readable || table.hidden) return { kind: 'unreadable' }
      const rows = await tx.query<{ n: number }>(
        `select k.n::int4 as n from ${unnestNumbered('k', columns.length)}
         where exists (select from ${table.sql} t where ${sameRow('t', 'k', columns, key.exact)})`,
        [...sheet],
      )
      const found = new Set(rows.map(({ n }) => n - 1))
      return { kind: 'rows', there: Array.from({ length: sheet[0]?.length ?? 0 }, (_, i) => found.has(i)) }
    },
    { readOnly: true },
  )
}

/** The sheet of a list of keys. */
export const sheetOfKeys = (width: number, keys: readonly (readonly (string | null)[])[]): Sheet =>
  Array.from({ length: width }, (_, i) => keys.map((key) => key[i] ?? null))
