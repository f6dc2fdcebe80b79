import { type Database, DatabaseError, type Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { quote } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import { storedSettings } from '../pglite/stored-settings.ts'
import { sessionStatement } from '../settings.ts'
import { explainFailure, spellStatement } from './explain-failure.ts'
import { recordFile } from './history.ts'
import { judgeStatement, type Verdict } from './judge-statement.ts'
import { readSqlFile } from './read-sql-file.ts'
import { type Split, type Statement, splitStatements } from './split-statements.ts'
import type { SqlFile } from './sql-file.ts'
import { withoutConcurrently } from './without-concurrently.ts'

/** `unsafe_new_enum_value_usage`: a label that the same transaction added. */
const NEW_LABEL = '55P04'

/**
 * Applies one file, whole or not at all, and notes it in the same transaction. Only a file that commits half-way for the sake of a new enum label
 * is applied in its own pieces.
 * @returns what was left out of it.
 * @throws SeedError `migration-failed` and the codes of `judgeStatement`: with file, statement, line and the server's words.
 */
export async function applyFile(
  db: Database,
  file: SqlFile,
  lacks: (extension: string) => boolean,
): Promise<readonly Finding[]> {
  const text = readSqlFile(file)
  const split = await splitStatements(text)
  refuseForPsql(file, text, split)
  const steps = split.statements.map((statement) => ({ statement, verdict: judgeStatement(statement.tree, lacks) }))
  refuse(file, steps)
  const recorded = split.statements.map((statement) => statement.recorded)
  const record = (tx: Queryable): Promise<void> => recordFile(tx, file, text, recorded)
  try {
    await applyPieces(db, file, [steps], record)
  } catch (error) {
    const pieces = cutAtCommits(steps)
    if (!isNewLabel(error) || pieces.length < 2) throw error
    await applyPieces(db, file, pieces, record)
  }
  return steps.flatMap(({ statement, verdict }) =>
    verdict.kind === 'skip' && verdict.note !== null
      ? [
          finding(verdict.note.code, 'info', { file: file.file }, `${verdict.note.text}.`, {
            found: spellStatement(statement),
          }),
        ]
      : [],
  )
}

interface Step {
  readonly statement: Statement
  readonly verdict: Verdict
}

/** Each piece is a transaction; the file is noted with the last. */
async function applyPieces(
  db: Database,
  file: SqlFile,
  pieces: readonly (readonly Step[])[],
  record: (tx: Queryable) => Promise<void>,
): Promise<void> {
  let kept = 0
  for (const [at, piece] of pieces.entries()) {
    let current: Statement | null = null
    try {
      await db.transaction(
        async (tx) => {
          // As migrations are applied on Supabase.
          await tx.execute('set local search_path = "$user", public, extensions')
          for (const { statement, verdict } of piece) {
            current = statement
            await runStep(tx, statement, verdict)
          }
          current = null
          await tx.execute(asBefore(db))
          if (at === pieces.length - 1) await record(tx)
        },
        { searchPath: 'own' },
      )
    } catch (error) {
      throw explainFailure(error, { file, statement: current, address: db.address, kept })
    }
    kept += piece.length
  }
}

async function runStep(tx: Queryable, { text }: Statement, { kind }: Verdict): Promise<void> {
  if (kind === 'run') await tx.execute(text)
  else if (kind === 'run-alone') await tx.execute(await withoutConcurrently(text))
}

/** What a file sets for its session (a dump begins by emptying search_path) or whom it turns into must not outlast it. */
function asBefore({ address, capabilities }: Database): string {
  const [user, settings] =
    address.kind === 'postgres'
      ? ['reset session authorization', sessionStatement(capabilities.version)]
      : // PGlite does not know whom to go back to.
        [`set session authorization ${quote(address.user)}`, storedSettings]
  return [user, 'reset role', 'reset all', settings].join('; ')
}

function cutAtCommits(steps: readonly Step[]): Step[][] {
  const pieces: Step[][] = [[]]
  for (const step of steps) {
    pieces.at(-1)?.push(step)
    if (step.verdict.kind === 'commit') pieces.push([])
  }
  return pieces.filter((piece) => piece.some(({ verdict }) => verdict.kind === 'run' || verdict.kind === 'run-alone'))
}

const isNewLabel = (error: unknown): boolean =>
  error instanceof SeedError && error.cause instanceof DatabaseError && error.cause.code === NEW_LABEL

function refuse(file: SqlFile, steps: readonly Step[]): void {
  for (const { statement, verdict } of steps) {
    if (verdict.kind !== 'refuse') continue
    throw new SeedError({
      code: verdict.code,
      message: `${file.file} is not applied: ${verdict.why}.`,
      place: { file: file.file },
      found: spellStatement(statement),
      next: verdict.next,
    })
  }
}

/** Where the parser gave up at what psql would have taken. Anything else is left to the server to judge. */
function refuseForPsql(file: SqlFile, text: string, { error }: Split): void {
  if (error === null) return
  const before = [...text].slice(0, error.position ?? 0).join('')
  const line = before.split('\n').length
  const shown = text.split('\n')[line - 1]?.trim() ?? ''
  const copy = before.split('\n').findLastIndex((one) => /^\s*copy\s.*\sfrom\s+stdin/i.test(one))
  if (copy !== -1)
    throw forPsql(
      file,
      `line ${copy + 1}: ${text.split('\n')[copy]?.trim()}`,
      'COPY … FROM STDIN wants psql to send the rows',
      'Write the rows as INSERT (pg_dump --inserts).',
    )
  if (shown.startsWith('\\'))
    throw forPsql(
      file,
      `line ${line}: ${shown}`,
      'it holds a command of psql, which is no SQL',
      'Take the line out; what it includes or sets belongs into the file itself.',
    )
}

const forPsql = (file: SqlFile, found: string, why: string, next: string): SeedError =>
  new SeedError({
    code: 'migration-for-psql',
    message: `${file.file} is not applied: ${why}.`,
    place: { file: file.file },
    found,
    next,
  })
