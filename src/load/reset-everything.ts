import type { Catalog } from '../model/catalog.ts'
import { type Database, DatabaseError, type Queryable } from '../model/database.ts'
import type { Finding } from '../model/finding.ts'
import { idToSql, type ObjectId, quote, quoteQualified } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import { lockAlone } from './chunk/advisory-lock.ts'
import { connectionLost } from './chunk/connection-lost.ts'
import { errorKind } from './chunk/error-kind.ts'
import { persist } from './chunk/persist.ts'
import { deletionOrder } from './clean/deletion-order.ts'
import { type Reference, referencesTo } from './clean/references.ts'
import { othersFinding } from './clean/rows-of-others.ts'
import type { Journal } from './journal/open-journal.ts'

export interface ResetEverythingOptions {
  readonly db: Database
  readonly catalog: Catalog
  /** Opened for writing. */
  readonly journal: Journal
  /** The app's tables; partitions are emptied with their parents. */
  readonly tables: readonly ObjectId[]
  /** Tables to keep: they held rows of others before supa-seed came. Null: nobody knows. */
  readonly reference: readonly ObjectId[] | null
}

export interface ResetEverythingResult {
  /** Tables that were emptied, sorted. */
  readonly emptied: readonly ObjectId[]
  readonly how: 'truncate' | 'delete'
}

/**
 * Empties the app's tables, whoever wrote the rows; reference tables are kept, and never reached by CASCADE. Sequences go on where they are. On this
 * machine only. Throws SeedError `not-local`, `reference-unknown`, and `rows-of-others` when rows of tables that are kept refer to these.
 */
export async function resetEverything(options: ResetEverythingOptions): Promise<ResetEverythingResult> {
  const { db, catalog, journal, reference } = options
  refuseUnlessSafe(options)
  const byId = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  const kept = new Set(reference)
  const emptied = options.tables.filter((id) => {
    const relation = byId.get(id)
    return (
      relation !== undefined &&
      !kept.has(id) &&
      relation.partitionOf === null &&
      (relation.kind === 'table' || relation.kind === 'partitioned')
    )
  })
  const outside = emptied.flatMap((id) => referencesTo(catalog, id).filter(({ child }) => !emptied.includes(child.id)))
  const truncate = outside.length === 0 && emptied.every((id) => byId.get(id)?.grants.truncate)
  if (emptied.length > 0) {
    try {
      const emptying = async (tx: Queryable): Promise<void> => {
        await lockAlone(tx)
        await refuseReferences(tx, outside)
        if (truncate) await tx.execute(`truncate ${emptied.map(idToSql).join(', ')} continue identity`)
        else await deleteAll(tx, catalog, emptied)
      }
      await persist(() => db.transaction(emptying, { searchPath: 'own' }))
    } catch (error) {
      throw error instanceof DatabaseError ? refused(error) : error
    }
  }
  if (journal.lines.length > 0)
    await journal.append([{ kind: 'cleaned', at: new Date().toISOString(), tables: emptied }], true)
  return { emptied: [...emptied].sort(), how: truncate ? 'truncate' : 'delete' }
}

function refuseUnlessSafe({ db, reference }: ResetEverythingOptions): void {
  if (!db.address.local) {
    throw new SeedError({
      code: 'not-local',
      message: `${db.address.host} is not on this machine; everything is only emptied on a local database.`,
      next: 'Use `supa-seed cleanup`, which removes what supa-seed wrote.',
    })
  }
  if (reference !== null) return
  throw new SeedError({
    code: 'reference-unknown',
    message:
      'Nobody knows which tables held reference data before supa-seed came: there is no journal of this database.',
    next: 'Use `supa-seed cleanup`, or `supabase db reset`.',
  })
}

/** Rows of tables that are kept must not refer to rows that go, whatever ON DELETE would do to them. */
async function refuseReferences(tx: Queryable, references: readonly Reference[]): Promise<void> {
  const findings: Finding[] = []
  for (const reference of references) {
    const { child, key } = reference
    const names = (child.primaryKey?.columns ?? key.columns).flatMap((name) => name ?? [])
    const texts = names.map((name) => `t.${quote(name)}::text`).join(', ')
    const set = key.columns.map((name) => `t.${quote(name)} is not null`).join(' and ')
    const rows = await tx.query<{ key: (string | null)[]; total: number }>(
      `select array[${texts}]::text[] as key, (count(*) over ())::int4 as total from ${quoteQualified(child.schema, child.name)} t where ${set} order by 1 limit 5`,
    )
    const shown = rows.map(({ key: texts }) => names.map((name, i) => `${name} = ${texts[i] ?? 'NULL'}`).join(', '))
    if (rows[0]) findings.push(othersFinding({ reference, count: rows[0].total, shown }))
  }
  if (findings.length === 0) return
  throw new SeedError({
    code: 'rows-of-others',
    message: findings.map(({ message }) => message).join(' '),
    place: findings[0]?.place,
    found: findings.flatMap(({ found }) => found ?? []).join('; '),
    next: 'Nothing was deleted. Delete these rows first, or use `supabase db reset`.',
    findings,
  })
}

/** Children first; tables that refer to one another by one statement. */
async function deleteAll(tx: Queryable, catalog: Catalog, tables: readonly ObjectId[]): Promise<void> {
  const parents = new Map<ObjectId, Set<ObjectId>>(tables.map((id) => [id, new Set<ObjectId>()]))
  for (const id of tables) for (const { child } of referencesTo(catalog, id)) parents.get(child.id)?.add(id)
  await tx.execute('set constraints all deferred')
  for (const group of deletionOrder(tables, parents)) {
    const ctes = group.map((id, n) => `d${n} as (delete from ${idToSql(id)})`)
    await tx.query(`with ${ctes.join(', ')} select 1 as one`)
  }
}

function refused(error: DatabaseError): SeedError {
  if (errorKind(error) === 'lost') return connectionLost(error, 'The tables are all empty, or none is.')
  return new SeedError({
    code: 'reset-refused',
    message: `The database refused to empty its tables: ${error.message}`,
    place: error.table ? { table: error.table } : {},
    found: [`SQLSTATE ${error.code}`, error.detail].filter(Boolean).join('; '),
    next: 'Nothing was deleted. Mend what the message says, or use `supabase db reset`.',
    cause: error,
  })
}
