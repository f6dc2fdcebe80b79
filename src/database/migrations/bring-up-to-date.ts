import type { Database } from '../../model/database.ts'
import { findProject, type Whereabouts } from '../find-project.ts'
import { type Applied, applyProjectSql } from './apply-project-sql.ts'
import { findProjectSql } from './find-project-sql.ts'

/** What bringing a database up to date came to. */
export interface BroughtUp extends Applied {
  /** What holds the files, for people: `supabase/migrations`. */
  readonly folder: string
}

/**
 * Applies what the project (see `findProject`) has in SQL and this database does not. Null where no project is found, or one without SQL.
 * @throws SeedError as `findProject` and `applyProjectSql` do.
 */
export async function bringUpToDate(db: Database, where: Whereabouts): Promise<BroughtUp | null> {
  const project = findProject(where)
  const sql = project === null ? null : findProjectSql(project, where.cwd)
  return sql === null ? null : { folder: sql.folder, ...(await applyProjectSql(db, sql)) }
}
