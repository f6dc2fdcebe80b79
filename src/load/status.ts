import type { Database, Queryable } from '../model/database.ts'
import type { ObjectId } from '../model/name.ts'
import type { History } from './past/history.ts'
import { missingRows } from './restore/missing-rows.ts'
import { type DbTable, readTables } from './sql/read-columns.ts'

export interface TableStatus {
  readonly table: ObjectId
  /** Rows that supa-seed owns and that are there. */
  readonly own: number
  /** Rows that it owns and that are gone. */
  readonly gone: number
  /** Rows that triggers made for them, those that were enriched since (`own`) left out. */
  readonly made: number
  /** All rows that are there; null when the current role cannot count them. */
  readonly all: number | null
}

/**
 * How many rows of each table are ours, and how many there are in all: of the given tables, and of all that have rows of ours. Sorted. Each row is looked for
 * in `doubtful` tables, and where there are too few; of others the number is believed.
 */
export function status(
  db: Database,
  history: History,
  tables: readonly ObjectId[],
  doubtful: readonly ObjectId[] = [],
): Promise<TableStatus[]> {
  const own = new Map<ObjectId, number>()
  for (const { table, from, to } of history.own) own.set(table, (own.get(table) ?? 0) + to - from)
  const made = madeRows(history)
  const ids = [...new Set([...tables, ...own.keys(), ...made.keys()])].sort()
  return db.transaction(
    async (tx) => {
      const found = await readTables(tx, ids)
      const counts: TableStatus[] = []
      for (const table of ids) {
        const there = found.get(table)
        const [mine, others] = [own.get(table) ?? 0, made.get(table) ?? 0]
        const all = await countOf(tx, there)
        const few = all !== null && all < mine + others
        const gone = few || doubtful.includes(table) ? await goneRows(tx, there, history, table) : 0
        counts.push({ table, own: mine - gone, gone, made: others, all })
      }
      return counts
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

async function countOf(tx: Queryable, table: DbTable | undefined): Promise<number | null> {
  if (!table?.readable) return null
  const [row] = await tx.query<{ n: number }>(`select count(*)::float8 as n from ${table.sql}`)
  return row?.n ?? null
}

async function goneRows(tx: Queryable, table: DbTable | undefined, history: History, id: ObjectId): Promise<number> {
  let gone = 0
  for (const part of history.own.filter((one) => one.table === id)) {
    const lost = table?.readable ? await missingRows(tx, table, part) : table ? [] : [part]
    gone += lost.reduce((sum, { from, to }) => sum + to - from, 0)
  }
  return gone
}

/** Rows that triggers made, by table, those that were enriched left out. */
function madeRows(history: History): Map<ObjectId, number> {
  const made = new Map<ObjectId, number>()
  const known = new Map<string, ReadonlySet<string>>()
  for (const { table, keys, columns } of history.made) {
    const name = keyText([table, ...columns])
    const enriched = known.get(name) ?? enrichedKeys(history.own, table, columns)
    known.set(name, enriched)
    const others = keys.filter((key) => !enriched.has(keyText(key)))
    made.set(table, (made.get(table) ?? 0) + others.length)
  }
  for (const [table, rows] of made) made.set(table, Math.max(0, rows - metRows(history.own, table)))
  return made
}

/** Own rows that met one which a trigger had made, and took its place. */
function metRows(own: History['own'], id: ObjectId): number {
  const met = own.filter(({ table, rows: { plan } }) => table === id && 'over' in plan.writer)
  return met.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** Keys of rows of a table that a trigger made and that were enriched: those count as own. */
function enrichedKeys(own: History['own'], table: ObjectId, columns: readonly string[]): Set<string> {
  const keys = new Set<string>()
  for (const part of own) {
    const { plan } = part.rows
    const made = part.rows.split(part.from, part.to)[0]?.made ?? false
    if (part.table !== table || !made || plan.key.columns.join() !== columns.join()) continue
    for (let row = part.from; row < part.to; row++) keys.add(keyText(part.rows.key(row)))
  }
  return keys
}

const keyText = (key: readonly (string | null)[]): string => JSON.stringify(key)
