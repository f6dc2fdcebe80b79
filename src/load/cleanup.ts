import type { Catalog } from '../model/catalog.ts'
import { type Database, DatabaseError, type Queryable } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import type { SignedIn } from '../model/signed-in.ts'
import { lockAlone } from './chunk/advisory-lock.ts'
import { connectionLost } from './chunk/connection-lost.ts'
import { errorKind } from './chunk/error-kind.ts'
import { persistTransaction } from './chunk/persist-transaction.ts'
import { deleteGroup } from './clean/delete-group.ts'
import { deletionOrder } from './clean/deletion-order.ts'
import { referencesTo } from './clean/references.ts'
import { forbids } from './clean/rows-of-others.ts'
import { findTargets, type Target } from './clean/target.ts'
import { truncateOwn } from './clean/truncate-own.ts'
import { withoutTraces } from './clean/without-traces.ts'
import type { Journal } from './journal/open-journal.ts'
import type { History } from './past/history.ts'
import { signInForAll } from './sign-in.ts'
import { readTables } from './sql/read-columns.ts'

export interface CleanupOptions {
  readonly db: Database
  readonly catalog: Catalog
  /** Opened for writing. */
  readonly journal: Journal
  /** From `readPast`, or `adopt` for rows that were recognised. */
  readonly history: History
  /** Ids of dangers that are allowed: `rows-of-others:comments.comments_post_id_fkey`. */
  readonly allow?: readonly string[]
  /** Only rows of these tables. */
  readonly only?: readonly ObjectId[] | null
  /** See `DeleteOptions`; default 200,000. */
  readonly together?: number
  /** Tables that hold nothing but rows of ours, this many in all, are truncated where nobody could tell; default 10,000. */
  readonly truncate?: number
}

export interface CleanupResult {
  readonly tables: readonly { readonly table: ObjectId; readonly deleted: number }[]
  readonly findings: readonly Finding[]
}

/**
 * Removes exactly what was seeded, rows that triggers made included, in one transaction: rows of an unfinished run, too. Throws SeedError `rows-of-others` when rows
 * that are not ours refer to them (each named, nothing deleted), `rows-kept` when a trigger keeps rows, `cleanup-refused` when the database forbids it.
 */
export async function cleanup(options: CleanupOptions): Promise<CleanupResult> {
  const { db, journal, history } = options
  const only = options.only ?? null
  let result: CleanupResult
  try {
    const removal = async (tx: Queryable): Promise<CleanupResult> => {
      await lockAlone(tx)
      const targets = await findTargets(tx, options.catalog, history, only)
      if (targets.some(({ id }) => id.startsWith('storage.'))) await allowStorage(tx)
      await tx.execute('set constraints all deferred')
      const who = whoCleans(history)
      if (who !== undefined) await signInForAll(tx, who)
      const { result, findings } = await withoutTraces(tx, () => removeAll(tx, targets, options))
      return { ...result, findings: [...result.findings, ...findings] }
    }
    // Triggers of the app may name tables without their schema.
    result = await persistTransaction(db, removal, { searchPath: 'own', isolation: 'repeatable read' })
  } catch (error) {
    throw error instanceof DatabaseError ? refused(error) : error
  }
  if (journal.lines.length + history.own.length + history.made.length > 0) {
    const at = new Date().toISOString()
    await journal.append([only ? { kind: 'cleaned', at, tables: only } : { kind: 'cleaned', at }], true)
  }
  return result
}

/** Triggers that asked who writes may ask who deletes: an administrator rather than any user, a user rather than the back end. */
function whoCleans({ plans }: History): SignedIn | undefined {
  const known = plans.flatMap(({ tables }) => tables.flatMap(({ signedIn }) => signedIn ?? []))
  const [first] = CLEANERS.flatMap((by) => known.find((one) => one.by === by) ?? [])
  return first?.by === 'column' ? ANYONE : first
}

const CLEANERS: readonly SignedIn['by'][] = ['user', 'first', 'column', 'role']
const ANYONE: SignedIn = { by: 'first', users: 'auth.users', key: 'id' }

async function removeAll(tx: Queryable, targets: readonly Target[], options: CleanupOptions): Promise<CleanupResult> {
  const { catalog, allow = [], together = 200_000 } = options
  const byId = new Map(targets.map((target) => [target.id, target]))
  const parents = new Map<ObjectId, Set<ObjectId>>(targets.map(({ id }) => [id, new Set<ObjectId>()]))
  for (const { id } of targets) for (const { child } of referencesTo(catalog, id)) parents.get(child.id)?.add(id)
  const findings: Finding[] = await unseenChildren(tx, targets, options)
  if (findings.some((found) => forbids(found, allow))) throw othersInTheWay(findings)
  const emptied = await truncateOwn(tx, catalog, targets, options.truncate ?? 10_000)
  const tables = [...emptied].map(([table, deleted]) => ({ table, deleted }))
  const left = [...byId.keys()].filter((id) => !emptied.has(id))
  const postponed: Target[] = []
  let open = deletionOrder(left, parents).map((group) => group.flatMap((id) => byId.get(id) ?? []))
  while (open.length > 0) {
    const again: Target[][] = []
    const refusals: Refusal[] = []
    for (const members of open) {
      const later = postponed.filter((target) => !members.includes(target))
      const outcome = await attempt(tx, () => deleteGroup(tx, members, { catalog, allow, together, later }))
      if ('refusal' in outcome) {
        refusals.push({ tables: members.map(({ id }) => id), error: outcome.refusal })
        for (const target of members) if (!postponed.includes(target)) postponed.push(target)
        again.push(members)
        continue
      }
      const { counts, others } = outcome.done
      findings.push(...others)
      if (others.some((found) => forbids(found, allow))) throw othersInTheWay(others)
      for (const [table, { there, gone }] of counts) {
        if (gone < there) throw kept(table, there, gone)
        const wentAlong = postponed.some(({ id }) => id === table) ? (byId.get(table)?.rows ?? gone) : gone
        tables.push({ table, deleted: wentAlong })
      }
    }
    if (again.length === open.length) throw forbidden(refusals)
    open = again
  }
  return { tables: tables.sort((a, b) => (a.table < b.table ? -1 : 1)), findings }
}

