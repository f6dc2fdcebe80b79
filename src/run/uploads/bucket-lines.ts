import { readProjectConfig, tableAt } from '../../database/read-project-config.ts'
import { type Finding, finding } from '../../model/finding.ts'
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

/** Buckets whose files the CLI takes from another folder than ours. */
export function otherFolders(project: string, files: readonly PlannedFile[]): Finding[] {
  const config = readProjectConfig(project)
  return [...byBucket(files)].flatMap(([bucket, own]) => {
    const said = tableAt(config, 'storage', 'buckets', bucket).objects_path
    const ours = `./${SEED_FILES}/${bucket}`
    if (typeof said !== 'string' || plain(said) === plain(ours)) return []
    return [
      finding(
        'objects-path-elsewhere',
        'warning',
        { path: `assetPools.${own[0]?.pool}.bucket` },
        `For the bucket ${bucket} supabase/config.toml names another folder: the Supabase CLI does not upload the copies in supabase/${SEED_FILES}.`,
        {
          expected: `objects_path = ${JSON.stringify(ours)}`,
          found: said,
          next: 'Name that folder there, or give the pool a bucket of its own.',
        },
      ),
    ]
  })
}

const plain = (path: string): string => path.replace(/^(\.\/)+|\/+$/g, '')
