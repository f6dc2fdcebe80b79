import type { UsersWish } from '../../model/config.ts'
import type { Dealt, Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, Workshop } from '../draft.ts'

/** Long after anybody looks. */
const BANNED_UNTIL = '2999-12-31T00:00:00Z'

/** Where subjects of other providers begin, and how far they are apart: numbers, as Google and GitHub have them. */
const SUBJECTS = { first: 100_000_007, step: 7919 }

const constant = (value: Value): Recipe => ({ kind: 'constant', value })

interface Case {
  readonly amount: number
  readonly recipe: Recipe
}

/**
 * What a column of `auth.users` or `auth.identities` holds where the configuration asks for users of several kinds. Everybody is of one kind: of a
 * provider, unconfirmed, banned, or (the rest) with e-mail and password. Roles are dealt out among all, from the first of the rest on.
 */
export function likeUsers(workshop: Workshop, draft: Draft, column: string, recipe: Recipe): Recipe {
  const { config, study } = workshop.inputs
  const { auth } = study
  if (auth === null || config.users === null) return recipe
  if (draft.id === auth.users) return ofUser(config.users, column, recipe, givenBefore(draft), auth.password)
  const users = workshop.byId.get(auth.users)
  const [link] = draft.links.filter(({ key }) => key.parent === auth.users)
  if (users === undefined || link === undefined || !auth.with.includes(draft.id)) return recipe
  const of = { name: link.name, column: link.key.parentColumns[0] ?? 'id' }
  return ofIdentity(config.users, column, recipe, { from: givenBefore(users), by: of })
}

function ofUser(users: UsersWish, column: string, recipe: Recipe, from: number, password: string): Recipe {
  switch (column) {
    case password:
      return dealt(users, { provider: () => constant(null) }, recipe, { from })
    case 'email_confirmed_at':
      return dealt(users, { unconfirmed: constant(null) }, recipe, { from })
    case 'banned_until':
      return dealt(users, { banned: constant(BANNED_UNTIL) }, users.banned > 0 ? constant(null) : recipe, { from })
    case 'raw_app_meta_data':
      return appMetadata(users, recipe, from)
    case 'raw_user_meta_data':
      return userMetadata(users, recipe, from)
    default:
      return recipe
  }
}

function ofIdentity(users: UsersWish, column: string, recipe: Recipe, at: Pick<Dealt, 'from' | 'by'>): Recipe {
  switch (column) {
    case 'provider':
      return dealt(users, { provider: constant }, recipe, at)
    case 'provider_id':
      return dealt(users, { provider: () => subject }, recipe, at)
    case 'identity_data':
      return verified(users, recipe, at, {
        sub: (own) => dealt(users, { provider: () => SUBJECT }, own, at),
      })
    default:
      return recipe
  }
}

const subject: Recipe = {
  kind: 'serial',
  sequence: null,
  step: SUBJECTS.step,
  ranges: [{ row: 0, value: SUBJECTS.first }],
}

const SUBJECT: Recipe = { kind: 'derive', with: 'copy', from: [{ column: 'provider_id' }] }

/** An object whose `email_verified` is false for those who have not confirmed. */
function verified(
  users: UsersWish,
  recipe: Recipe,
  at: Pick<Dealt, 'from' | 'by'>,
  others: Readonly<Record<string, (own: Recipe) => Recipe>> = {},
): Recipe {
  if (recipe.kind !== 'object') return recipe
  const fields = Object.entries(recipe.fields).map(([key, own]): [string, Recipe] => {
    if (key === 'email_verified') return [key, dealt(users, { unconfirmed: constant(false) }, own, at)]
    return [key, others[key]?.(own) ?? own]
  })
  return { ...recipe, fields: Object.fromEntries(fields) }
}

function userMetadata(users: UsersWish, recipe: Recipe, from: number): Recipe {
  const own = verified(users, recipe, { from })
  if (own.kind !== 'object') return own
  const more = Object.entries(users.metadata).map(([key, value]): [string, Recipe] => [key, constant(value)])
  return { ...own, fields: { ...own.fields, ...Object.fromEntries(more) } }
}

function appMetadata(users: UsersWish, recipe: Recipe, from: number): Recipe {
  if (recipe.kind !== 'constant' || typeof recipe.value !== 'object' || recipe.value === null) return recipe
  const own = recipe.value as Readonly<Record<string, Value>>
  const withRoles = (provider: Readonly<Record<string, Value>>): Recipe => {
    const all = { ...own, ...users.appMetadata, ...provider }
    const cases = users.roles.map(({ name, amount }) => ({ amount, recipe: constant({ ...all, role: name }) }))
    return dealOut(cases, constant(all), { from: from + counted(users) })
  }
  return dealt(users, { provider: (name) => withRoles({ provider: name, providers: [name] }) }, withRoles({}), { from })
}

/** How many users are of each kind but the last one, that of e-mail and password. */
export const kindsOf = ({ providers, unconfirmed, banned }: UsersWish): readonly number[] => [
  ...providers.map(({ amount }) => amount),
  unconfirmed,
  banned,
]

/** Users that are of a kind by number; the others come after them. */
export const counted = (users: UsersWish): number =>
  kindsOf(users).reduce((sum, amount) => sum + (amount < 1 ? 0 : amount), 0)

/** The same kinds in every column; those that are not named get what the rest gets. */
function dealt(
  { providers, unconfirmed, banned }: UsersWish,
  by: { readonly provider?: (name: string) => Recipe; readonly unconfirmed?: Recipe; readonly banned?: Recipe },
  otherwise: Recipe,
  at: Pick<Dealt, 'from' | 'by'>,
): Recipe {
  const of = providers.map(({ name, amount }) => ({ amount, recipe: by.provider?.(name) ?? otherwise }))
  const all = [
    ...of,
    { amount: unconfirmed, recipe: by.unconfirmed ?? otherwise },
    { amount: banned, recipe: by.banned ?? otherwise },
  ]
  return dealOut(all, otherwise, at)
}

function dealOut(all: readonly Case[], otherwise: Recipe, at: Pick<Dealt, 'from' | 'by'>): Recipe {
  const cases = all.filter(({ amount }) => amount > 0)
  return cases.every(({ recipe }) => recipe === otherwise) ? otherwise : { kind: 'dealt', ...at, cases, otherwise }
}

/** Rows that are given before all others; so it stays when more are given later. */
export function givenBefore(draft: Draft): number {
  const rows = new Set(draft.given.map(({ row }) => row))
  let from = 0
  while (rows.has(from)) from++
  return from
}
