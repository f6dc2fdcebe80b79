import type { FrameworkStudy } from '../../model/framework-study.ts'
import type { StandardRows } from './framework.ts'
import { FRAMEWORKS } from './frameworks.ts'
import { STANDARD_ROWS } from './standard-users.ts'

/** The rows of a family for tests, and whether it has teams. */
export function standardRows({ family }: Pick<FrameworkStudy, 'family'>): StandardRows & { readonly teams: boolean } {
  const framework = FRAMEWORKS.find((one) => one.family === family)
  return { ...(framework?.standard ?? STANDARD_ROWS), teams: framework?.withoutTeams !== true }
}
