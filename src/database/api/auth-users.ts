import { setTimeout } from 'node:timers/promises'
import type { NewUser } from '../../model/user-maker.ts'
import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { callApi } from './call-api.ts'

const USERS = '/auth/v1/admin/users'
/** Of this version on errors say their `code`. */
const HEADERS = { 'content-type': 'application/json', 'x-supabase-api-version': '2024-01-01' }
/** The first question: who does not answer it is not there, rather than busy. */
const FIRST_ATTEMPTS = 3
/** Attempts at a user where the server fails for the moment (triggers that meet in a deadlock), and milliseconds before the second one. */
const ATTEMPTS = 4
const PAUSE = 100

/** Asks for one user, to know that the API answers and takes the key. @throws ApiError */
export async function askForUsers(api: Api, signal?: AbortSignal): Promise<void> {
  const path = `${USERS}?page=1&per_page=1`
  await callApi(api, { method: 'GET', path, headers: HEADERS, signal, attempts: FIRST_ATTEMPTS })
}

/**
 * Makes a user. A request that was sent again because no answer came may find its user there: one with the same id and address counts as made.
 * @throws ApiError
 */
export async function createUser(api: Api, user: NewUser, signal?: AbortSignal): Promise<void> {
  const body = JSON.stringify({
    id: user.id,
    email: user.email,
    email_confirm: user.confirmed,
    role: user.role,
    user_metadata: user.userMetadata,
    app_metadata: user.appMetadata,
    ...(user.passwordHash === null ? {} : { password_hash: user.passwordHash }),
    ...(user.bannedFor === null ? {} : { ban_duration: `${user.bannedFor}h` }),
  })
  for (let attempt = 1; ; attempt++) {
    try {
      await callApi(api, { method: 'POST', path: USERS, headers: HEADERS, body, signal })
      return
    } catch (error) {
      if (!(error instanceof ApiError) || !(error.status === 422 || error.status >= 500)) throw error
      const there = await addressOf(api, user.id, signal)
      if (there === user.email.toLowerCase()) return
      if (there !== null || error.status === 422 || attempt === ATTEMPTS) throw error
      await setTimeout(PAUSE * 2 ** attempt, undefined, signal === undefined ? {} : { signal })
    }
  }
}

/** The address of a user; null where there is no such user. */
async function addressOf(api: Api, id: string, signal?: AbortSignal): Promise<string | null> {
  try {
    const { body } = await callApi(api, { method: 'GET', path: `${USERS}/${id}`, headers: HEADERS, signal })
    const { email } = body as { email?: unknown }
    return typeof email === 'string' ? email.toLowerCase() : ''
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** @throws ApiError; not where there is no such user. */
export async function deleteUser(api: Api, id: string): Promise<void> {
  try {
    await callApi(api, { method: 'DELETE', path: `${USERS}/${id}`, headers: HEADERS, body: '{}' })
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
  }
}
