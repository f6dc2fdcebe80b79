import { readdirSync, statSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { SeedError } from '../../model/seed-error.ts'
import { slashes } from '../slashes.ts'
import type { ProjectSql, SqlFile } from './sql-file.ts'

/** As the Supabase CLI reads the name of a migration. */
const MIGRATION = /^([0-9]+)_(.*)\.sql$/

/**
 * SQL that somebody named: files, and folders whose `*.sql` come in the order of their names. Paths from `cwd`.
 * @throws SeedError `file-unreadable`
 */
export function sqlFilesAt(paths: readonly string[], cwd: string): ProjectSql {
  const files = paths.flatMap((path) => filesAt(resolve(cwd, path), path))
  return {
    kind: 'schemas',
    folder: paths.map(slashes).join(', '),
    roles: null,
    files: files.map((path): SqlFile => {
      const [, version = null, name = basename(path)] = MIGRATION.exec(basename(path)) ?? []
      const file = slashes(relative(cwd, path))
      return { file, path, key: file, version, name }
    }),
    findings: [],
  }
}

function filesAt(place: string, named: string): string[] {
  const found = statSync(place, { throwIfNoEntry: false })
  if (found?.isFile()) return [place]
  const names = found?.isDirectory() ? readdirSync(place).filter((name) => name.endsWith('.sql')) : []
  if (names.length > 0) return names.sort().map((name) => join(place, name))
  throw new SeedError({
    code: 'file-unreadable',
    message: found === undefined ? `There is no ${named}.` : `${named} holds no SQL.`,
    place: { file: named },
    expected: 'a file of SQL, or a folder with some',
    next: 'Name another one as migrations.',
  })
}
