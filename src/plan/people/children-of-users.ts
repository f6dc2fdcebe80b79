import type { UsersWish } from '../../model/config.ts'
import { FACTORS } from '../../model/given/factor-secret.ts'
import type { DealtChildren } from '../../model/link.ts'
import type { Draft, Workshop } from '../draft.ts'
import { rowsOfOthers } from './adopt-rows.ts'
import { counted, givenBefore, type Kind, kindsOf } from './kinds.ts'

/** How many rows of a table of Supabase Auth each user has; null for other tables. */
export function childrenOfUsers(workshop: Workshop, draft: Draft): Draft['spread'] | null {
  const { config, study } = workshop.inputs
  const users = study.auth === null ? undefined : workshop.byId.get(study.auth.users)
  if (study.auth === null || users === undefined) return null
  if (study.auth.with.includes(draft.id)) return identities(config.users, users)
  if (draft.id !== FACTORS || config.users === null || config.users.mfa === null) return null
  return { min: 0, max: null, even: true, each: factors(config.users, config.users.mfa, users) }
}

/** One for everybody; nobody who is anonymous has any, and who has linked another provider has two. */
function identities(wish: UsersWish | null, users: Draft): Draft['spread'] {
  const number = ({ is }: Kind): number => (is === 'anonymous' ? 0 : is === 'linked' ? 2 : 1)
  const cases = wish === null ? [] : kindsOf(wish).map((kind) => ({ amount: kind.amount, children: number(kind) }))
  // Those who are adopted keep what they have.
  const others = new Set(rowsOfOthers(users))
  const given = users.given.map(({ row, fixture }): [number, number] => [
    row,
    others.has(row) || fixture?.values.is_anonymous === true ? 0 : 1,
  ])
  const ours = given.filter(([row]) => !others.has(row))
  if ([...cases.map(({ children }) => children), ...ours.map(([, children]) => children)].every((one) => one === 1))
    return { min: 1, max: 1, even: true }
  return { min: 0, max: null, even: true, each: { from: givenBefore(users), cases, otherwise: 1, given } }
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
    cases: kindsOf(wish).map(({ is, amount }) => ({ amount, children: is === 'linked' ? null : 0 })),
    otherwise: { from: 'roles' in mfa ? from + counted(wish) : null, cases, otherwise: 0 },
    given: users.given.map(({ row }) => [row, 0]),
  }
}
