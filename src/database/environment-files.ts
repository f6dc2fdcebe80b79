import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'dotenv'
import { SeedError } from '../model/seed-error.ts'
import { slashes } from './slashes.ts'

export interface EnvironmentFile {
  /** As the user would type it. */
  readonly path: string
  readonly values: Readonly<Record<string, string>>
}

/**
 * The `.env` files that the Supabase CLI reads, in its order: in `supabase/`, then in the project (and before it in the working
 * directory, where that is another), each time `.env.<environment>.local`, `.env.local`, `.env.<environment>`, `.env`. A value of
 * an earlier file counts. The environment is `SUPABASE_ENV`, else `development`; `test` leaves `.env.local` out.
 */
export function readEnvironmentFiles(
  project: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): EnvironmentFile[] {
  const environment = env.SUPABASE_ENV || 'development'
  const names = [
    `.env.${environment}.local`,
    ...(environment === 'test' ? [] : ['.env.local']),
    `.env.${environment}`,
    '.env',
  ]
  const folders = [join(project, 'supabase'), ...new Set([cwd, project])]
  return folders.flatMap((folder) =>
    names.flatMap((name) => {
      const file = join(folder, name)
      const path = slashes(relative(cwd, file))
      const text = read(file, path)
      return text === null ? [] : [{ path, values: parse(text) }]
    }),
  )
}

function read(file: string, path: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null
    throw new SeedError({
      code: 'file-unreadable',
      message: `${path} cannot be read.`,
      place: { file: path },
      next: 'Make it readable, or name the database with --db-url.',
      cause,
    })
  }
}
