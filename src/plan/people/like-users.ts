import type { Persona, UsersWish } from '../../model/config.ts'
import { SSO_PROVIDER } from '../../model/given/sso-provider.ts'
import type { Recipe } from '../../model/recipe.ts'
import { constant, copy } from '../../model/simple-recipes.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, Workshop } from '../draft.ts'
import { byKind, counted, givenBefore, type Kind, kindsOf } from './kinds.ts'
import { likeIdentities } from './like-identities.ts'
import { turnOf } from './turn-of.ts'

/** Long after anybody looks. */
const BANNED_UNTIL = '2999-12-31T00:00:00Z'

/** Where telephone numbers begin, and how far they are apart: of the area code 555, which is nobody's; written as Supabase Auth does, without a plus. */
const PHONES = { first: 15_550_100_007, step: 7 }

const NOTHING = constant(null)

const PHONE: Recipe = {
  kind: 'serial',
  sequence: null,
  step: PHONES.step,
  ranges: [{ row: 0, value: PHONES.first }],
}

/**
 * What a column of `auth.users` or `auth.identities` holds where the configuration asks for users of several kinds. Everybody is of one kind: of a
 * provider, unconfirmed, banned, …, or (the rest) with e-mail and password. Roles are dealt out among all, from the first of the rest on.
 */
export function likeUsers(workshop: Workshop, draft: Draft, column: string, recipe: Recipe): Recipe {
  const { config, study } = workshop.inputs
  const { auth } = study
  if (auth === null || config.users === null) return recipe
  if (draft.id === auth.users) return ofUser(config.users, column, recipe, givenBefore(draft), auth.password)
  const users = workshop.byId.get(auth.users)
  const [link] = draft.links.filter(({ key }) => key.parent === auth.users)
  if (users === undefined || link === undefined || !auth.with.includes(draft.id)) return recipe
  const by = { name: link.name, column: link.key.parentColumns[0] ?? 'id' }
  return likeIdentities(config.users, column, recipe, { from: givenBefore(users), by })
}

function ofUser(wish: UsersWish, column: string, recipe: Recipe, from: number, password: string): Recipe {
  const is = (...names: Kind['is'][]): boolean => kindsOf(wish).some((kind) => names.includes(kind.is))
  const deal = (recipeOf: Partial<Record<Kind['is'], Recipe>>, otherwise = recipe): Recipe =>
    byKind(wish, { from }, (kind) => recipeOf[kind.is], otherwise)
  switch (column) {
    case password:
      return deal({ provider: NOTHING, sso: NOTHING, anonymous: constant('') })
    case 'email':
      return deal({ phone: NOTHING, anonymous: NOTHING, sso: inDomain(recipe, wish.sso?.domain) })
    case 'email_confirmed_at':
      return deal({ unconfirmed: NOTHING, phone: NOTHING, anonymous: NOTHING })
    case 'phone':
      return is('phone') ? deal({ phone: PHONE }, NOTHING) : recipe
    case 'phone_confirmed_at':
      return is('phone') ? deal({ phone: copy('created_at') }, NOTHING) : recipe
    case 'is_anonymous':
      return deal({ anonymous: constant(true) })
    case 'is_sso_user':
      return deal({ sso: constant(true) })
    case 'banned_until':
      return is('banned') ? deal({ banned: constant(BANNED_UNTIL) }, NOTHING) : recipe
    case 'raw_app_meta_data':
      return appMetadata(wish, recipe, from)
    case 'raw_user_meta_data':
      return userMetadata(wish, recipe, from)
    default:
      return recipe
  }
}

const inDomain = (recipe: Recipe, domain: string | undefined): Recipe =>
  recipe.kind === 'draw' && recipe.shape === 'person.email' && domain !== undefined
    ? { ...recipe, options: { ...recipe.options, domain } }
    : recipe