/**
 * A trigger may keep rows while those that they hang on are there (the owner of a team among its members): such tables wait, and mostly go along with the
 * others.
 */
async function attempt<Result>(
  tx: Queryable,
  work: () => Promise<Result>,
): Promise<{ readonly done: Result } | { readonly refusal: DatabaseError }> {
  await tx.execute('savepoint supa_seed_delete')
  try {
    const done = await work()
    await tx.execute('release savepoint supa_seed_delete')
    return { done }
  } catch (error) {
    if (!(error instanceof DatabaseError) || !/^(P0|23)/.test(error.code)) throw error
    await tx.execute('rollback to savepoint supa_seed_delete')
    return { refusal: error }
  }
}

/** Tables whose rows the database keeps, and its words. */
interface Refusal {
  readonly tables: readonly ObjectId[]
  readonly error: DatabaseError
}

/** Direct deletion from the tables of Supabase Storage is refused unless a transaction says that it means it. */
async function allowStorage(tx: Queryable): Promise<void> {
  await tx.query(`select pg_catalog.set_config('storage.allow_delete_query', 'true', true)`)
}

/** Tables that refer to ours and whose rows cannot be seen: nobody can tell what would go with ours. */
async function unseenChildren(
  tx: Queryable,
  targets: readonly Target[],
  { catalog }: CleanupOptions,
): Promise<Finding[]> {
  const children = [...new Set(targets.flatMap(({ id }) => referencesTo(catalog, id).map(({ child }) => child.id)))]
  const tables = await readTables(tx, children)
  return [...tables.values()]
    .filter(({ readable, hidden }) => !readable || hidden)
    .map(({ id }) =>
      finding(
        'rows-unseen',
        'danger',
        { table: id },
        `${id} refers to tables of ours, and the current role cannot see all of its rows.`,
        {
          next: `Use a role that may read it and is not held by its row-level security, or allow it: --allow rows-unseen:${id}`,
        },
      ),
    )
}

function othersInTheWay(findings: readonly Finding[]): SeedError {
  const [first] = findings
  return new SeedError({
    code: first?.code ?? 'rows-of-others',
    message: findings.map(({ message }) => message).join(' '),
    place: first?.place,
    found: findings.flatMap(({ found }) => found ?? []).join('; ') || undefined,
    next: `Nothing was deleted. ${first?.next ?? ''}`.trim(),
    findings,
  })
}

function kept(table: ObjectId, there: number, gone: number): SeedError {
  return new SeedError({
    code: 'rows-kept',
    message: `A trigger or a rule keeps rows of ${table} from being deleted. Nothing was deleted.`,
    place: { table },
    exitCode: 1,
    expected: `${there} rows deleted`,
    found: `${gone} rows deleted`,
    next: `Look at the BEFORE DELETE triggers and rules of ${table}, or clean the other tables with --only.`,
  })
}

/** All tables that keep their rows, each with the words of the database. */
function forbidden(refusals: readonly Refusal[]): SeedError {
  const findings = refusals.flatMap(({ tables, error }) =>
    tables.map((table) => finding('cleanup-refused', 'error', { table }, `${table} keeps its rows: ${error.message}`)),
  )
  const [first] = findings
  return new SeedError({
    code: 'cleanup-refused',
    message: `The database refused the cleanup: ${findings.map(({ message }) => message).join('; ')}`,
    place: first?.place ?? {},
    exitCode: 1,
    found: `SQLSTATE ${refusals[0]?.error.code ?? ''}`,
    next: 'Nothing was deleted. Look at the DELETE triggers of these tables, or clean the others with --except.',
    findings,
    cause: refusals[0]?.error,
  })
}

function refused(error: DatabaseError): SeedError {
  if (errorKind(error) === 'lost') return connectionLost(error, 'The rows are all there, or all gone.')
  const place = { table: error.table, constraint: error.constraint }
  return new SeedError({
    code: 'cleanup-refused',
    message: `The database refused the cleanup: ${error.message}`,
    place: Object.fromEntries(Object.entries(place).filter(([, part]) => part !== undefined)),
    exitCode: 1,
    found: [`SQLSTATE ${error.code}`, error.detail].filter(Boolean).join('; '),
    next: 'Nothing was deleted. Mend what the message says (a missing privilege, a trigger), and run `supa-seed cleanup` again.',
    cause: error,
  })
}
