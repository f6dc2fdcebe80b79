import { finding } from '../../model/finding.ts'
import { FACTORS } from '../../model/given/factor-secret.ts'
import type { Workshop } from '../draft.ts'
import { counted } from './kinds.ts'

/** Fewer users are made than the kinds and roles that the configuration asks for by number. */
export function tellUsers({ inputs, byId, findings }: Workshop): void {
  const { config, study } = inputs
  const users = study.auth === null ? undefined : byId.get(study.auth.users)
  if (config.users === null || users === undefined) return
  if (config.users.mfa !== null && !byId.has(FACTORS))
    findings.push(
      finding(
        'no-factors',
        'warning',
        { path: 'users.mfa' },
        'Nobody gets a second factor: auth.mfa_factors is not there, or may not be written.',
        {
          next: 'Leave users.mfa out, or apply the migrations of a newer Supabase Auth.',
        },
      ),
    )
  const wanted = config.users.mfa !== null && 'roles' in config.users.mfa ? config.users.mfa.roles : []
  const known = config.users.roles.map(({ name }) => name)
  const nobody = wanted.find((role) => !known.includes(role))
  if (nobody !== undefined)
    findings.push(
      finding(
        'mfa-without-role',
        'warning',
        { table: users.id, path: 'users.mfa' },
        `No user who is made is in the role ${nobody}, so none of them gets a second factor for it.`,
        {
          expected: known.length === 0 ? 'roles in users.roles' : `one of ${known.join(', ')}`,
          found: nobody,
          next: 'Name the role in users.roles. Users who are given say mfa: true themselves.',
        },
      ),
    )
  const made = users.rows - users.given.length
  const roles = config.users.roles.reduce((sum, { amount }) => sum + (amount < 1 ? 0 : amount), 0)
  const { mfa } = config.users
  const second = mfa !== null && 'amount' in mfa && mfa.amount >= 1 ? mfa.amount : 0
  const asked = counted(config.users) + Math.max(roles, second)
  if (made >= asked) return
  const place = { table: users.id, path: 'users' }
  findings.push(
    finding('users-short', 'warning', place, `${made} users are made, too few for all that are asked for by number.`, {
      expected: `${asked} (kinds of users, roles and second factors)`,
      found: String(made),
      next: `Ask for at least ${asked + users.given.length} users: users: { count: … }`,
    }),
  )
}
