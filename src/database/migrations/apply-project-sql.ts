import type { Address, Database } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { SeedError } from '../../model/seed-error.ts'
import { applyFile } from './apply-file.ts'
import { digestFile, digestMigration, type History, readHistory } from './history.ts'
import { readSqlFile } from './read-sql-file.ts'
import type { ProjectSql, SqlFile } from './sql-file.ts'

/** What became of the SQL of a project. */
export interface Applied {
  /** Files that were applied now, in order. */
  readonly files: readonly string[]
  /** What was left out, and files that changed after they were applied. */
  readonly findings: readonly Finding[]
}

/**
 * Brings a database up to date: applies the files that are not noted as applied, in order. A file that fails leaves those before it applied.
 * @throws SeedError as `applyFile` does.
 */
export async function applyProjectSql(db: Database, sql: ProjectSql): Promise<Applied> {
  const history = await readHistory(db)
  const all = sql.roles === null ? sql.files : [sql.roles, ...sql.files]
  const pending = all.filter((file) => !isApplied(file, history))
  const findings = [...sql.findings, ...changes(all, sql, history, db.address), ...outOfOrder(pending, history)]
  const done: string[] = []
  if (pending.length === 0) return { files: done, findings }
  const available = await db.query<{ name: string }>(
    'select name::text as name from pg_catalog.pg_available_extensions',
  )
  const names = new Set(available.map(({ name }) => name))
  for (const file of pending) {
    try {
      findings.push(...(await applyFile(db, file, (extension) => !names.has(extension))))
    } catch (error) {
      throw afterOthers(error, done.length)
    }
    done.push(file.file)
  }
  return { files: done, findings }
}

const isApplied = (file: SqlFile, { migrations, files }: History): boolean =>
  file.version === null ? files.has(file.key) : migrations.has(file.version)

/** Files that are not what was applied, and what was applied from files that are gone. */
function changes(all: readonly SqlFile[], sql: ProjectSql, history: History, address: Address): Finding[] {
  const next = rebuild(address)
  const changed = all.filter((file) => isApplied(file, history) && !isSame(file, history))
  const known = new Set(all.map((file) => file.version ?? file.key))
  const gone =
    sql.kind === 'migrations'
      ? [...history.migrations]
          .filter(([version]) => !known.has(version))
          .map(([version, { name }]) => `${version}_${name}.sql`)
      : [...history.files.keys()].filter((key) => key.startsWith('supabase/schemas/') && !known.has(key))
  return [
    ...changed.map(({ file, version }) =>
      finding(
        version === null ? 'schema-file-changed' : 'migration-changed',
        'warning',
        { file },
        `${file} has changed since it was applied to this database.`,
        { next },
      ),
    ),
    ...gone.map((file) =>
      finding('migration-gone', 'warning', { file }, `${file} was applied to this database and is gone.`, { next }),
    ),
  ]
}

function isSame(file: SqlFile, { migrations, files }: History): boolean {
  const text = readSqlFile(file)
  if (file.version === null) return files.get(file.key) === digestFile(text)
  const digest = migrations.get(file.version)?.digest ?? null
  return digest === null || digest === digestMigration(text)
}

function outOfOrder(pending: readonly SqlFile[], { migrations }: History): Finding[] {
  const last = [...migrations.keys()].sort().at(-1)
  return pending.flatMap(({ file, version }) =>
    last === undefined || version === null || version > last
      ? []
      : [
          finding(
            'migration-out-of-order',
            'warning',
            { file },
            `${file} is older than migrations that were applied before it.`,
            { found: `${last} is applied`, next: 'If the order matters, build the database anew.' },
          ),
        ],
  )
}

const rebuild = ({ kind, host }: Address): string =>
  kind === 'pglite' && host !== 'memory'
    ? `Remove ${host} to build it anew from the files.`
    : 'Build the database anew from the files.'

function afterOthers(error: unknown, done: number): unknown {
  if (done === 0 || !(error instanceof SeedError)) return error
  return new SeedError({
    ...error,
    message: error.message,
    next: `${error.next} The ${done === 1 ? 'file' : `${done} files`} before it ${done === 1 ? 'is' : 'are'} applied.`,
    cause: error.cause,
  })
}
