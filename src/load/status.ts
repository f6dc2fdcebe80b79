import type { Database } from '../model/database.ts'
import type { ObjectId } from '../model/name.ts'
import type { History } from './past/history.ts'
import { readTables } from './sql/read-columns.ts'

export interface TableStatus {
  readonly table: ObjectId
  /** Rows that supa-seed owns, by the journal as far as the database bears it out. */
  readonly own: number
  /** Rows that triggers made for them, those that were enriched since (`own`) left out. */
  readonly made: number
  /** All rows that are there; null when the current role cannot count them. */
  readonly all: number | null
}

/** How many rows of each table are ours, and how many there are in all: of the given tables, and of all that have rows of ours. Sorted. */
export function status(db: Database, history: History, tables: readonly ObjectId[]): Promise<TableStatus[]> {
  const own = new Map<ObjectId, number>()
  const made = new Map<ObjectId, number>()
  for (const { table, from, to } of history.own) own.set(table, (own.get(table) ?? 0) + to - from)
  const known = new Map<string, ReadonlySet<string>>()
  for (const { table, keys, columns } of history.made) {
    const name = keyText([table, ...columns])
    const enriched = known.get(name) ?? enrichedKeys(history.own, table, columns)
    known.set(name, enriched)
    const others = keys.filter((key) => !enriched.has(keyText(key)))
    made.set(table, (made.get(table) ?? 0) + others.length)
  }
  const ids = [...new Set([...tables, ...own.keys(), ...made.keys()])].sort()
  return db.transaction(
    async (tx) => {
      const found = await readTables(tx, ids)
      const counts: TableStatus[] = []
      for (const table of ids) {
        const there = found.get(table)
        const [row] = there?.readable
          ? await tx.query<{ n: number }>(`select count(*)::float8 as n from ${there.sql}`)
          : []
        counts.push({ table, own: own.get(table) ?? 0, made: made.get(table) ?? 0, all: row?.n ?? null })
      }
      return counts
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

/** Keys of rows of a table that a trigger made and that were enriched: those count as own. */
function enrichedKeys(own: History['own'], table: ObjectId, columns: readonly string[]): Set<string> {
  const keys = new Set<string>()
  for (const part of own) {
    const { plan } = part.rows
    if (part.table !== table || plan.writer.kind !== 'update' || plan.key.columns.join() !== columns.join()) continue
    for (let row = part.from; row < part.to; row++) keys.add(keyText(part.rows.key(row)))
  }
  return keys
}

const keyText = (key: readonly (string | null)[]): string => JSON.stringify(key)
