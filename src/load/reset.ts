import { type Database, DatabaseError, type Queryable } from '../model/database.ts'
import type { JournalLine } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'
import { lockAlone } from './chunk/advisory-lock.ts'
import { connectionLost } from './chunk/connection-lost.ts'
import { errorKind } from './chunk/error-kind.ts'
import { persist } from './chunk/persist.ts'
import { persistTransaction } from './chunk/persist-transaction.ts'
import { RowError } from './chunk/row-error.ts'
import { writeAndHarvest } from './harvest/harvest.ts'
import type { Journal } from './journal/open-journal.ts'
import type { History, OwnRows } from './past/history.ts'
import { type GivenColumns, Restoration, type Restored } from './restore/restoration.ts'
import { restoreOrder } from './restore/restore-order.ts'
import { readTables } from './sql/read-columns.ts'
import { moveSequences } from './steps/move-sequences.ts'

export interface ResetOptions {
  readonly db: Database
  /** Opened for writing. */
  readonly journal: Journal
  /** From `readPast` with `probe` false, or `adopt` for rows that were recognised. */
  readonly history: History
  /** Only rows of these tables. */
  readonly only?: readonly ObjectId[] | null
  /** Only these rows, by table and number, of which only these columns are set back; default: all rows, in all columns. */
  readonly given?: GivenColumns
}

/**
 * Restores the seeded rows in one transaction: those that are gone come back, those that were changed are set back, rows of others and rows
 * that triggers made stay as they are. Throws SeedError `reset-refused` when the database does not take them, and then nothing was changed.
 */
export async function reset(options: ResetOptions): Promise<Restored> {
  const { db, journal } = options
  const own = chosenOf(options)
  const harvest = own.some(({ rows }) => rows.plan.harvest)
  try {
    const isolation = harvest ? 'repeatable read' : 'read committed'
    const work = (tx: Queryable) => resetAndHarvest(tx, options, own, harvest)
    const { result, lines } = await persistTransaction(db, work, { isolation, searchPath: 'own' }, causeOf)
    if (lines) await journal.append([lines])
    // Rows may have come back to a database that was emptied with its sequences.
    const back = new Set(result.tables.filter(({ restored }) => restored > 0).map(({ table }) => table))
    const moved = await persist(() =>
      moveSequences(db, own.filter(({ table }) => back.has(table)).flatMap(sequencesOf)),
    )
    return { ...result, findings: [...result.findings, ...moved] }
  } catch (error) {
    const cause = causeOf(error)
    throw cause instanceof DatabaseError ? refused(cause) : error
  }
}

function chosenOf({ history, only, given }: ResetOptions): OwnRows[] {
  const own = history.own.filter(({ table }) => !only || only.includes(table))
  if (given === undefined) return own
  return own.flatMap(({ table, rows, from, to }) =>
    [...(given.get(table)?.keys() ?? [])]
      .filter((row) => row >= from && row < to)
      .sort((a, b) => a - b)
      .map((row) => ({ table, rows, from: row, to: row + 1 })),
  )
}

const causeOf = (error: unknown): unknown => (error instanceof RowError ? error.cause : error)

/** Triggers fire for rows that come back: what they make is ours, too. */
async function resetAndHarvest(
  tx: Queryable,
  { journal, history, given }: ResetOptions,
  own: readonly OwnRows[],
  harvest: boolean,
): Promise<{ result: Restored; lines: JournalLine | null }> {
  await lockAlone(tx)
  const tables = await readTables(tx, [...new Set(own.map(({ table }) => table))])
  const work = () => new Restoration(tx, tables, given ?? null).run(restoreOrder(history.plans, own))
  const run = history.lastRun
  if (!harvest || run === null) return { result: await work(), lines: null }
  const [row] = await tx.query<{ xid: string }>('select pg_catalog.pg_current_xact_id()::text as xid')
  const chunk = `reset ${new Date().toISOString()}`
  await journal.append([{ kind: 'intent', run, chunk, xid: row?.xid ?? '', parts: [] }], true)
  const targets = [...tables.values()].map(({ id, sql }) => ({ id, sql, sent: Number.POSITIVE_INFINITY }))
  const { result, harvested, findings } = await writeAndHarvest(tx, { targets, keysOf: () => null }, work)
  await journal.append(
    harvested.map((found): JournalLine => ({ kind: 'harvest', run, chunk, ...found })),
    true,
  )
  return {
    result: { ...result, findings: [...result.findings, ...findings] },
    lines: { kind: 'done', run, chunk, inserted: [] },
  }
}

function sequencesOf({ table, rows }: OwnRows): { table: ObjectId; column: string; sequence: ObjectId }[] {
  return rows.plan.columns.flatMap(({ name, recipe }) =>
    recipe.kind === 'serial' && recipe.sequence !== null ? [{ table, column: name, sequence: recipe.sequence }] : [],
  )
}

function refused(error: DatabaseError): SeedError {
  if (errorKind(error) === 'lost') return connectionLost(error, 'All rows are back, or none is.')
  const place = { table: error.table, column: error.column, constraint: error.constraint }
  return new SeedError({
    code: 'reset-refused',
    message: `The database does not take the rows back: ${error.message}`,
    place: Object.fromEntries(Object.entries(place).filter(([, part]) => part !== undefined)),
    found: [`SQLSTATE ${error.code}`, error.detail].filter(Boolean).join('; '),
    next: 'Nothing was changed. Remove the rows in the way, or run `supa-seed cleanup` and `supa-seed seed`.',
    cause: error,
  })
}
