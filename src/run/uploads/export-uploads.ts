import { findProject } from '../../database/find-project.ts'
import type { ScriptStorage } from '../../load/script/storage-statements.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { ExportFormat } from '../../model/reports/export-report.ts'
import type { Session } from '../session.ts'
import { bucketLines, otherFolders } from './bucket-lines.ts'
import { objectsColumns } from './objects-columns.ts'
import { MARK } from './objects-there.ts'
import { ownerColumn } from './owner-column.ts'
import { byBucket, type PlannedFile, plannedFiles } from './planned-files.ts'
import { noStorage, refuseProblems } from './ready-buckets.ts'
import { compareSeedFiles, SEED_FILES, type SeedFiles } from './seed-files.ts'
import { typeProblems } from './type-problems.ts'
import { uploadProblems } from './upload-problems.ts'

const NONE: SeedFiles = { files: [], stale: [], write: async () => undefined }

/** What an export has to do with files of pools that belong into buckets. */
export interface ExportedUploads {
  /** Whose they are, for a script; null: there is nothing to say. */
  readonly storage: ScriptStorage | null
  readonly seedFiles: SeedFiles
  /** What `supabase/config.toml` lacks; empty: nothing. */
  readonly lines: string
  readonly findings: readonly Finding[]
}

/**
 * The files of pools that are put into buckets, whatever way `seed` goes: an export copies them to where `supabase seed buckets` takes them from.
 * @throws SeedError `files-refused`, `no-storage`, `export-file-taken`
 */
export async function exportUploads(
  session: Session,
  plan: Plan,
  { format, check }: { readonly format: ExportFormat; readonly check: boolean },
): Promise<ExportedUploads> {
  const { root } = session.config
  const sent = plannedFiles(session, plan, 'supabase_storage')
  const files = [...sent, ...plannedFiles(session, plan, 'objects_path')]
  const project = findProject(session.around.where) ?? root
  if (format === 'csv')
    return { storage: null, seedFiles: NONE, lines: '', findings: files.length === 0 ? [] : [withoutFiles(files)] }
  // Where no pool asks for them any more, copies of an earlier export go.
  const seedFiles = await compareSeedFiles(project, root, files, { check, tidy: true })
  if (files.length === 0) return { storage: null, seedFiles, lines: '', findings: [] }
  const columns = objectsColumns(session)
  if (columns === null && sent.length > 0) throw noStorage(sent)
  refuseProblems(files.flatMap((one) => uploadProblems([one], one.wish)))
  return {
    storage: columns?.has('owner_id') === true ? storageOf(session, plan, files, columns) : null,
    seedFiles,
    lines: bucketLines(project, files),
    findings: [uploadedLater(files), ...otherFolders(project, files), ...(await typeProblems(root, files))],
  }
}

function storageOf(
  session: Session,
  plan: Plan,
  files: readonly PlannedFile[],
  columns: ReadonlySet<string>,
): ScriptStorage {
  const buckets = [...byBucket(files)].map(([name, [first]]) => ({ ...(first as PlannedFile).wish, name }))
  const objects = files.flatMap((file) => {
    const column = ownerColumn(session, plan, file)
    const mark = JSON.stringify({ [MARK]: file.pool })
    const { table, row, object: name } = file
    return column === null ? [] : [{ bucket: file.wish.bucket, name, mark, table, row, column }]
  })
  return { buckets, objects, columns }
}

const count = ({ length }: readonly PlannedFile[]): string => (length === 1 ? '1 file' : `${length} files`)

const uploadedLater = (files: readonly PlannedFile[]): Finding =>
  finding(
    'export-files',
    'info',
    {},
    `In supabase/${SEED_FILES} there ${files.length === 1 ? 'is' : 'are'} ${count(files)} for ${[...byBucket(files).keys()].sort().join(', ')}. What the Supabase CLI uploads bears no mark of supa-seed, so supa-seed cleanup leaves it.`,
    { next: 'supabase seed buckets, once the seeds were run (supabase db reset does both).' },
  )

const withoutFiles = (files: readonly PlannedFile[]): Finding =>
  finding(
    'export-without-files',
    'warning',
    {},
    `CSV holds rows only, not the files that belong into buckets (${count(files)}).`,
    {
      next: 'Use --format sql, or upload them with supa-seed seed.',
    },
  )
