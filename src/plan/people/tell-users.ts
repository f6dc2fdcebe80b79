import { finding } from '../../model/finding.ts'
import type { Workshop } from '../draft.ts'
import { counted } from './like-users.ts'

/** Fewer users are made than the kinds and roles that the configuration asks for by number. */
export function tellUsers({ inputs, byId, findings }: Workshop): void {
  const { config, study } = inputs
  const users = study.auth === null ? undefined : byId.get(study.auth.users)
  if (config.users === null || users === undefined) return
  const made = users.rows - users.given.length
  const roles = config.users.roles.reduce((sum, { amount }) => sum + (amount < 1 ? 0 : amount), 0)
  const asked = counted(config.users) + roles
  if (made >= asked) return
  const place = { table: users.id, path: 'users' }
  findings.push(
    finding('users-short', 'warning', place, `${made} users are made, too few for all that are asked for by number.`, {
      expected: `${asked} (providers, unconfirmed, banned and roles)`,
      found: String(made),
      next: `Ask for at least ${asked + users.given.length} users: users: { count: … }`,
    }),
  )
}
