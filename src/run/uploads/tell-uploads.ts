import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'
import { byBucket, plannedFiles } from './planned-files.ts'

/** What a plan says of files, without asking the API: how many go to which bucket. */
export function tellUploads(session: Session, plan: Plan): Finding[] {
  return [...byBucket(plannedFiles(session, plan, 'supabase_storage'))].map(([bucket, files]) => {
    const bytes = files.reduce((sum, { asset }) => sum + asset.file.size, 0)
    const many = files.length === 1 ? '1 file belongs' : `${files.length} files belong`
    return finding(
      'files-to-upload',
      'info',
      { path: `assetPools.${files[0]?.pool}.upload` },
      `${many} into the bucket ${bucket} (${bytes} bytes); those that are not there are uploaded.`,
    )
  })
}
