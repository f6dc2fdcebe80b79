import { DatabaseError, type Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { type ObjectId, objectId } from '../../model/name.ts'
import { type Harvested, type HarvestScope, writeAndHarvest } from '../harvest/harvest.ts'
import { readTables } from '../sql/read-columns.ts'
import { columnsOf } from '../sql/sheet.ts'
import { deleteRows } from './delete-rows.ts'

/** Nothing but deletions: whatever row is new was made by a trigger or a rule. */
const ONLY_DELETIONS: HarvestScope = { targets: [], keysOf: () => null }
/** Their removal may be logged again, a few times. */
const ROUNDS = 3

/** What was deleted, by table. */
export interface Deletions {
  readonly tables: readonly { readonly table: ObjectId; readonly deleted: number }[]
}

/**
 * Deletes rows, and then those that triggers and rules made meanwhile: the audit log of the deletions. Rows of a table in which they also deleted are left, for
 * they may be older ones that were written anew (sums, rankings). The transaction must be REPEATABLE READ.
 */
export async function withoutTraces<Result extends Deletions>(
  tx: Queryable,
  work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly findings: readonly Finding[] }> {
  const before = await deletedSoFar(tx)
  const { result, harvested } = await writeAndHarvest(tx, ONLY_DELETIONS, work)
  const after = await deletedSoFar(tx)
  const own = new Map(result.tables.map(({ table, deleted }) => [table, deleted]))
  const untouched = ({ table }: Harvested): boolean =>
    (after.get(table) ?? 0) - (before.get(table) ?? 0) <= (own.get(table) ?? 0)
  let left: readonly Harvested[] = harvested.filter(untouched)
  const findings: Finding[] = []
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    await tx.execute('set constraints all deferred')
    const removed = left
    const again = await writeAndHarvest(tx, ONLY_DELETIONS, async () => {
      const kept: Finding[] = []
      for (const rows of removed) if (!(await isRemoved(tx, rows))) kept.push(keptLog(rows))
      return kept
    })
    findings.push(...again.result)
    left = again.harvested
  }
  return { result, findings }
}

async function deletedSoFar(tx: Queryable): Promise<ReadonlyMap<ObjectId, number>> {
  const rows = await tx.query<{ schema: string; name: string; deleted: number }>(
    `select n.nspname::text as schema, c.relname::text as name, pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)::float8 as deleted
     from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.oid >= 16384 and pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid) > 0`,
  )
  return new Map(rows.map(({ schema, name, deleted }) => [objectId(schema, name), deleted]))
}

/** False where the table lets no row go. */
async function isRemoved(tx: Queryable, { table: id, columns: names, exact, keys }: Harvested): Promise<boolean> {
  const table = (await readTables(tx, [id])).get(id)
  const columns = table && columnsOf(table, names)
  if (!table || !columns) return false
  await tx.execute('savepoint supa_seed_traces')
  try {
    const sheet = columns.map((_, i) => keys.map((key) => key[i] ?? null))
    const [deleted] = await deleteRows(tx, [{ table, sheets: [{ columns, exact, sheet }] }])
    await tx.execute('release savepoint supa_seed_traces')
    return deleted !== undefined && deleted.gone === deleted.there
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    await tx.execute('rollback to savepoint supa_seed_traces')
    return false
  }
}

const keptLog = ({ table, keys }: Harvested): Finding =>
  finding(
    'deletions-logged',
    'info',
    { table },
    `Triggers or rules wrote ${keys.length} rows to ${table} when rows were deleted, and it lets none of them go.`,
  )
