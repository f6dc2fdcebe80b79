import type { History, OwnRows } from '../../load/past/history.ts'
import { missingRows } from '../../load/restore/missing-rows.ts'
import { readTables } from '../../load/sql/read-columns.ts'
import type { Database } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import { spansOf } from '../../model/row-spans.ts'
import { readColumns } from '../../report/verify/columns.ts'
import { checkGiven } from '../../report/verify/given-rows.ts'

/** A given row that is not as it was made. */
export interface ChangedRow {
  readonly table: ObjectId
  readonly handle: string
  readonly row: number
  /** Null: the row is gone. */
  readonly column: string | null
  readonly expected?: string | undefined
  readonly found?: string | undefined
}

/** Given rows of earlier runs, of which the configuration still speaks, that the application has changed or deleted. Nothing is written. */
export async function lookAtGiven(
  db: Database,
  history: History,
  said: Readonly<Record<ObjectId, readonly string[]>>,
): Promise<ChangedRow[]> {
  const parts = history.own.flatMap((part) => givenIn(part, said[part.table] ?? []))
  if (parts.length === 0) return []
  const ids = [...new Set(parts.map(({ table }) => table))]
  return db.transaction(
    async (tx) => {
      const tables = await readTables(tx, ids)
      const columns = await readColumns(tx, ids)
      const changed: ChangedRow[] = []
      for (const part of parts) {
        const { table: id, rows } = part
        const table = tables.get(id)
        if (table === undefined || !table.readable || table.hidden) continue
        const handleOf = new Map(rows.plan.fixtures?.map(({ row, handle }) => [row, handle]))
        for (const { from, to } of await missingRows(tx, table, part))
          for (let row = from; row < to; row++)
            changed.push({ table: id, row, handle: handleOf.get(row) ?? '', column: null })
        const look = { id, rows, own: [part], others: null, asked: [], associations: [] }
        const { findings } = await checkGiven(tx, look, columns.get(id) ?? new Map())
        const rowOf = new Map([...handleOf].map(([row, handle]) => [`fixtures.${id}.${handle}`, row]))
        for (const one of findings) changed.push(...asChanged(one, id, rowOf, handleOf))
      }
      return changed
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

function asChanged(
  { place, expected, found }: Finding,
  table: ObjectId,
  rowOf: ReadonlyMap<string, number>,
  handleOf: ReadonlyMap<number, string>,
): ChangedRow[] {
  const row = rowOf.get(place.path ?? '')
  if (row === undefined) return []
  return [{ table, row, handle: handleOf.get(row) ?? '', column: place.column ?? null, expected, found }]
}

/** The given rows of a part, as parts of their own. */
function givenIn({ table, rows, from, to }: OwnRows, handles: readonly string[]): OwnRows[] {
  const said = new Set(handles)
  const given = (rows.plan.fixtures ?? []).filter(
    ({ row, handle, pool }) => row >= from && row < to && pool === undefined && said.has(handle),
  )
  return spansOf(given.map(({ row }) => row).sort((a, b) => a - b)).map((span) => ({ table, rows, ...span }))
}
