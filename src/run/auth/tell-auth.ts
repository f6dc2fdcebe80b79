import { findApi } from '../../database/api/find-api.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Session } from '../session.ts'
import { noAuthApi } from './auth-refused.ts'
import { usersToMake } from './users-to-make.ts'

/** What a plan says of users through the Auth admin API, without asking it. */
export function tellAuth({ db, around }: Session, plan: Plan): Finding[] {
  const users = usersToMake(plan)
  if (users === 0) return []
  const place = { path: 'users.authUserCreation' }
  try {
    if (db.address.kind === 'pglite') throw noAuthApi()
    const { url, source } = findApi(around, db.address)
    const many = users === 1 ? '1 user is' : `${users} users are`
    return [
      finding(
        'users-by-api',
        'info',
        place,
        `${many} made through the Auth admin API at ${new URL(url).host} (${source}).`,
      ),
    ]
  } catch (error) {
    if (!(error instanceof SeedError)) throw error
    const { code, message, expected, found, next } = error
    const facts = Object.entries({ expected, found, next }).filter(([, value]) => value !== undefined)
    return [finding(code, 'warning', place, message, Object.fromEntries(facts))]
  }
}
