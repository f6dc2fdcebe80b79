import { join, resolve } from 'node:path'
import { findProject } from '../../database/find-project.ts'
import { findProjectSql } from '../../database/migrations/find-project-sql.ts'
import { readInventedKeys } from '../../load/script/invented-keys.ts'
import { csvFiles, type ScriptFile, sqlFiles } from '../../load/script/script-files.ts'
import type { ScriptStorage } from '../../load/script/storage-statements.ts'
import { readTables } from '../../load/sql/read-columns.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { FACTORS } from '../../model/given/factor-secret.ts'
import type { Plan } from '../../model/plan.ts'
import type { ExportFormat, ExportReport } from '../../model/reports/export-report.ts'
import { SeedError } from '../../model/seed-error.ts'
import { DEFAULT_PASSWORD } from '../../plan/people/default-password.ts'
import { compileRows } from '../../values/rows/rows.ts'
import { version } from '../../version.ts'
import { type Prepared, preparePlan } from '../planning/prepare.ts'
import { rehearsed } from '../rehearse.ts'
import { factorRows } from '../secrets/factor-rows.ts'
import { seedPathLines } from '../seed-paths.ts'
import { clock, overDatabase, type RunOptions, type Session } from '../session.ts'
import { exportUploads } from '../uploads/export-uploads.ts'
import { whereabouts } from '../whereabouts.ts'
import { withDatabase } from '../with-database.ts'
import { type ExportFolder, putFiles, readExportFolder } from './export-files.ts'

export interface ExportOptions extends RunOptions {
  readonly format?: ExportFormat
  /** Folder, relative to `cwd`; default `supabase/seeds` of the project for SQL, else `seeds`. */
  readonly out?: string
  /** Write nothing, and say what is not as it should be. */
  readonly check?: boolean
}

/**
 * Writes what `seed` would write into files instead. Without a database on the command line, in a project with migrations: for an embedded database on
 * which they were applied just now, as `supabase db reset` leaves it before it seeds.
 * @throws SeedError `export-rows-there`, `export-file-taken`, `export-key-invented` and what `seed` throws before it writes.
 */
export async function runExport(options: ExportOptions): Promise<ExportReport> {
  const { cwd, flags } = options
  const project = findProject(whereabouts(options, cwd))
  const named = flags.dbUrl !== undefined || flags.embedded !== undefined || flags.remote !== undefined
  const anew = !named && project !== null && findProjectSql(project, cwd) !== null
  return withDatabase(
    anew ? { ...options, target: { embedded: 'memory', source: 'the migrations, applied anew' } } : options,
    async ({ db, config, timings, findings }) => {
      const folder = await readExportFolder(folderOf(options, project), cwd)
      const now = (config.keepsNow ? folder.made?.now : undefined) ?? config.now
      const generators = config.generators ?? folder.made?.generators ?? null
      const told = config.adminApi === null ? findings : [...findings, usersBySql()]
      return overDatabase(
        db,
        { ...config, now, generators, adminApi: null },
        { write: false, timings, findings: told },
        (session) => exportSession(session, { ...options, folder, project }),
      )
    },
  )
}

function folderOf({ cwd, out, format = 'sql' }: ExportOptions, project: string | null): string {
  if (out !== undefined) return resolve(cwd, out)
  return project !== null && format === 'sql' ? join(project, 'supabase', 'seeds') : join(cwd, 'seeds')
}

interface Into extends ExportOptions {
  readonly folder: ExportFolder
  readonly project: string | null
}

async function exportSession(session: Session, options: Into): Promise<ExportReport> {
  const { format = 'sql', check = false, signal, folder, project } = options
  const planned = await clock(session.timings, 'plan', () => preparePlan({ ...session, past: session.past.past }))
  refusePresent(planned.plan)
  const { plan } = await clock(session.timings, 'rehearse', () => rehearsed(session, planned, { signal }))
  const uploads = await clock(session.timings, 'files', () => exportUploads(session, plan, { format, check }))
  const script = await filesOf(session, plan, format, uploads.storage)
  const pinned = {
    format,
    seed: plan.seed,
    now: plan.now,
    generators: plan.generators ?? 1,
    dataset: session.config.dataset,
  }
  const put = await clock(session.timings, 'write', () =>
    putFiles(folder, script.files, pinned, { version: version(), check }),
  )
  const { seedFiles } = uploads
  if (!check) await clock(session.timings, 'files', seedFiles.write)
  const stale = [...put.stale, ...seedFiles.stale]
  const { host, database, source } = session.db.address
  const lines = format === 'sql' && project !== null ? seedPathLines(project, folder.path) : null
  return {
    ok:
      !check || (stale.length === 0 && [...put.files, ...seedFiles.files].every(({ state }) => state === 'unchanged')),
    format,
    database: { host, database, source },
    folder: folder.shown,
    seed: plan.seed,
    now: new Date(plan.now).toISOString(),
    files: put.files,
    uploads: seedFiles.files,
    stale,
    tables: plan.tables.filter(({ rows }) => rows > 0).map(({ id, rows }) => ({ table: id, rows })),
    configLines: [lines ?? '', uploads.lines].filter((one) => one !== '').join('\n\n') || null,
    findings: [
      ...session.past.findings,
      ...plan.findings,
      ...uploads.findings,
      ...script.findings,
      ...knownPassword(session, planned),
      ...knownSecrets(planned),
    ],
    timings: session.timings,
  }
}

