import type { Api } from '../../database/api/api.ts'
import type { ApiError } from '../../database/api/api-error.ts'
import type { Address } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { NewUser } from '../../model/user-maker.ts'

const BY_SQL = 'leave authUserCreation out, and users are made by SQL'
const GOES_ON = 'What is there stays: `supa-seed seed` goes on from there, `supa-seed cleanup` removes it.'

/** What Supabase Auth says no with, before anything is written. The key is in none of it. */
export function authRefused({ url, source }: Api, { status, code, message }: ApiError): SeedError {
  return new SeedError({
    code: 'auth-refused',
    message: `Supabase Auth at ${new URL(url).host} (${source}): ${message}. Nothing was written.`,
    found: foundOf(status, code),
    next: isKey(status)
      ? 'Look at SUPABASE_SECRET_KEY: it must be the secret key of that project (or its service_role key).'
      : status === 0
        ? `Run supabase start, or look at SUPABASE_URL; or ${BY_SQL}.`
        : `Look at SUPABASE_URL: ${url}/auth/v1 is to be Supabase Auth; or ${BY_SQL}.`,
  })
}

/** What Supabase Auth says of one user, with users of the same run before it. */
export function userRefused(api: Api, user: NewUser, error: ApiError, triggers: readonly string[]): SeedError {
  const { status, code, message } = error
  const [kind, remedy] = remedyOf(error, triggers)
  return new SeedError({
    code: kind,
    message: `Supabase Auth at ${new URL(api.url).host} did not make the user ${user.email} (${user.id}): ${message}.`,
    place: { table: 'auth.users' },
    found: foundOf(status, code),
    next: `${remedy} ${GOES_ON}`,
    exitCode: 1,
  })
}

function remedyOf({ status, code }: ApiError, triggers: readonly string[]): readonly [code: string, next: string] {
  if (code === 'email_exists' || code === 'phone_exists')
    return [
      'user-there',
      'Another user has this address (Supabase Auth takes no notice of capitals, and looks at identities too). Remove that one, or run `supa-seed cleanup` and give another emailDomain.',
    ]
  if (isKey(status)) return ['auth-refused', 'Look at SUPABASE_SECRET_KEY: its key is not taken any more.']
  if (status === 429) return ['auth-busy', 'It has too much to do: wait, or lower users.requests.']
  if (status === 0) return ['auth-refused', 'It does not answer: look at SUPABASE_URL, or run supabase start.']
  if (status >= 500)
    return [
      'user-refused',
      triggers.length === 0
        ? 'Look at the log of Supabase Auth.'
        : `Mostly it is a trigger that raises: look at ${triggers.join(', ')} on auth.users. It sees a new user before role, app metadata and confirmation are written. Mend it, run \`supa-seed cleanup\`, and seed again.`,
    ]
  return ['user-refused', 'Say something else of this user in the configuration, after `supa-seed cleanup`.']
}

/** Users were made, and the database does not have them. */
export const authElsewhere = ({ url, source }: Api, { host, database }: Address): SeedError =>
  new SeedError({
    code: 'api-elsewhere',
    message: `Supabase Auth at ${new URL(url).host} (${source}) made a user who is not in the database ${database} on ${host}: it belongs to another one. The user was taken back.`,
    expected: 'the API of the same project',
    found: new URL(url).host,
    next: `Set SUPABASE_URL (or the API port of supabase/config.toml) to the project of this database. ${GOES_ON}`,
    exitCode: 1,
  })

/** Nothing but SQL speaks to an embedded database. */
export const noAuthApi = (): SeedError =>
  new SeedError({
    code: 'no-auth-api',
    message:
      'An embedded database has no Auth admin API, and users.authUserCreation is admin_api. Nothing was written.',
    place: { path: 'users.authUserCreation' },
    expected: "authUserCreation: 'sql'",
    found: 'admin_api',
    next: 'Leave authUserCreation out here: the users are the same ones, made by SQL.',
  })

const isKey = (status: number): boolean => status === 401 || status === 403

const foundOf = (status: number, code: string): string => (status === 0 ? code : `${status} ${code}`)
