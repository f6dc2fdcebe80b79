import type { Database } from '../../model/database.ts'
import { type Applied, applyProjectSql } from './apply-project-sql.ts'
import { findProjectSql } from './find-project-sql.ts'
import { findSupabase } from './find-supabase.ts'

/** What bringing a database up to date came to. */
export interface BroughtUp extends Applied {
  /** What holds the files, for people: `supabase/migrations`. */
  readonly folder: string
}

/**
 * Applies what the nearest project (from the first of `starts` upward, then from the next) has in SQL and this database does not. Null where no
 * project is found, or one without SQL.
 * @throws SeedError as `applyProjectSql` does.
 */
export async function bringUpToDate(db: Database, starts: readonly string[], cwd: string): Promise<BroughtUp | null> {
  const project = findSupabase(starts)
  const sql = project === null ? null : findProjectSql(project, cwd)
  return sql === null ? null : { folder: sql.folder, ...(await applyProjectSql(db, sql)) }
}
