import { ApiError } from '../../../database/api/api-error.ts'
import { callApi } from '../../../database/api/call-api.ts'
import { SeedError } from '../../../model/seed-error.ts'
import { sessionCookies } from './session-cookies.ts'
import type { StorageState } from './storage-state.ts'

/** Who signs in, and where. */
export interface SignInOptions {
  /** Of Supabase: `http://127.0.0.1:54321`. */
  readonly url: string
  /** The anon or publishable key. */
  readonly anonKey: string
  /** A handle of a user, or anybody else who signs in with a password. */
  readonly user: { readonly email: string | null; readonly password: string | null }
  /** The application, as the browser opens it: `http://localhost:3000`. */
  readonly app: string
  /**
   * Where the application keeps its session: `localStorage` as supabase-js does (the default), or `cookies` as `@supabase/ssr` does. */
  readonly storage?: 'localStorage' | 'cookies'
  /** The name that the session goes by, where the application has chosen one; default: that of supabase-js, `sb-<ref>-auth-token`. */
  readonly storageKey?: string
}

/**
 * Signs a user in through Supabase Auth and gives what a browser holds afterwards, in the form of Playwright's storage state: `use: { storageState }`, or
 * a file of it. @throws SeedError `sign-in-refused`, `sign-in-unanswered`, `sign-in-options`
 */
export async function signedInState(options: SignInOptions): Promise<StorageState> {
  const { storage = 'localStorage', user } = options
  const url = originOf(options.url, 'url')
  const app = originOf(options.app, 'app')
  if (user.email === null || user.password === null) throw wrong('user', 'somebody with e-mail and password')
  const session = await signIn(options.url.replace(/\/+$/, ''), options.anonKey, {
    email: user.email,
    password: user.password,
  })
  const key = options.storageKey ?? `sb-${url.hostname.split('.')[0]}-auth-token`
  const text = JSON.stringify(session)
  return storage === 'cookies'
    ? { cookies: sessionCookies(key, text, app), origins: [] }
    : { cookies: [], origins: [{ origin: app.origin, localStorage: [{ name: key, value: text }] }] }
}

type Session = Readonly<Record<string, unknown>>

/** The session as supabase-js keeps it. */
async function signIn(
  url: string,
  key: string,
  user: { readonly email: string; readonly password: string },
): Promise<Session> {
  try {
    const { body } = await callApi(
      { url, key, source: 'signedInState' },
      {
        method: 'POST',
        path: '/auth/v1/token?grant_type=password',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(user),
      },
    )
    const session = body as Session
    const { expires_in: seconds = 3600, expires_at: at = Math.floor(Date.now() / 1000) + Number(seconds) } = session
    if (typeof session === 'object' && session !== null && typeof session.access_token === 'string')
      return { ...session, expires_at: at }
    throw new ApiError(200, 'no-session', 'the answer holds no session')
  } catch (error) {
    throw error instanceof ApiError ? refused(error, url, user.email) : error
  }
}

function refused(error: ApiError, url: string, email: string): SeedError {
  if (error.status === 0)
    return new SeedError({
      code: 'sign-in-unanswered',
      message: `Supabase Auth does not answer at ${url}: ${error.message}.`,
      next: 'Start it (supabase start), or name another url.',
      cause: error,
    })
  return new SeedError({
    code: 'sign-in-refused',
    message: `Supabase Auth does not sign ${email} in: ${error.message}`,
    found: `${error.code} (HTTP ${error.status})`,
    next: NEXT[error.code] ?? 'Seed the database that this API serves, with the same configuration: supa-seed seed',
    cause: error,
  })
}

const NEXT: Readonly<Record<string, string>> = {
  email_not_confirmed: 'Take a user who has confirmed the address: fixtures.users.….email_confirmed_at',
  user_banned: 'Take a user who is not banned.',
  no_authorization: 'Give the anon or publishable key of this project as anonKey.',
}

function originOf(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url !== null && /^https?:$/.test(url.protocol)) return url
  throw wrong(name, 'an address such as http://localhost:3000')
}

const wrong = (name: string, expected: string): SeedError =>
  new SeedError({
    code: 'sign-in-options',
    message: `${name} of signedInState is not what it should be.`,
    place: { path: name },
    expected,
    next: `Give ${expected} as ${name}.`,
  })
