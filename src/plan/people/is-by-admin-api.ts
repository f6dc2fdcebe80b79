import type { ObjectId } from '../../model/name.ts'
import type { Workshop } from '../draft.ts'

/** Does Supabase Auth itself make the rows of a table, through its admin API? */
export function isByAdminApi({ inputs: { config, study } }: Workshop, table: ObjectId): boolean {
  const { auth } = study
  return config.adminApi !== null && auth !== null && (table === auth.users || auth.with.includes(table))
}
