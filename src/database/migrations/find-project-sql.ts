import { existsSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { globSync } from 'tinyglobby'
import { type Finding, finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import { readProjectConfig, tableAt, unusableConfig } from '../read-project-config.ts'
import { slashes } from '../slashes.ts'
import type { ProjectSql, SqlFile } from './sql-file.ts'

/** As the Supabase CLI reads the name of a migration. */
const MIGRATION = /^([0-9]+)_(.*)\.sql$/

/** Migrations named `…_init.sql` that an early version of the Supabase CLI wrote of its own; it skips them since. */
const EARLY = '20211209000000'

/**
 * The SQL that makes the tables of a project, as the Supabase CLI finds it: `supabase/migrations/*.sql` in the order of their names; where there
 * are none, the declared schemas (`schema_paths` of `[db.migrations]`, else `supabase/schemas`). Null where there is neither.
 * @throws SeedError `migration-twice`, `config-toml-unusable`
 */
export function findProjectSql(project: string, cwd: string): ProjectSql | null {
  const settings = readSettings(project)
  const refer = (path: string, version: string | null = null, name = basename(path)): SqlFile => ({
    file: slashes(relative(cwd, path)),
    path,
    key: slashes(relative(project, path)),
    version,
    name,
  })
  const supabase = join(project, 'supabase')
  const rolesPath = join(supabase, 'roles.sql')
  const roles = existsSync(rolesPath) ? refer(rolesPath) : null
  if (!settings.enabled) return null
  const migrations = listMigrations(join(supabase, 'migrations'), refer)
  if (migrations.files.length > 0)
    return { kind: 'migrations', folder: slashes(relative(cwd, join(supabase, 'migrations'))), roles, ...migrations }
  const schemas = listSchemas(supabase, settings.schemaPaths, refer)
  const findings = [...migrations.findings, ...schemas.findings]
  if (schemas.files.length === 0 && roles === null && findings.length === 0) return null
  const folder = slashes(relative(cwd, join(supabase, 'schemas')))
  return { kind: 'schemas', folder, roles, files: schemas.files, findings }
}

type Refer = (path: string, version?: string | null, name?: string) => SqlFile
type Found = Pick<ProjectSql, 'files' | 'findings'>

function listMigrations(folder: string, refer: Refer): Found {
  if (!existsSync(folder)) return { files: [], findings: [] }
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith('.sql'))
    .map(({ name }) => name)
    .sort()
  const findings: Finding[] = []
  const files: SqlFile[] = []
  for (const name of names) {
    const path = join(folder, name)
    const [, version, rest] = MIGRATION.exec(name) ?? []
    const why = skipped(name, version, rest, names)
    if (version !== undefined && why === null) files.push(refer(path, version, rest))
    else findings.push(leftOut(refer(path).file, why ?? ''))
  }
  refuseTwins(files)
  return { files, findings }
}

function skipped(
  name: string,
  version: string | undefined,
  rest: string | undefined,
  names: readonly string[],
): string | null {
  if (version === undefined) return 'the name is not <timestamp>_<name>.sql'
  const early = rest === 'init' && version.length === EARLY.length && version < EARLY
  return early && name === names[0] ? 'it was written by an early version of the Supabase CLI' : null
}

const leftOut = (file: string, why: string): Finding =>
  finding('migration-skipped', 'info', { file }, `${file} is not applied: ${why}.`, {
    next: 'The Supabase CLI skips it as well; rename it if it should be applied.',
  })

function refuseTwins(files: readonly SqlFile[]): void {
  for (const [at, one] of files.entries()) {
    const other = files[at + 1]
    if (other === undefined || other.version !== one.version) continue
    throw new SeedError({
      code: 'migration-twice',
      message: `Two migrations have the version ${one.version}: ${basename(one.path)} and ${basename(other.path)}.`,
      place: { file: other.file },
      expected: 'a version of its own for each file',
      next: 'Rename one of them.',
    })
  }
}

function listSchemas(supabase: string, patterns: readonly string[] | null, refer: Refer): Found {
  const findings: Finding[] = []
  const paths = (patterns ?? ['schemas/**/*.sql']).flatMap((pattern) => {
    const found = globSync(pattern, { cwd: supabase, absolute: true, dot: true, expandDirectories: false }).sort()
    if (patterns !== null && found.length === 0) findings.push(nothing(pattern))
    return found
  })
  return { files: [...new Set(paths)].map((path) => refer(path)), findings }
}

const nothing = (pattern: string): Finding =>
  finding('schema-path-empty', 'warning', { path: 'db.migrations.schema_paths' }, `No file is found by ${pattern}.`, {
    next: 'Correct schema_paths in supabase/config.toml.',
  })

function readSettings(project: string): { enabled: boolean; schemaPaths: readonly string[] | null } {
  const { enabled, schema_paths: paths } = tableAt(readProjectConfig(project), 'db', 'migrations')
  if (paths !== undefined && !(Array.isArray(paths) && paths.every((path) => typeof path === 'string')))
    throw unusableConfig(project, 'db.migrations.schema_paths is not a list of paths.')
  const given = (paths ?? []) as readonly string[]
  return { enabled: enabled !== false, schemaPaths: given.length === 0 ? null : given }
}
