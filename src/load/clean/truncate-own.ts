import type { Catalog, Relation } from '../../model/catalog.ts'
import { DatabaseError, type Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import { Parameters } from '../sql/parameters.ts'
import { isNamed } from './delete-rows.ts'
import { referencesTo } from './references.ts'
import type { Target } from './target.ts'

/** Keys in one statement. */
const SLICE = 5000

/**
 * Empties tables that hold nothing but rows of ours by TRUNCATE, where nobody could tell the difference: no trigger or rule looks at deletions, all rows can be seen,
 * and every table that refers to them is emptied with them. Deleting many rows of a parent costs a scan of its child for each row where the
 * foreign key has no index, which is common. Returns the number of rows of each. `least`: fewer rows are not worth the lock.
 */
export async function truncateOwn(
  tx: Queryable,
  catalog: Catalog,
  targets: readonly Target[],
  least: number,
): Promise<ReadonlyMap<ObjectId, number>> {
  const none = new Map<ObjectId, number>()
  const candidates = closed(
    catalog,
    targets.filter((target) => mayTruncate(catalog, target)),
  )
  if (candidates.reduce((sum, { rows }) => sum + rows, 0) < least) return none
  await tx.execute('savepoint supa_seed_truncate')
  try {
    await tx.execute(`lock table ${candidates.map(({ table }) => table.sql).join(', ')} in access exclusive mode`)
    const counts = new Map<ObjectId, number>()
    for (const target of candidates) {
      const count = await countIfAllOwn(tx, target)
      if (count !== null) counts.set(target.id, count)
    }
    const whole = closed(
      catalog,
      candidates.filter(({ id }) => counts.has(id)),
    )
    if (whole.length === 0) return none
    await tx.execute(`truncate ${whole.map(({ table }) => table.sql).join(', ')}`)
    return new Map(whole.map(({ id }) => [id, counts.get(id) ?? 0]))
  } catch (error) {
    // Someone else is at work on one of them, or a privilege is missing: then they are deleted row by row.
    if (!(error instanceof DatabaseError) || !['55P03', '42501', '40P01'].includes(error.code)) throw error
    await tx.execute('rollback to savepoint supa_seed_truncate')
    return none
  }
}

function mayTruncate(catalog: Catalog, { id, table, kinds }: Target): boolean {
  const relation = catalog.relations.find((each) => each.id === id)
  return (
    relation !== undefined &&
    !table.hidden &&
    kinds === 1 &&
    (relation.kind === 'table' || relation.kind === 'partitioned') &&
    relation.partitionOf === null &&
    relation.grants.truncate &&
    !looksAtDeletions(relation) &&
    partitionsOf(catalog, id).every((partition) => !looksAtDeletions(partition))
  )
}

const looksAtDeletions = ({ triggers, rules }: Relation): boolean =>
  rules.length > 0 ||
  triggers.some(({ enabled, events }) => enabled !== 'D' && (events.includes('delete') || events.includes('truncate')))

function partitionsOf(catalog: Catalog, id: ObjectId): Relation[] {
  const direct = catalog.relations.filter(
    ({ partitionOf, inherits }) => partitionOf?.parent === id || inherits.includes(id),
  )
  return direct.flatMap((partition) => [partition, ...partitionsOf(catalog, partition.id)])
}

/** Those of the tables that only tables among them refer to. */
function closed(catalog: Catalog, targets: readonly Target[]): Target[] {
  const names = new Set(targets.map(({ id }) => id))
  const kept = targets.filter(({ id }) => referencesTo(catalog, id).every(({ child }) => names.has(child.id)))
  return kept.length === targets.length ? kept : closed(catalog, kept)
}

/** The number of rows when all of them are ours, else null. */
async function countIfAllOwn(tx: Queryable, { table, sheets }: Target): Promise<number | null> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::float8 as n from ${table.sql}`)
  let own = 0
  for (const sheet of sheets(SLICE)) {
    // Without a key the same row may be there more often than we wrote it.
    if (!sheet.exact) return null
    const parameters = new Parameters()
    const named = isNamed(table, sheet, parameters)
    const [found] = await tx.query<{ n: number }>(
      `select count(*)::float8 as n from ${table.sql} t where ${named}`,
      parameters.values,
    )
    own += found?.n ?? 0
  }
  return own === row?.n ? own : null
}
