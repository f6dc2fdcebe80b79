import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findProject } from '../../database/find-project.ts'
import { readProjectConfig, tableAt } from '../../database/read-project-config.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'
import { byBucket, type PlannedFile, plannedFiles } from './planned-files.ts'

/** Below `supabase/`: a folder for each bucket. */
const FOLDER = 'seed-files'

/** Copies files to where `supabase seed buckets` takes them from, and says which lines `supabase/config.toml` lacks for it. That file is the user's. */
export async function putObjects(session: Session, plan: Plan): Promise<Finding[]> {
  const files = plannedFiles(session, plan, 'objects_path')
  if (files.length === 0) return []
  const project = findProject(session.around.where) ?? session.config.root
  let copied = 0
  for (const { wish, object, source } of files) {
    const target = join(project, 'supabase', FOLDER, wish.bucket, object)
    const from = join(session.config.root, source)
    if (await alike(from, target)) continue
    await mkdir(dirname(target), { recursive: true })
    await copyFile(from, target)
    copied++
  }
  const lines = missingLines(project, files)
  if (copied === 0 && lines === '') return []
  return [
    finding(
      'objects-path',
      'info',
      {},
      `${copied} of ${files.length} files copied to supabase/${FOLDER}.${lines === '' ? '' : ` For supabase/config.toml:\n${lines}`}`,
      { next: 'supabase seed buckets' },
    ),
  ]
}

async function alike(from: string, target: string): Promise<boolean> {
  const there = await readFile(target).catch(() => null)
  return there?.equals(await readFile(from)) ?? false
}

/** Buckets that the file does not know, as it would name them. */
function missingLines(project: string, files: readonly PlannedFile[]): string {
  const config = readProjectConfig(project)
  return [...byBucket(files)]
    .filter(([bucket]) => typeof tableAt(config, 'storage', 'buckets', bucket).objects_path !== 'string')
    .map(([bucket, own]) => {
      const wish = (own[0] as PlannedFile).wish
      const types = wish.allowedMimeTypes
      return [
        `[storage.buckets.${/^[\w-]+$/.test(bucket) ? bucket : JSON.stringify(bucket)}]`,
        `public = ${wish.public}`,
        ...(wish.fileSizeLimit === null ? [] : [`file_size_limit = ${JSON.stringify(String(wish.fileSizeLimit))}`]),
        ...(types === null ? [] : [`allowed_mime_types = ${JSON.stringify(types)}`]),
        `objects_path = ${JSON.stringify(`./${FOLDER}/${bucket}`)}`,
      ].join('\n')
    })
    .join('\n\n')
}
