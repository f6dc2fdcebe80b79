import type { Plan } from '../../model/plan.ts'
import { countIn } from '../../model/row-spans.ts'

/** How many users of a plan are to be made through the Auth admin API. */
export function usersToMake({ tables }: Plan): number {
  const users = tables.find(({ id, writer }) => id === 'auth.users' && writer.kind === 'admin-api')
  return users === undefined ? 0 : Math.max(0, users.rows - users.present - countIn(users.skipped, users.present))
}
