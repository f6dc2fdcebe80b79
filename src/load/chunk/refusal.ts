import { DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { objectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import { withoutHashes } from '../../model/without-hashes.ts'
import type { LoadContext } from './chunk.ts'
import { connectionLost } from './connection-lost.ts'
import { errorKind } from './error-kind.ts'
import { RowError, type RowsDropped } from './row-error.ts'

/** Characters of a value that an error shows. */
const SHOWN = 40

/** `raise exception` without a code of its own. */
const RAISED = 'P0001'

/** Columns whose values no error shows. */
const SECRET = /passw|secret|token|hash/i

/**
 * What to tell when the database refused rows, or stayed away. `something`: rows of this run are there already, so the exit code is 1. Errors that are
 * no errors of the database come back as they are.
 */
export function refusal(context: LoadContext, error: unknown, something: boolean): unknown {
  const cause = error instanceof RowError ? error.cause : error
  if (!(cause instanceof DatabaseError)) return error
  const exitCode = something ? 1 : 2
  const after = something
    ? 'What was committed before stays: `supa-seed seed` goes on from there, `supa-seed cleanup` removes it.'
    : 'Nothing of this run was written.'
  if (errorKind(cause) === 'lost') return connectionLost(cause, after, exitCode)
  const rows = error instanceof RowError ? error : null
  const elsewhere = rows === null ? null : byTrigger(cause, rows.table)
  const place = {
    table: elsewhere ?? rows?.table ?? cause.table,
    column: cause.column,
    constraint: cause.constraint,
    path: elsewhere === null && rows !== null ? fixturePath(context, rows) : undefined,
  }
  return new SeedError({
    code: 'rows-refused',
    message: `The database refused ${rows ? which(rows) : 'rows'}: ${withoutHashes(cause.message)}`,
    place: Object.fromEntries(Object.entries(place).filter(([, part]) => part !== undefined)),
    expected: cause.constraint ? `what ${cause.constraint} accepts` : undefined,
    found: [`SQLSTATE ${cause.code}`, withoutHashes(cause.detail ?? ''), rows && values(context, rows)]
      .filter(Boolean)
      .join('; '),
    next: `${remedy(cause, place, rows?.table ?? null, elsewhere)} and run the command again. ${after}`,
    exitCode,
    cause: error,
  })
}

/** The refusal of a run that only its own plan can take up again, with the way to change what it wants. */
export function mustGoOn(told: SeedError): SeedError {
  const { code, message, place, expected, found, exitCode, cause } = told
  return new SeedError({
    code,
    message,
    place,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    exitCode,
    cause,
    next: 'Mend the schema and run `supa-seed seed` again: it goes on from there. To say something else in the configuration, run `supa-seed cleanup` first.',
  })
}

/** Rows that did not arrive, though the database did not complain. */
export function droppedFinding(error: RowsDropped): Finding {
  const sent = error.to - error.from
  return finding(
    'rows-dropped',
    'error',
    { table: error.table },
    `Of ${sent} rows sent to ${error.table}, ${error.found} arrived: a trigger or a rule drops rows without an error. They were rolled back.`,
    {
      expected: `${sent} rows (${error.from} to ${error.to - 1})`,
      found: `${error.found} rows`,
      next: `Look at the BEFORE INSERT triggers and rules of ${error.table}, or leave it out with --except ${error.table}.`,
    },
  )
}

const which = ({ table, from, to }: RowError): string =>
  to - from === 1 ? `row ${from} of ${table}` : `one of the rows ${from} to ${to - 1} of ${table}`

/** The table that a trigger of `table` was writing when that was refused: the rows themselves may be fine. Not a partition of the table. */
function byTrigger({ schema = 'public', table: name, where = '' }: DatabaseError, table: string): string | null {
  const written = name === undefined ? null : objectId(schema, name)
  const inFunction = where !== '' && (where.includes('\n') || !where.startsWith('COPY '))
  return inFunction && written !== table ? written : null
}

/** What could be done about it. */
function remedy(
  { code }: DatabaseError,
  place: {
    readonly table?: string | undefined
    readonly column?: string | undefined
    readonly path?: string | undefined
  },
  table: string | null,
  elsewhere: string | null,
): string {
  if (table !== null && elsewhere !== null)
    return `A trigger of ${table} writes ${elsewhere}, and that was refused. Mend the trigger or ${elsewhere}, or give ${table} what the trigger reads (${setting(table, undefined)}),`
  if (code === RAISED)
    return `A trigger or function of the schema refuses these rows. Give them what it asks for (${setting(place.table, undefined)}), or mend it,`
  return `Say what the column accepts (${place.path ?? setting(place.table, place.column)}), or mend the schema,`
}

/** Where the configuration gives the row, if it does. */
function fixturePath(context: LoadContext, { table, from, to }: RowError): string | undefined {
  const given = context.rows.table(table).plan.fixtures?.find(({ row }) => row === from && to - from === 1)
  return given === undefined ? undefined : `fixtures.${table}.${given.handle}`
}

const setting = (table: string | undefined, column: string | undefined): string =>
  `tables.${table ?? '<table>'}.columns.${column ?? '<column>'}`

function values(context: LoadContext, { table, from, to }: RowError): string | null {
  if (to - from !== 1) return null
  const rows = context.rows.table(table)
  const names = rows.written.map(({ name }) => name)
  const texts = rows.texts(from, names, 'written')
  return names.map((name, i) => `${name} = ${SECRET.test(name) ? '…' : shorten(texts[i] ?? null)}`).join(', ')
}

const shorten = (text: string | null): string =>
  text === null ? 'NULL' : `'${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}'`
