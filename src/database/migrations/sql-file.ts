import type { Finding } from '../../model/finding.ts'

/** A file of SQL that makes the project's tables. */
export interface SqlFile {
  /** As the user would type it. */
  readonly file: string
  /** Where it is, absolute. */
  readonly path: string
  /** Below the project, with `/`: how it is recorded. */
  readonly key: string
  /** `20240101000000` of `20240101000000_posts.sql`; null for what is no migration. */
  readonly version: string | null
  /** `posts` of `20240101000000_posts.sql`. */
  readonly name: string
}

/** The SQL of a project, in the order in which it is applied. */
export interface ProjectSql {
  readonly kind: 'migrations' | 'schemas'
  /** What is applied, for people: `supabase/migrations`. */
  readonly folder: string
  /** `supabase/roles.sql`, which comes before everything else; null where there is none. */
  readonly roles: SqlFile | null
  readonly files: readonly SqlFile[]
  /** Files that were left out. */
  readonly findings: readonly Finding[]
}
