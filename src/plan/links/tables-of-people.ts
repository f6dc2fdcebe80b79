import type { Draft } from '../draft.ts'

const PEOPLE =
  /(^|\.|_)(users?|profiles?|people|persons?|contacts?|members?|customers?|clients?|employees?|students?|teachers?|staff|guests?|drivers?|players?|patients?|doctors?|authors?|followers?|subscribers?)$/i
/** Accounts that anybody may have, as against people who are somebody's: whoever acts is one of these. */
const ACTORS = /(^|\.|_)(users?|profiles?|people|persons?|members?)$/i

/** Does a table hold people of whatever kind? */
export const holdsPeople = (id: string): boolean => PEOPLE.test(bare(id))

/** Does it hold those who act: sign in, write, vote? */
export const holdsActors = (id: string, draft: Draft | null): boolean =>
  ACTORS.test(bare(id)) || (draft !== null && isTiedToAuth(draft))

/** One row for each user of Supabase Auth. */
const isTiedToAuth = ({ relation }: Draft): boolean =>
  relation.foreignKeys.some(
    ({ parent, columns }) =>
      parent === 'auth.users' && columns.length === 1 && relation.primaryKey?.columns.join() === columns.join(),
  )

const bare = (id: string): string => id.replaceAll('"', '')
