import type { Api } from '../../database/api/api.ts'
import { ApiError } from '../../database/api/api-error.ts'
import { type Bucket, createBucket, readBucket } from '../../database/api/buckets.ts'
import { findApi } from '../../database/api/find-api.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Session } from '../session.ts'
import { digestOf, objectsThere } from './objects-there.ts'
import { byBucket, type PlannedFile, placeIn, plannedFiles } from './planned-files.ts'
import { uploadProblems } from './upload-problems.ts'

/** Where files go, once that is known to work. */
export interface ReadyBuckets {
  readonly api: Api
  readonly findings: readonly Finding[]
  /** Files that were looked for, as `bucket/object`; those that are not there as they lie on disk: true. */
  readonly missing: ReadonlyMap<string, boolean>
}

/**
 * Before any row is written: the API answers, the buckets are there (or made), and they take the files.
 * @returns null where no file is to be put anywhere, or all of them are there.
 * @throws SeedError `no-storage`, `files-refused`, `storage-refused` and those of `findApi`.
 */
export async function readyBuckets(session: Session, plan: Plan, signal?: AbortSignal): Promise<ReadyBuckets | null> {
  const files = plannedFiles(session, plan, 'supabase_storage')
  if (files.length === 0) return null
  if (!session.catalog.relations.some(({ id }) => id === 'storage.objects')) throw noStorage(files)
  refuseProblems(files.flatMap((one) => uploadProblems([one], one.wish)))
  const missing = new Set(await missingFiles(session, files))
  if (missing.size === 0) return null
  const api = findApi(session.around, session.db.address)
  const findings: Finding[] = []
  const wanted = byBucket(files)
  const there = new Map<string, Bucket | null>()
  try {
    for (const name of wanted.keys()) there.set(name, await readBucket(api, name, signal))
    for (const [name, own] of wanted) refuseProblems(uploadProblems(own, there.get(name) ?? NO_LIMITS))
    for (const [name, own] of wanted) {
      const bucket = there.get(name) ?? null
      const wish = { ...(own[0] as PlannedFile).wish, name }
      if (bucket === null) await createBucket(api, wish, signal)
      else findings.push(...otherwise(bucket, own))
    }
  } catch (error) {
    throw error instanceof ApiError ? storageRefused(api, error) : error
  }
  return { api, findings, missing: new Map(files.map((file) => [placeIn(file), missing.has(file)])) }
}

const NO_LIMITS = { fileSizeLimit: null, allowedMimeTypes: null }

/** Files that are not there as they lie on disk. */
export async function missingFiles(session: Session, files: readonly PlannedFile[]): Promise<PlannedFile[]> {
  const missing: PlannedFile[] = []
  for (const [bucket, own] of byBucket(files)) {
    const there = await objectsThere(
      session.db,
      bucket,
      own.map(({ object }) => object),
    )
    for (const file of own) {
      const found = there.get(file.object)
      const same =
        found !== undefined &&
        (found.digest === null
          ? found.size === file.asset.file.size
          : found.digest === (await digestOf(session.config.root, file)))
      if (!same) missing.push(file)
    }
  }
  return missing
}

/** A bucket that is there is the user's: what differs is told. */
function otherwise(bucket: Bucket, files: readonly PlannedFile[]): Finding[] {
  const [first] = files
  if (first === undefined || !first.wish.public || bucket.public) return []
  return [
    finding(
      'bucket-not-public',
      'warning',
      { path: `assetPools.${first.pool}.bucket` },
      `The bucket ${bucket.name} is there already, and it is private.`,
      {
        expected: 'public',
        found: 'private',
        next: 'Make it public in the dashboard, or take public out of the configuration.',
      },
    ),
  ]
}

/** @throws SeedError `files-refused` */
export function refuseProblems(problems: readonly Finding[]): void {
  const [first] = problems
  if (first === undefined) return
  throw new SeedError({
    code: 'files-refused',
    message: `${problems.length === 1 ? 'A file does' : `${problems.length} files do`} not fit the bucket. Nothing was written.`,
    place: first.place,
    next: first.next ?? '',
    findings: problems,
  })
}

/** What the API of Storage says no with, before anything is written. The key is in none of it. */
function storageRefused({ url, source }: Api, { status, code, message }: ApiError): SeedError {
  const key = status === 401 || status === 403 || /jwt|unauthorized/i.test(code)
  return new SeedError({
    code: 'storage-refused',
    message: `Supabase Storage at ${new URL(url).host} (${source}): ${message}. No row was written.`,
    found: status === 0 ? code : `${status} ${code}`,
    next: key
      ? 'Look at SUPABASE_SECRET_KEY: it must be the secret key of that project.'
      : status === 0
        ? 'Run supabase start, or look at SUPABASE_URL.'
        : 'Look at the bucket and the limits of the project.',
  })
}

export function noStorage([file]: readonly PlannedFile[]): SeedError {
  return new SeedError({
    code: 'no-storage',
    message: 'There is no storage.objects in this database, so it has no Supabase Storage. Nothing was written.',
    place: { path: `assetPools.${file?.pool}.upload` },
    next: 'Leave upload out, or name the database of a Supabase project.',
  })
}
