import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, finding } from '../../model/finding.ts'
import type { PlannedFile } from './planned-files.ts'
import { typeSeenByCli } from './type-seen-by-cli.ts'
import { takesType } from './upload-problems.ts'

/** Files that their bucket refuses when the Supabase CLI uploads them: it tells their types by what is in them, and ends with the first one that is refused. */
export async function typeProblems(root: string, files: readonly PlannedFile[]): Promise<Finding[]> {
  const problems: Finding[] = []
  for (const { wish, pool, source } of files) {
    if (wish.allowedMimeTypes === null) continue
    const type = typeSeenByCli(await headOf(join(root, source)))
    if (type === null || takesType(wish.allowedMimeTypes, type)) continue
    problems.push(
      finding(
        'type-unlike-name',
        'warning',
        { path: `assetPools.${pool}.bucket.allowedMimeTypes`, file: source },
        `supabase seed buckets takes ${source} for ${type}, which the bucket ${wish.bucket} does not take: it would end there.`,
        {
          expected: wish.allowedMimeTypes.join(', '),
          found: type,
          next: `Add ${type} to allowedMimeTypes, here and in supabase/config.toml.`,
        },
      ),
    )
  }
  return problems
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(512), 0, 512, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
