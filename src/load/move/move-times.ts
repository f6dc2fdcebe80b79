import { randomUUID } from 'node:crypto'
import type { Database } from '../../model/database.ts'
import { DatabaseError, type Queryable } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import type { JournalLine } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { lockAlone } from '../chunk/advisory-lock.ts'
import { connectionLost } from '../chunk/connection-lost.ts'
import { errorKind } from '../chunk/error-kind.ts'
import { persistTransaction } from '../chunk/persist-transaction.ts'
import { writeAndHarvest } from '../harvest/harvest.ts'
import { WHOLE_RUN } from '../journal/fold.ts'
import type { Journal } from '../journal/open-journal.ts'
import type { History } from '../past/history.ts'
import { readTables } from '../sql/read-columns.ts'
import { part } from '../steps/part.ts'
import { type MovedRows, moveRows } from './move-rows.ts'

export interface MoveOptions {
  readonly db: Database
  /** Opened for writing. */
  readonly journal: Journal
  readonly history: History
  /** The rows that are there, and no others, as they are to be; nothing is left to write. */
  readonly plan: Plan
  readonly before: Rows
  readonly after: Rows
  readonly reference: readonly ObjectId[]
  /** Columns of unique keys and exclusion constraints, by table. */
  readonly crowded: Readonly<Record<ObjectId, readonly string[]>>
  /** Triggers fire when rows are updated: what they make is found and kept in the journal. */
  readonly harvest: boolean
}

export interface MovedTimes {
  readonly tables: readonly ({ readonly table: ObjectId } & MovedRows)[]
  readonly findings: readonly Finding[]
}

const CHUNK = 'move all'

/**
 * Moves the rows of a plan to another `now`: all tables in one transaction, so that no demo is ever half in another week. Then they count as made by
 * `plan`. Throws SeedError `move-refused` when the database does not take them; nothing was changed then.
 */
export async function moveTimes(options: MoveOptions): Promise<MovedTimes> {
  const { db, journal, history, plan, harvest } = options
  const run = `${new Date().toISOString().replaceAll(/[^0-9TZ]/g, '')}-${randomUUID().slice(0, 8)}`
  if (history.aside) await journal.setAside()
  await journal.writePlan(plan)
  const started = new Date().toISOString()
  const at: At = { table: undefined }
  const { hash, catalogHash } = plan
  await journal.append([{ kind: 'run', run, plan: hash, catalogHash, at: started, reference: options.reference }], true)
  try {
    const isolation = harvest ? 'repeatable read' : 'read committed'
    const work = (tx: Queryable) => moveAll(tx, options, run, at)
    const result = await persistTransaction(db, work, { isolation, searchPath: 'own' })
    const ended = new Date().toISOString()
    await journal.append(
      [
        { kind: 'done', run, chunk: CHUNK, inserted: [] },
        { kind: 'finished', run, at: ended },
      ],
      true,
    )
    return result
  } catch (error) {
    const cause = error instanceof DatabaseError ? refused(error, at) : error
    const lost = error instanceof DatabaseError && errorKind(error) === 'lost'
    // Where nobody knows what became of it, the next run asks the server.
    if (!lost) await journal.append([{ kind: 'undone', run, chunk: WHOLE_RUN, why: String(cause) }], true)
    throw cause
  }
}

/** The table that is being moved: what a trigger raises does not name it. */
interface At {
  table: ObjectId | undefined
}

async function moveAll(tx: Queryable, options: MoveOptions, run: string, at: At): Promise<MovedTimes> {
  const { journal, plan, after, harvest } = options
  await lockAlone(tx)
  const tables = await readTables(
    tx,
    plan.tables.map(({ id }) => id),
  )
  const [row] = await tx.query<{ xid: string }>('select pg_catalog.pg_current_xact_id()::text as xid')
  const parts = plan.tables.flatMap(({ id, present }) =>
    after
      .table(id)
      .split(0, present)
      .map(({ from, to }) => part(after.table(id), from, to)),
  )
  await journal.append([{ kind: 'intent', run, chunk: CHUNK, xid: row?.xid ?? '', parts }], true)
  await tx.execute('set constraints all deferred')
  const work = async (): Promise<MovedTimes['tables']> => {
    const moved: ({ table: ObjectId } & MovedRows)[] = []
    for (const { id, present } of plan.tables) {
      const into = tables.get(id)
      if (into === undefined) continue
      at.table = id
      const crowded = new Set(options.crowded[id] ?? [])
      const rows = await moveRows(tx, into, options.before.table(id), after.table(id), { to: present, crowded })
      moved.push({ table: id, ...rows })
    }
    // What is checked at the end names its table itself.
    at.table = undefined
    return moved
  }
  if (!harvest) return { tables: await work(), findings: [] }
  const targets = [...tables.values()].map(({ id, sql }) => ({ id, sql, sent: Number.POSITIVE_INFINITY }))
  const { result, harvested, findings } = await writeAndHarvest(tx, { targets, keysOf: () => null }, work)
  await journal.append(
    harvested.map((found): JournalLine => ({ kind: 'harvest', run, chunk: CHUNK, ...found })),
    true,
  )
  return { tables: result, findings }
}

function refused(error: DatabaseError, at: At): SeedError {
  if (errorKind(error) === 'lost') return connectionLost(error, 'All times are moved, or none is.')
  const place = { table: error.table ?? at.table, column: error.column, constraint: error.constraint }
  return new SeedError({
    code: 'move-refused',
    message: `The database does not take the times${error.table === undefined && at.table !== undefined ? ` of ${at.table}` : ''}: ${error.message}`,
    place: Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined)),
    found: [`SQLSTATE ${error.code}`, error.detail].filter(Boolean).join('; '),
    next: 'Nothing was changed. Seed without --now, or start over: supa-seed cleanup, then supa-seed seed.',
    cause: error,
  })
}
