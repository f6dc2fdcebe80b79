import type { ObjectId } from '../../model/name.ts'
import type { AuthStudy } from '../../model/study.ts'

/** The tables of Supabase Auth that may get rows of ours. */
export const authTables = (auth: AuthStudy | null): readonly ObjectId[] =>
  auth === null ? [] : [auth.users, ...auth.with, ...auth.others]