function userMetadata(wish: UsersWish, recipe: Recipe, from: number): Recipe {
  if (recipe.kind !== 'object') return recipe
  const more: Record<string, Recipe> = Object.fromEntries([
    ...localeOf(wish, from),
    ...Object.entries(wish.metadata).map(([key, value]): [string, Recipe] => [key, constant(value)]),
  ])
  const all = { ...recipe.fields, ...more }
  const { email: _, ...others } = recipe.fields
  const phone = { ...others, email_verified: constant(false), phone: copy('phone'), phone_verified: constant(true) }
  const object = (fields: Readonly<Record<string, Recipe>>): Recipe => ({ ...recipe, fields })
  const said = ({ name, metadata }: Persona): Record<string, Recipe> =>
    Object.fromEntries(Object.entries({ persona: name, ...metadata }).map(([key, value]) => [key, constant(value)]))
  const dealt = (fields: Readonly<Record<string, Recipe>>, made = object): Recipe =>
    byPersona(wish, from, made(fields), (persona) => made({ ...fields, ...said(persona) }))
  const recipes: Partial<Record<Kind['is'], Recipe>> = {
    unconfirmed: dealt({ ...recipe.fields, email_verified: constant(false), ...more }),
    phone: dealt({ ...phone, ...more }, (fields) => ({ ...recipe, fields, written: { phone: { kind: 'text' } } })),
    // Supabase Auth knows nothing of them; what the application sends along is theirs.
    anonymous: object(more),
  }
  return byKind(wish, { from }, (kind) => recipes[kind.is], dealt(all))
}

/** Personas in turn; rows that are given have none. */
function byPersona(
  { personas }: UsersWish,
  from: number,
  otherwise: Recipe,
  recipeOf: (persona: Persona) => Recipe,
): Recipe {
  const cases = personas.map((persona) => ({ amount: turnOf(personas), recipe: recipeOf(persona) }))
  return cases.every(({ recipe }) => recipe === otherwise) ? otherwise : { kind: 'dealt', from, cases, otherwise }
}

/** Equal shares of all who are made. */
function localeOf({ locales }: UsersWish, from: number): [string, Recipe][] {
  const last = locales.at(-1)
  if (last === undefined) return []
  const cases = locales.slice(0, -1).map((locale) => ({ amount: 1 / locales.length, recipe: constant(locale) }))
  return [['locale', cases.length === 0 ? constant(last) : { kind: 'dealt', from, cases, otherwise: constant(last) }]]
}

function appMetadata(wish: UsersWish, recipe: Recipe, from: number): Recipe {
  if (recipe.kind !== 'constant' || typeof recipe.value !== 'object' || recipe.value === null) return recipe
  const own = recipe.value as Readonly<Record<string, Value>>
  const withRoles = (said: Readonly<Record<string, Value>>): Recipe => {
    const all = { ...own, ...wish.appMetadata, ...said }
    const cases = wish.roles
      .filter(({ amount }) => amount > 0)
      .map(({ name, amount }) => ({ amount, recipe: constant({ ...all, role: name }) }))
    const otherwise = constant(all)
    const rest: Recipe =
      cases.length === 0 ? otherwise : { kind: 'dealt', from: from + counted(wish), cases, otherwise }
    return byPersona(wish, from, rest, ({ role }) => (role === null ? rest : constant({ ...all, role })))
  }
  const of = (provider: string, ...others: readonly string[]): Recipe =>
    withRoles({ provider, providers: [provider, ...others] })
  const recipeOf = (kind: Kind): Recipe | undefined => {
    if (kind.is === 'provider') return of(kind.name)
    if (kind.is === 'linked') return of('email', kind.name)
    if (kind.is === 'phone') return of('phone')
    if (kind.is === 'sso') return of(`sso:${SSO_PROVIDER}`)
    return kind.is === 'anonymous' ? constant({ ...wish.appMetadata }) : undefined
  }
  return byKind(wish, { from }, recipeOf, withRoles({}))
}
