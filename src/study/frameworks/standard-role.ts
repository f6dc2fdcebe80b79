import type { FrameworkStudy } from '../../model/framework-study.ts'
import { hasTeams } from './has-teams.ts'
import { STANDARD_ROLES } from './standard-users.ts'
import { STANDARD_ROLES_V1 } from './standard-users-v1.ts'

/** What a test user of a kit is, for people; null for everybody else, and where there are no teams. */
export function standardRole(framework: Pick<FrameworkStudy, 'family'>, email: string): string | null {
  if (!hasTeams(framework)) return null
  const roles = framework.family === 'makerkit-v1' ? STANDARD_ROLES_V1 : STANDARD_ROLES
  return Object.hasOwn(roles, email) ? (roles[email] ?? null) : null
}
