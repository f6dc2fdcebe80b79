import { readProjectConfig, tableAt } from '../../database/read-project-config.ts'
import { byBucket, type PlannedFile } from './planned-files.ts'
import { SEED_FILES } from './seed-files.ts'

/** The lines that `supabase/config.toml` lacks for `supabase seed buckets` to take files from their folders; empty where it has them. That file is the user's. */
export function bucketLines(project: string, files: readonly PlannedFile[]): string {
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
        `objects_path = ${JSON.stringify(`./${SEED_FILES}/${bucket}`)}`,
      ].join('\n')
    })
    .join('\n\n')
}