/** Nobody asks an API while files are loaded. */
const usersBySql = (): Finding =>
  finding(
    'users-by-sql',
    'info',
    { path: 'users.authUserCreation' },
    'Users stand in these files as SQL, as Supabase Auth writes them: authUserCreation is for seed.',
  )

/** Files are loaded anywhere, also where preview branches run their seeds. */
function knownPassword({ config }: Session, { plan, study }: Prepared): readonly Finding[] {
  const users = study.auth === null ? undefined : plan.tables.find(({ id }) => id === study.auth?.users)
  if (users === undefined || users.rows === 0 || (config.password ?? DEFAULT_PASSWORD) !== DEFAULT_PASSWORD) return []
  return [
    finding(
      'export-default-password',
      'warning',
      { path: 'users.password' },
      'Users in these files sign in with the default password, which everybody can read.',
      { next: 'Load them on this machine only, or export with a password of your own: SUPA_SEED_PASSWORD.' },
    ),
  ]
}

/** A secret cannot be hashed as a password can: whoever reads the files has it. */
function knownSecrets({ plan, secrets }: Prepared): readonly Finding[] {
  if ((factorRows(plan)?.table.rows ?? 0) === 0) return []
  const said =
    secrets === null
      ? 'Second factors in these files have secrets that everybody who reads them knows.'
      : 'Second factors in these files have no secret, since the database is not on this machine: nobody can use them.'
  return [
    finding('export-known-secret', 'warning', { table: FACTORS, column: 'secret' }, said, {
      next: 'Load the files on this machine only, and let supa-seed seed make second factors elsewhere.',
    }),
  ]
}

async function filesOf(
  { db, catalog, assets }: Session,
  plan: Plan,
  format: ExportFormat,
  storage: ScriptStorage | null,
): Promise<{ files: readonly ScriptFile[]; findings: readonly Finding[] }> {
  const rows = compileRows(plan, assets)
  const ids = plan.tables.map(({ id }) => id)
  const { tables, keys } = await db.transaction(async (tx) => ({
    tables: await readTables(tx, ids),
    keys: await readInventedKeys(tx, plan, catalog),
  }))
  if (format !== 'sql') refuseInvented([...keys.columns], format)
  if (format === 'csv') return { files: csvFiles({ plan, rows }), findings: [] }
  const context = { plan, rows, tables, keys, storage, copy: format === 'copy' }
  return { files: sqlFiles(context), findings: keys.findings }
}

/** A key that is another one wherever the migrations are run cannot stand in a file of plain values. */
function refuseInvented(columns: readonly string[], format: ExportFormat): void {
  const [first] = columns
  if (first === undefined) return
  const [table, column] = first.split(' ')
  throw new SeedError({
    code: 'export-key-invented',
    message: `${columns.join(', ')}: leads to rows whose keys the database invents, so they are others wherever the migrations are run.`,
    place: { table: table ?? '', column: column ?? '' },
    expected: 'keys that are the same everywhere',
    found: `--format ${format}`,
    next: 'Use --format sql, which looks them up, or give those rows fixed keys in the migration that inserts them.',
  })
}

/** What is there already would be missing from the files. */
function refusePresent(plan: Plan): void {
  const there = plan.tables.filter(({ present }) => present > 0)
  if (there.length === 0) return
  throw new SeedError({
    code: 'export-rows-there',
    message: `The database holds rows of supa-seed already (${there.map(({ id }) => id).join(', ')}), and the files are for one without them. Nothing was written.`,
    next: 'Leave out --db-url, so that the migrations are applied to an empty database; or run supa-seed cleanup first.',
  })
}
