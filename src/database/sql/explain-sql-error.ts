import { DatabaseError, type Queryable } from '../../model/database.ts'
import { objectId } from '../../model/name.ts'
import { nearest } from '../../model/nearest.ts'
import { SeedError } from '../../model/seed-error.ts'
import { spellStatement } from '../migrations/explain-failure.ts'
import type { Statement } from '../migrations/split-statements.ts'
import type { Actor } from './act-as.ts'

/** What was being asked when the server refused. */
export interface Asked {
  readonly statement: Statement
  readonly as: Actor | null
  readonly write: boolean
}

/** What the server refused of a statement that somebody typed, with what to do about it. Others (a lost connection) pass as they are. */
export async function explainSqlError(error: unknown, asked: Asked, db: Queryable): Promise<unknown> {
  if (!(error instanceof DatabaseError) || /^(08|57P0|ECONN)/.test(error.code)) return error
  const words = [error.message, error.detail ?? '', asked.write ? 'Nothing was changed.' : '']
  return new SeedError({
    code: error.code === READ_ONLY ? 'sql-reads-only' : 'sql-failed',
    message: words
      .filter((word) => word !== '')
      .map(sentence)
      .join(' '),
    found: `${spellStatement(asked.statement, error.position)} (SQLSTATE ${error.code})`,
    next: await nextStep(error, asked, db),
    cause: error,
  })
}

const READ_ONLY = '25006'

async function nextStep(error: DatabaseError, { statement, as }: Asked, db: Queryable): Promise<string> {
  if (error.hint !== undefined) return sentence(error.hint)
  switch (error.code) {
    case READ_ONLY:
      return 'Add --write if it should write.'
    case '42501':
      return as === null
        ? 'Connect as a role that may, usually postgres.'
        : `This is what grants and policies let ${as.user ?? as.role} do. Without --as it runs as the role of the connection.`
    case '42P01':
      return suggestTable(statement.text, error.position, db)
    case '25001':
      return 'Run it alone with --write: it cannot be in a transaction with others.'
    case '57014':
      return 'Run it again, with less to do.'
    default:
      return 'Correct the statement and run it again.'
  }
}

/** A table whose name is near to the one at `position`, in any schema. */
async function suggestTable(text: string, position: number | undefined, db: Queryable): Promise<string> {
  const rest = position === undefined ? '' : [...text].slice(position - 1).join('')
  const name = /^(?:"(?:[^"]|"")*"|[^\s.,;()"]+)(?:\s*\.\s*(?:"(?:[^"]|"")*"|[^\s.,;()"]+))?/.exec(rest)?.[0] ?? ''
  const bare = name.split('.').at(-1)?.replaceAll('"', '') ?? ''
  const tables = await db
    .query<{ schema: string; name: string }>(
      `select n.nspname::text as schema, c.relname::text as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
       order by n.nspname <> 'public', 1, 2`,
    )
    .catch(() => [])
  const best = nearest(
    bare,
    tables.map((table) => table.name),
  )
  const found = tables.find((table) => table.name === best)
  return found === undefined
    ? 'Correct the name of the table: supa-seed plan shows all of them.'
    : `Did you mean ${objectId(found.schema, found.name)}?`
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
