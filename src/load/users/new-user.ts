import type { NewUser } from '../../model/user-maker.ts'
import type { TableRows } from '../../values/rows/rows.ts'

const HOUR = 3_600_000
/** A hundred years in hours: Supabase Auth counts no further than 292. */
const FOREVER = 876_000

/** A row of `auth.users` as the admin API takes it; null where it takes no such users: those without an address, and those of single sign-on. */
export function newUserOf(table: TableRows, row: number): NewUser | null {
  const text = (name: string): string | null =>
    table.written.some((column) => column.name === name) ? (table.texts(row, [name], 'written')[0] ?? null) : null
  const id = text('id')
  const email = text('email')
  if (id === null || email === null || isTrue(text('is_sso_user')) || isTrue(text('is_anonymous'))) return null
  const banned = text('banned_until')
  return {
    id,
    email,
    passwordHash: text('encrypted_password'),
    confirmed: text('email_confirmed_at') !== null,
    role: text('role') ?? 'authenticated',
    userMetadata: members(text('raw_user_meta_data')),
    appMetadata: members(text('raw_app_meta_data')),
    bannedFor: banned === null ? null : hoursUntil(banned),
  }
}

/** Texts that Postgres reads as true. */
const isTrue = (text: string | null): boolean => text === 't' || text === 'true'

const members = (json: string | null): unknown => JSON.parse(json ?? '{}') ?? {}

function hoursUntil(time: string): number | null {
  const hours = Math.ceil((Date.parse(time) - Date.now()) / HOUR)
  return hours > 0 ? Math.min(hours, FOREVER) : null
}
