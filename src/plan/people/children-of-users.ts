import type { UsersWish } from '../../model/config.ts'
import { FACTORS } from '../../model/factor-secret.ts'
import type { DealtChildren } from '../../model/link.ts'
import type { Draft, Workshop } from '../draft.ts'
import { counted, givenBefore, kindsOf } from './like-users.ts'

/** How many rows of a table of Supabase Auth each user has; null for other tables. */
export function childrenOfUsers(workshop: Workshop, draft: Draft): Draft['spread'] | null {
  const { config, study } = workshop.inputs
  const users = study.auth === null ? undefined : workshop.byId.get(study.auth.users)
  if (study.auth === null || users === undefined) return null
  if (study.auth.with.includes(draft.id)) return { min: 1, max: 1, even: true }
  if (draft.id !== FACTORS || config.users === null || config.users.mfa === null) return null
  return { min: 0, max: null, even: true, each: factors(config.users, config.users.mfa, users) }
}

/** Second factors, of users who sign in with e-mail and password. */
function factors(wish: UsersWish, mfa: NonNullable<UsersWish['mfa']>, users: Draft): DealtChildren {
  const from = givenBefore(users)
  const cases =
    'roles' in mfa
      ? wish.roles.map(({ name, amount }) => ({ amount, children: mfa.roles.includes(name) ? 1 : 0 }))
      : [{ amount: mfa.amount, children: 1 }]
  return {
    from,
    cases: kindsOf(wish).map((amount) => ({ amount, children: 0 })),
    otherwise: { from: 'roles' in mfa ? from + counted(wish) : null, cases, otherwise: 0 },
    given: users.given.map(({ row }) => [row, 0]),
  }
}
