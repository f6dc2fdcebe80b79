import { SeedError } from '../../model/seed-error.ts'
import { spellStatement } from '../migrations/explain-failure.ts'
import type { Split, Statement } from '../migrations/split-statements.ts'

/** Refuses what is no SQL, what would end the one transaction that all statements are, and what wants psql on the other side. @throws SeedError */
export function refuseSql(text: string, { statements, error }: Split): void {
  if (statements.length === 0)
    throw new SeedError({
      code: 'no-sql',
      message: 'There is no statement to run.',
      next: `Write one: supa-seed sql "select …", or name a file: --file FILE`,
    })
  if (error !== null) throw unparsed(text, error)
  for (const statement of statements) refuse(statement)
}

function unparsed(text: string, { message, position }: NonNullable<Split['error']>): SeedError {
  const before = [...text].slice(0, position ?? 0).join('')
  const line = before.split('\n').length
  const shown = text.split('\n')[line - 1]?.trim() ?? ''
  if (shown.startsWith('\\'))
    return new SeedError({
      code: 'sql-for-psql',
      message: `${shown.split(/\s/)[0]} is a command of psql, not SQL.`,
      found: `line ${line}: ${shown}`,
      next: `Ask the catalog instead: supa-seed sql "select table_schema, table_name from information_schema.tables"`,
    })
  return new SeedError({
    code: 'sql-failed',
    message: `${message}.`,
    ...(position === null ? {} : { found: `line ${line}: ${shown}` }),
    next: 'Correct the statement and run it again.',
  })
}

function refuse(statement: Statement): void {
  const { tree } = statement
  if (tree === null) return
  if ('TransactionStmt' in tree && !/SAVEPOINT|RELEASE|ROLLBACK_TO/.test(tree.TransactionStmt.kind ?? ''))
    throw new SeedError({
      code: 'sql-transaction',
      message: 'All statements of one call are one transaction already.',
      found: spellStatement(statement),
      next: 'Take BEGIN, COMMIT and ROLLBACK out.',
    })
  if ('CopyStmt' in tree && tree.CopyStmt.filename === undefined)
    throw new SeedError({
      code: 'sql-for-psql',
      message: 'COPY to or from the client needs psql.',
      found: spellStatement(statement),
      next: 'Use SELECT (with --json for scripts) or INSERT.',
    })
}
