import type { AlterTableStmt, CopyStmt, DropStmt, Node, ReindexStmt, TransactionStmt } from 'libpg-query'
import { STAND_INS } from './stand-ins.ts'

/** What becomes of a statement of a migration, which is one transaction. */
export type Verdict =
  | { readonly kind: 'run' }
  /** Run it without the word CONCURRENTLY: nobody else looks on, and the outcome is the same. */
  | { readonly kind: 'run-alone' }
  /** The file's own COMMIT: left out, since the file is one transaction anyway. */
  | { readonly kind: 'commit' }
  /** Left out. `note`: what the user should know; null where nothing is lost. */
  | { readonly kind: 'skip'; readonly note: { readonly code: string; readonly text: string } | null }
  | { readonly kind: 'refuse'; readonly code: string; readonly why: string; readonly next: string }

/** Judges a statement by its parse tree. `lacks` tells whether the server cannot install an extension. */
export function judgeStatement(tree: Node | null, lacks: (extension: string) => boolean): Verdict {
  if (tree === null) return RUN
  if ('TransactionStmt' in tree) return judgeTransaction(tree.TransactionStmt)
  if ('CopyStmt' in tree) return judgeCopy(tree.CopyStmt)
  if ('IndexStmt' in tree) return tree.IndexStmt.concurrent ? ALONE : RUN
  if ('AlterTableStmt' in tree) return detachesConcurrently(tree.AlterTableStmt) ? ALONE : RUN
  if ('VacuumStmt' in tree) return tree.VacuumStmt.is_vacuumcmd ? SKIP : RUN
  if ('ReindexStmt' in tree) return reindexesAlone(tree.ReindexStmt) ? SKIP : RUN
  if ('ClusterStmt' in tree) return tree.ClusterStmt.relation === undefined ? SKIP : RUN
  if ('DiscardStmt' in tree) return tree.DiscardStmt.target === 'DISCARD_ALL' ? SKIP : RUN
  if ('AlterSystemStmt' in tree)
    return { kind: 'skip', note: { code: 'server-setting-skipped', text: 'ALTER SYSTEM is for the whole server' } }
  const outside = OUTSIDE.find(([kind]) => kind in tree)
  if (outside) return refuseOutside(outside[1])
  return judgeExtension(tree, lacks)
}

const RUN: Verdict = { kind: 'run' }
const ALONE: Verdict = { kind: 'run-alone' }
const SKIP: Verdict = { kind: 'skip', note: null }

/** What reaches beyond the database. */
const OUTSIDE: readonly (readonly [kind: string, name: string])[] = [
  ['CreatedbStmt', 'CREATE DATABASE'],
  ['DropdbStmt', 'DROP DATABASE'],
  ['CreateTableSpaceStmt', 'CREATE TABLESPACE'],
  ['DropTableSpaceStmt', 'DROP TABLESPACE'],
  ['CreateSubscriptionStmt', 'CREATE SUBSCRIPTION'],
]

const refuseOutside = (name: string): Verdict => ({
  kind: 'refuse',
  code: 'migration-beyond-database',
  why: `${name} reaches beyond the database and cannot be part of a migration`,
  next: 'Take it out of the file: the Supabase CLI cannot run it either.',
})

function judgeTransaction({ kind }: TransactionStmt): Verdict {
  switch (kind) {
    case 'TRANS_STMT_BEGIN':
    case 'TRANS_STMT_START':
      return SKIP
    case 'TRANS_STMT_COMMIT':
      return { kind: 'commit' }
    case 'TRANS_STMT_SAVEPOINT':
    case 'TRANS_STMT_RELEASE':
    case 'TRANS_STMT_ROLLBACK_TO':
      return RUN
    default:
      return {
        kind: 'refuse',
        code: 'migration-rolls-back',
        why: 'A migration is one transaction, which it cannot roll back or prepare itself',
        next: 'Take the statement out of the file, with what it undoes.',
      }
  }
}

function judgeCopy({ filename, is_from: from }: CopyStmt): Verdict {
  if (filename !== undefined) return RUN
  return {
    kind: 'refuse',
    code: 'migration-copies',
    why: from ? 'COPY … FROM STDIN wants psql to send the rows' : 'COPY … TO STDOUT wants psql to take the rows',
    next: 'Write the rows as INSERT (pg_dump --inserts): the Supabase CLI cannot run COPY either.',
  }
}

const detachesConcurrently = ({ cmds = [] }: AlterTableStmt): boolean =>
  cmds.some((one) => {
    const def = 'AlterTableCmd' in one ? one.AlterTableCmd.def : undefined
    return def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent === true
  })

/** Indexes of a new database are in order: what cannot be done in a transaction is left out. */
const reindexesAlone = ({ kind, params = [] }: ReindexStmt): boolean =>
  kind === 'REINDEX_OBJECT_DATABASE' ||
  kind === 'REINDEX_OBJECT_SYSTEM' ||
  params.some((one) => 'DefElem' in one && one.DefElem.defname === 'concurrently')

function judgeExtension(tree: Node, lacks: (extension: string) => boolean): Verdict {
  if ('DropStmt' in tree) return judgeDrop(tree.DropStmt, lacks)
  const created = 'CreateExtensionStmt' in tree ? tree.CreateExtensionStmt.extname : undefined
  const name = created ?? extensionOf(tree)
  if (name === undefined || !lacks(name)) return RUN
  const loss = Object.hasOwn(STAND_INS, name) ? STAND_INS[name] : undefined
  if (created === undefined) return SKIP
  if (loss !== undefined)
    return { kind: 'skip', note: { code: 'extension-skipped', text: `The extension ${name} is not here: ${loss}` } }
  return {
    kind: 'refuse',
    code: 'extension-missing',
    why: `The extension ${name} is not available here`,
    next: 'Use a database that has it: the local stack (supabase start) or a PostgreSQL with --db-url.',
  }
}

function judgeDrop({ removeType, concurrent, objects = [] }: DropStmt, lacks: (extension: string) => boolean): Verdict {
  if (removeType === 'OBJECT_INDEX' && concurrent) return ALONE
  if (removeType !== 'OBJECT_EXTENSION') return RUN
  const names = objects.map((one) => ('String' in one ? one.String.sval : undefined))
  return names.every((name) => name !== undefined && lacks(name)) ? SKIP : RUN
}

/** The extension that a statement changes or describes. */
function extensionOf(tree: Node): string | undefined {
  if ('AlterExtensionStmt' in tree) return tree.AlterExtensionStmt.extname
  if ('AlterExtensionContentsStmt' in tree) return tree.AlterExtensionContentsStmt.extname
  const [type, object] =
    'CommentStmt' in tree
      ? [tree.CommentStmt.objtype, tree.CommentStmt.object]
      : 'AlterObjectSchemaStmt' in tree
        ? [tree.AlterObjectSchemaStmt.objectType, tree.AlterObjectSchemaStmt.object]
        : []
  return type === 'OBJECT_EXTENSION' && object !== undefined && 'String' in object ? object.String.sval : undefined
}
