import { resolve } from 'node:path'
import { readSqlFile } from '../database/migrations/read-sql-file.ts'
import { type Statement, splitStatements } from '../database/migrations/split-statements.ts'
import { parsers } from '../database/parsers.ts'
import { type Actor, actAs } from '../database/sql/act-as.ts'
import { explainSqlError } from '../database/sql/explain-sql-error.ts'
import { refuseSql } from '../database/sql/refuse-sql.ts'
import { clock } from '../load/clock.ts'
import { type Database, DatabaseError, type Queryable, type StatementResult } from '../model/database.ts'
import type { SqlReport, SqlResult } from '../model/reports/sql-report.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Value } from '../model/value.ts'
import { type RunOptions, withDatabase } from './with-database.ts'

export interface SqlOptions extends RunOptions {
  /** The statements, or a file that holds them. */
  readonly sql: { readonly text: string } | { readonly file: string }
  /** False: a transaction that only reads. */
  readonly write: boolean
  /** `anon`, `service_role`, or the e-mail address or id of a user: whose rights count. */
  readonly as?: string
  /** True: numbers, booleans and JSON as such; false: all values as the texts that Postgres prints. */
  readonly values: boolean
}

/** Asks the database: all statements in one transaction. @throws SeedError `sql-failed`, `sql-reads-only`, … */
export async function runSql(options: SqlOptions): Promise<SqlReport> {
  const text = 'text' in options.sql ? options.sql.text : readFile(options.sql.file, options.cwd)
  const split = await splitStatements(text)
  refuseSql(text, split)
  return withDatabase(options, async ({ db, migrations, findings, timings }) => {
    const { as, results } = await clock(timings, 'sql', () => ask(db, split.statements, options))
    const types = await typeNames(db, results)
    const told = results.map((result) => tell(result, types, options.values))
    const last = told.findLast(({ columns }) => columns.length > 0)
    const { host, database, source } = db.address
    return {
      ok: true,
      database: { host, database, source },
      as,
      results: told,
      columns: last?.columns ?? [],
      rows: last?.rows ?? [],
      // What was left out is said when it is left out, not with every question.
      findings: migrations?.files.length ? findings : findings.filter(({ level }) => level !== 'info'),
      timings,
    }
  })
}

interface Answer {
  readonly as: Actor | null
  readonly results: readonly StatementResult[]
}

async function ask(db: Database, statements: readonly Statement[], options: SqlOptions): Promise<Answer> {
  const { write, as: who, signal } = options
  let current: Statement | undefined
  let as: Actor | null = null
  try {
    return await db.transaction(
      async (tx) => {
        await cancelOnAbort(db, tx, signal)
        as = who === undefined ? null : await actAs(tx, who, db.address)
        const results: StatementResult[] = []
        for (const statement of statements) {
          current = statement
          results.push(await tx.result(statement.text))
        }
        return { as, results }
      },
      { readOnly: !write, searchPath: 'own' },
    )
  } catch (error) {
    if (signal?.aborted && error instanceof DatabaseError && error.code === '57014') throw interrupted(error)
    const [only] = statements
    if (only && statements.length === 1 && write && who === undefined && isForNoTransaction(error))
      return { as, results: [await alone(db, only)] }
    throw current === undefined ? error : await explainSqlError(error, { statement: current, as, write }, db)
  }
}

/** VACUUM and its like: nothing of the transaction happened, so it can be run without one. */
const isForNoTransaction = (error: unknown): boolean => error instanceof DatabaseError && error.code === '25001'

async function alone(db: Database, statement: Statement): Promise<StatementResult> {
  try {
    return await db.result(statement.text)
  } catch (error) {
    throw await explainSqlError(error, { statement, as: null, write: true }, db)
  }
}

/** Also takes the transaction's first snapshot, after which it cannot be made to write any more. */
async function cancelOnAbort(db: Database, tx: Queryable, signal: AbortSignal | undefined): Promise<void> {
  const [row] = await tx.query<{ pid: number }>('select pg_catalog.pg_backend_pid() as pid')
  signal?.throwIfAborted()
  if (db.capabilities.connections < 2) return
  signal?.addEventListener('abort', () => {
    db.query('select pg_catalog.pg_cancel_backend($1::int4)', [row?.pid]).catch(() => undefined)
  })
}

const interrupted = (cause: unknown): SeedError =>
  new SeedError({
    code: 'interrupted',
    message: 'Interrupted. Nothing was changed.',
    next: 'Run it again when you like.',
    exitCode: 130,
    cause,
  })

async function typeNames(db: Database, results: readonly StatementResult[]): Promise<Map<number, string>> {
  const oids = [...new Set(results.flatMap(({ columns }) => columns.map(({ type }) => type)))]
  if (oids.length === 0) return new Map()
  const rows = await db.query<{ oid: number; name: string }>(
    `select o::float8 as oid, pg_catalog.format_type(o::oid, null) as name from unnest($1::int8[]) as o`,
    [oids],
  )
  return new Map(rows.map(({ oid, name }) => [oid, name]))
}

const INT8 = 20

/** `count(*)` is a number to everyone; beyond 2^53 a text loses nothing. */
const readBigint = (text: string): Value => (Number.isSafeInteger(Number(text)) ? Number(text) : text)

function tell(result: StatementResult, types: ReadonlyMap<number, string>, values: boolean): SqlResult {
  const { command, columns, rows, count } = result
  const read = columns.map(({ type }) => (values ? (type === INT8 ? readBigint : parsers.get(type)) : undefined))
  return {
    command,
    columns: columns.map(({ name, type }) => ({ name, type: types.get(type) ?? String(type) })),
    rows: values
      ? rows.map((row) => row.map((text, at) => (text === null ? null : ((read[at]?.(text) ?? text) as Value))))
      : rows,
    count,
  }
}

function readFile(file: string, cwd: string): string {
  try {
    return readSqlFile({ path: resolve(cwd, file), file })
  } catch (cause) {
    if (cause instanceof SeedError) throw cause
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'There is no such file' : (cause as Error).message
    throw new SeedError({
      code: 'file-unreadable',
      message: `${file} cannot be read. ${why}.`,
      place: { file },
      next: 'Name another file with --file.',
      cause,
    })
  }
}
