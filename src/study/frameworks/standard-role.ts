import type { FrameworkStudy } from '../../model/framework-study.ts'
import { standardRows } from './standard-rows.ts'

/** What a test user of a kit is, for people; null for everybody else, and where there are no teams. */
export function standardRole(framework: Pick<FrameworkStudy, 'family'>, email: string): string | null {
  const { roles, teams } = standardRows(framework)
  return teams && Object.hasOwn(roles, email) ? (roles[email] ?? null) : null
}
