import { ApiError } from '../../database/api/api-error.ts'
import { callApi } from '../../database/api/call-api.ts'
import { findApi } from '../../database/api/find-api.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Session } from '../session.ts'
import { objectsThere } from './objects-there.ts'

/** Names in one request: Supabase Storage takes no more. */
const AT_ONCE = 1000

/** Takes the files away that pools of the configuration have put into buckets: those that carry our mark. Buckets stay. `only`: tables whose rows were removed; null: all. */
export async function removeFiles(
  session: Session,
  plans: readonly Plan[],
  only: readonly ObjectId[] | null,
): Promise<Finding[]> {
  if (!session.catalog.relations.some(({ id }) => id === 'storage.objects')) return []
  const tables = new Map(plans.flatMap(({ assetPools }) => (assetPools ?? []).map(({ name, table }) => [name, table])))
  const findings: Finding[] = []
  for (const [pool, { upload }] of Object.entries(session.config.assetPools)) {
    if (upload?.by !== 'supabase_storage') continue
    if (only !== null && !only.includes(tables.get(pool) ?? '')) continue
    const there = [...(await objectsThere(session.db, upload.bucket, null)).values()].filter((one) => one.pool === pool)
    const names = there.map(({ name }) => name)
    if (names.length > 0) findings.push(await remove(session, pool, upload.bucket, names))
  }
  return findings
}

async function remove(session: Session, pool: string, bucket: string, names: readonly string[]): Promise<Finding> {
  const place = { path: `assetPools.${pool}` }
  const many = names.length === 1 ? '1 file' : `${names.length} files`
  try {
    const api = findApi(session.around, session.db.address)
    const headers = { 'content-type': 'application/json' }
    const path = `/storage/v1/object/${encodeURIComponent(bucket)}`
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const body = JSON.stringify({ prefixes: names.slice(at, at + AT_ONCE) })
      await callApi(api, { method: 'DELETE', path, headers, body })
    }
    return finding('files-removed', 'info', place, `${many} removed from the bucket ${bucket}.`)
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof SeedError)) throw error
    return finding(
      'files-left',
      'warning',
      place,
      `${many} of the bucket ${bucket} could not be removed: ${error.message}`,
      {
        next: 'Run supa-seed cleanup again where the API can be reached, or remove them in the dashboard.',
      },
    )
  }
}
