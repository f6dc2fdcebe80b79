import type { Api } from '../../database/api/api.ts'
import { ApiError } from '../../database/api/api-error.ts'
import { askForUsers, createUser, deleteUser } from '../../database/api/auth-users.ts'
import { findApi } from '../../database/api/find-api.ts'
import { interrupted } from '../../load/chunk/interrupted.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { UserMaker } from '../../model/user-maker.ts'
import type { Session } from '../session.ts'
import { authElsewhere, authRefused, noAuthApi, userRefused } from './auth-refused.ts'
import { usersToMake } from './users-to-make.ts'

/** Where the configuration that made a plan is not the present one. */
const REQUESTS = 8

/** Makes users through the Auth admin API of the database's project, which is looked for when the first one is made. */
export function userMaker(session: Session): UserMaker {
  const { db, config, catalog } = session
  let api: Api | null = null
  const found = (): Api => {
    api ??= apiOf(session)
    return api
  }
  const triggers = catalog.relations.find(({ id }) => id === 'auth.users')?.triggers.map(({ name }) => name) ?? []
  return {
    requests: config.adminApi?.requests ?? REQUESTS,
    make: async (user, signal) => {
      try {
        await createUser(found(), user, signal)
      } catch (error) {
        if (signal?.aborted) throw interrupted()
        throw error instanceof ApiError ? userRefused(found(), user, error, triggers) : error
      }
    },
    remove: async (id) => {
      try {
        await deleteUser(found(), id)
      } catch (error) {
        throw error instanceof ApiError ? authRefused(found(), error) : error
      }
    },
    elsewhere: () => authElsewhere(found(), db.address),
  }
}

/**
 * Before anything is written: is there an Auth admin API, and does it take the key? Only for plans by which it makes users.
 * @throws SeedError `no-auth-api`, `auth-refused` and those of `findApi`.
 */
export async function readyAuth(session: Session, plan: Plan, signal?: AbortSignal): Promise<void> {
  if (usersToMake(plan) === 0) return
  const api = apiOf(session)
  try {
    await askForUsers(api, signal)
  } catch (error) {
    if (signal?.aborted) throw interrupted()
    throw error instanceof ApiError ? authRefused(api, error) : error
  }
}

/** @throws SeedError */
function apiOf({ db, around }: Session): Api {
  if (db.address.kind === 'pglite') throw noAuthApi()
  try {
    return findApi(around, db.address)
  } catch (error) {
    if (!(error instanceof SeedError) || error.code !== 'no-api') throw error
    throw new SeedError({
      ...error,
      message: `${error.message} users.authUserCreation is admin_api. Nothing was written.`,
      place: { path: 'users.authUserCreation' },
      next: `${error.next} Or leave authUserCreation out: users are then made by SQL.`,
    })
  }
}
