import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import { type ApiRole, grantStatement, type Missing } from './api-access.ts'
import type { Sight } from './look.ts'
import type { Ownership } from './ownership.ts'
import type { TokenUser } from './users.ts'

/** Whoever wrote a policy for a role meant it to read the table. */
function ungranted(table: ObjectId, role: ApiRole, missing: Exclude<Missing, null>, meant: boolean): Finding {
  const who = role === 'anon' ? 'Whoever has not signed in' : 'Users'
  const what = missing === 'schema' ? 'USAGE of its schema' : 'SELECT'
  const more = meant ? ', though a policy speaks of it' : ''
  return finding(
    'grant-missing',
    meant ? 'warning' : 'info',
    { table, ...(role === 'anon' ? { constraint: role } : {}) },
    `${who} cannot read ${table}: ${what} is not granted to ${role}${more}.`,
    { next: `If they should: ${grantStatement(role, table, missing)}` },
  )
}

function seesNothing({ label }: TokenUser, columns: readonly Ownership[]): Finding {
  return finding(
    'sees-nothing',
    'error',
    { constraint: label },
    `${label} sees no row at all, though rows of theirs are there.`,
    {
      expected: `rows of ${spellTables(columns)}`,
      found: 'none in any table',
      next: 'Look at the policies and grants of these tables.',
    },
  )
}

function seesNothingOwn({ label }: TokenUser, columns: readonly Ownership[]): Finding {
  const place = { constraint: label }
  return finding('sees-nothing-own', 'error', place, `${label} sees rows, but none of their own.`, {
    expected: `rows of ${spellTables(columns)}`,
    next: `Look at the policies of these tables; if this is meant to be so: --allow sees-nothing-own:${label}`,
  })
}

/** insufficient_privilege; else an error in a policy. */
function refused(table: ObjectId, user: string, { code, message }: Extract<Sight, { kind: 'refused' }>): Finding {
  return code === '42501'
    ? finding(
        'grant-missing',
        'warning',
        { table },
        `${table} cannot be read as ${user}: its policies need a privilege that is missing.`,
        {
          found: message,
          next: 'Grant it to the role, or let a SECURITY DEFINER function look.',
        },
      )
    : finding('policy-fails', 'warning', { table }, `${table} cannot be read as ${user}: its policies fail.`, {
        found: `${message} (SQLSTATE ${code})`,
        next: 'Mend the policy: the application meets the same error.',
      })
}

const slow = (table: ObjectId, user: string): Finding =>
  finding(
    'read-too-slow',
    'warning',
    { table },
    `Whether ${user} sees rows of ${table} took too long to find out, so nobody was asked again.`,
    {
      next: 'An index on the columns that its policies compare makes them fast.',
    },
  )

const open = (table: ObjectId): Finding =>
  finding(
    'open-to-everybody',
    'info',
    { table },
    `Everybody reads ${table} without signing in: row-level security is not enabled on it.`,
  )

/** The first few, each once. */
const spellTables = (columns: readonly Ownership[]): string =>
  [...new Set(columns.map(({ table }) => table))].slice(0, 5).join(', ')

/** What may be said of what users see. */
export const visibleFindings = { ungranted, seesNothing, seesNothingOwn, refused, slow, open }
