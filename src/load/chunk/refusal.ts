import { DatabaseError } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { LoadContext } from './chunk.ts'
import { connectionLost } from './connection-lost.ts'
import { errorKind } from './error-kind.ts'
import { RowError, type RowsDropped } from './row-error.ts'

/** Characters of a value that an error shows. */
const SHOWN = 40

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
  const place = {
    table: rows?.table ?? cause.table,
    column: cause.column,
    constraint: cause.constraint,
  }
  return new SeedError({
    code: 'rows-refused',
    message: `The database refused ${rows ? which(rows) : 'rows'}: ${cause.message}`,
    place: Object.fromEntries(Object.entries(place).filter(([, part]) => part !== undefined)),
    expected: cause.constraint ? `what ${cause.constraint} accepts` : undefined,
    found: [`SQLSTATE ${cause.code}`, cause.detail, rows && values(context, rows)].filter(Boolean).join('; '),
    next: `Say what the column accepts (${setting(place.table, place.column)}), or mend the schema, and run the command again. ${after}`,
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

const setting = (table: string | undefined, column: string | undefined): string =>
  `tables.${table ?? '<table>'}.columns.${column ?? '<column>'}`

function values(context: LoadContext, { table, from, to }: RowError): string | null {
  if (to - from !== 1) return null
  const rows = context.rows.table(table)
  const names = rows.written.map(({ name }) => name)
  const texts = rows.texts(from, names, 'written')
  return names.map((name, i) => `${name} = ${shorten(texts[i] ?? null)}`).join(', ')
}

const shorten = (text: string | null): string =>
  text === null ? 'NULL' : `'${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}'`
