import type { Relation } from '../../model/catalog.ts'
import { FACTOR_LENGTH, FACTOR_LETTERS, FACTORS } from '../../model/given/factor-secret.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Recipe } from '../../model/recipe.ts'
import { constant, copy } from '../../model/simple-recipes.ts'
import type { AuthStudy, KnownRecipe } from '../../model/study.ts'

const person = { name: 'person' }

const NIL = '00000000-0000-0000-0000-000000000000'

/** Tokens that Supabase Auth reads into texts that cannot be NULL: one NULL among them and nobody can sign in. */
const TOKENS = [
  'confirmation_token',
  'recovery_token',
  'email_change_token_new',
  'email_change_token_current',
  'email_change',
  'phone_change',
  'phone_change_token',
  'reauthentication_token',
]

/** What a user is called under the keys that triggers of applications look for, besides what Supabase Auth writes itself. */
/** Triggers put it where applications let users choose: mostly letters, digits and underscores, three to twenty of them. */
const HANDLE = { minLength: 3, maxLength: 20, plain: true } as const

const METADATA: Readonly<Record<string, Recipe>> = {
  name: { kind: 'draw', shape: 'person.full', options: {}, entity: person },
  full_name: { kind: 'draw', shape: 'person.full', options: {}, entity: person },
  display_name: { kind: 'draw', shape: 'person.full', options: {}, entity: person },
  first_name: { kind: 'draw', shape: 'person.first', options: {}, entity: person },
  last_name: { kind: 'draw', shape: 'person.last', options: {}, entity: person },
  username: {
    kind: 'draw',
    shape: 'person.username',
    options: HANDLE,
    entity: person,
    unique: { by: 'path' },
  },
  user_name: {
    kind: 'draw',
    shape: 'person.username',
    options: HANDLE,
    entity: person,
    unique: { by: 'path' },
  },
  avatar_url: { kind: 'draw', shape: 'person.avatar', options: {}, entity: person },
  email: copy('email'),
  email_verified: constant(true),
  phone_verified: constant(false),
}

const USERS: Readonly<Record<string, Recipe>> = {
  instance_id: constant(NIL),
  aud: constant('authenticated'),
  role: constant('authenticated'),
  email: { kind: 'draw', shape: 'person.email', options: {}, entity: person, unique: { by: 'path' } },
  email_confirmed_at: copy('created_at'),
  ...Object.fromEntries(TOKENS.map((name) => [name, constant('')])),
  email_change_confirm_status: constant(0),
  raw_app_meta_data: { kind: 'constant', value: { provider: 'email', providers: ['email'] } },
  raw_user_meta_data: { kind: 'object', fields: METADATA },
  is_sso_user: constant(false),
  is_anonymous: constant(false),
}

const IDENTITIES: Readonly<Record<string, Recipe>> = {
  provider: constant('email'),
  provider_id: copy('user_id'),
  identity_data: {
    kind: 'object',
    fields: {
      sub: copy('user_id'),
      email: { kind: 'derive', with: 'copy', from: [{ link: 'identities_user_id_fkey', column: 'email' }] },
      email_verified: constant(true),
      phone_verified: constant(false),
    },
  },
}

/** A second factor that is in use. */
const FACTOR_RECIPES: Readonly<Record<string, Recipe>> = {
  friendly_name: constant('Authenticator'),
  factor_type: constant('totp'),
  status: constant('verified'),
  secret: { kind: 'draw', shape: 'text.code', options: { alphabet: FACTOR_LETTERS, length: FACTOR_LENGTH } },
}

/** Filled by what their names mean, as in any table. */
const BY_MEANING: Readonly<Record<ObjectId, readonly string[]>> = {
  'auth.users': ['id', 'created_at', 'updated_at', 'last_sign_in_at'],
  'auth.identities': ['id', 'user_id', 'created_at', 'updated_at', 'last_sign_in_at'],
  'auth.mfa_factors': ['id', 'user_id', 'created_at', 'updated_at'],
  'auth.sso_providers': ['id', 'created_at', 'updated_at'],
  'auth.sso_domains': ['id', 'sso_provider_id', 'created_at', 'updated_at'],
}

const KNOWN: Readonly<Record<ObjectId, Readonly<Record<string, Recipe>>>> = {
  'auth.users': USERS,
  'auth.identities': IDENTITIES,
  [FACTORS]: FACTOR_RECIPES,
  // The application's own name for it; by this a row of ours is told from those of others.
  'auth.sso_providers': { resource_id: copy('id') },
  'auth.sso_domains': {},
}

/** Where users live, when the schema is that of Supabase Auth. */
export function authStudy(relations: readonly Relation[]): AuthStudy | null {
  const has = (id: ObjectId, names: readonly string[]): boolean => {
    const columns = relations.find((relation) => relation.id === id)?.columns ?? []
    return names.every((name) => columns.some((column) => column.name === name))
  }
  if (!has('auth.users', ['id', 'email', 'encrypted_password', 'raw_user_meta_data'])) return null
  return {
    users: 'auth.users',
    with: has('auth.identities', ['user_id', 'provider_id', 'identity_data']) ? ['auth.identities'] : [],
    others: [
      ...(has(FACTORS, ['user_id', 'secret']) ? [FACTORS] : []),
      ...(has('auth.sso_providers', ['id']) ? ['auth.sso_providers'] : []),
      ...(has('auth.sso_domains', ['sso_provider_id', 'domain']) ? ['auth.sso_domains'] : []),
    ],
    password: 'encrypted_password',
    email: 'email',
  }
}

/** How columns of these tables are filled: exactly as Supabase Auth itself does; those that are not named here are left to the database. */
export function authRecipes(relation: Relation): Readonly<Record<string, KnownRecipe>> | null {
  const known = KNOWN[relation.id]
  if (known === undefined) return null
  const foreignKey = relation.foreignKeys.find((key) => key.parent === 'auth.users')?.name ?? ''
  return Object.fromEntries(
    relation.columns.flatMap((column): [string, KnownRecipe][] => {
      const { name } = column
      if (BY_MEANING[relation.id]?.includes(name)) return []
      const recipe = known[name]
      if (recipe === undefined && isNeeded(column)) return []
      const why = 'as Supabase Auth writes it'
      return [
        [
          name,
          recipe === undefined
            ? { recipe: { kind: 'leave', why: 'Supabase Auth' }, why }
            : { recipe: named(recipe, foreignKey), why },
        ],
      ]
    }),
  )
}

/** A column of a version that is not known here, or of the user: no row goes in without it. */
const isNeeded = ({ notNull, default: otherwise, generated, identity }: Relation['columns'][number]): boolean =>
  notNull && otherwise === null && generated === null && identity === null

/** The foreign key may have another name than the one that Supabase Auth gives it. */
function named(recipe: Recipe, link: string): Recipe {
  if (recipe.kind === 'object')
    return {
      kind: 'object',
      fields: Object.fromEntries(Object.entries(recipe.fields).map(([key, one]) => [key, named(one, link)])),
    }
  if (recipe.kind !== 'derive') return recipe
  return { ...recipe, from: recipe.from.map((input) => ('link' in input ? { ...input, link } : input)) }
}
