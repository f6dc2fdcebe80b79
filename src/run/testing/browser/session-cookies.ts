import type { StoredCookie } from './storage-state.ts'

/** Characters of a cookie's value that `@supabase/ssr` puts into one. */
const CHUNK = 3180
/** Seconds that browsers keep a cookie at most. */
const LIFE = 400 * 24 * 60 * 60

/** A session as `@supabase/ssr` keeps it: `base64-` and the JSON in base64url, in one cookie or in several that are numbered from 0. */
export function sessionCookies(key: string, session: string, app: URL): StoredCookie[] {
  const value = `base64-${Buffer.from(session).toString('base64url')}`
  const parts =
    value.length <= CHUNK
      ? [{ name: key, value }]
      : Array.from({ length: Math.ceil(value.length / CHUNK) }, (_, i) => ({
          name: `${key}.${i}`,
          value: value.slice(i * CHUNK, (i + 1) * CHUNK),
        }))
  return parts.map((part) => ({
    ...part,
    domain: app.hostname,
    path: '/',
    expires: Math.floor(Date.now() / 1000) + LIFE,
    httpOnly: false,
    secure: app.protocol === 'https:',
    sameSite: 'Lax',
  }))
}
