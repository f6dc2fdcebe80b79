import { join } from 'node:path'
import type { Api } from '../../database/api/api.ts'
import { ApiError } from '../../database/api/api-error.ts'
import { uploadFile } from '../../database/api/upload-file.ts'
import { interrupted } from '../../load/chunk/interrupted.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Plan } from '../../model/plan.ts'
import type { Session } from '../session.ts'
import { giveOwners } from './give-owners.ts'
import { digestOf, MARK, objectsThere } from './objects-there.ts'
import { byBucket, type PlannedFile, placeIn, plannedFiles } from './planned-files.ts'
import { putObjects } from './put-objects.ts'
import { missingFiles, type ReadyBuckets } from './ready-buckets.ts'

/** As many at a time as the Supabase CLI sends. */
const AT_ONCE = 5

/**
 * Puts the files of the plan's rows where they belong, as far as they are not there, and says whose they are. What did not arrive is a finding, and the next
 * `seed` tries it again: it asks what is there, not what was done.
 */
export async function storeFiles(
  session: Session,
  plan: Plan,
  ready: ReadyBuckets | null,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const folders = await putObjects(session, plan)
  const files = plannedFiles(session, plan, 'supabase_storage')
  if (files.length === 0) return folders
  const findings = [...folders, ...(ready?.findings ?? [])]
  const others = new Set<PlannedFile>()
  if (ready !== null) {
    // Looking reads whole files. The plan may have changed since, so there may be others.
    const late = new Set(
      await missingFiles(
        session,
        files.filter((file) => !ready.missing.has(placeIn(file))),
      ),
    )
    const missing = files.filter((file) => ready.missing.get(placeIn(file)) ?? late.has(file))
    const open = await withoutOthers(session, missing, others)
    findings.push(...[...others].map(ofOthers))
    const sent = await sendAll(session, ready.api, open, findings, signal)
    findings.push(...(await elsewhere(session, ready.api, sent)))
    if (sent.length > 0) findings.push(uploaded(sent))
  }
  const ours = files.filter((file) => !others.has(file))
  await giveOwners(session, plan, ours)
  return findings
}

interface Sendable {
  readonly file: PlannedFile
  readonly replace: boolean
}

/** A file of somebody else's under that name stays: it is one of `others`. */
async function withoutOthers(
  session: Session,
  files: readonly PlannedFile[],
  others: Set<PlannedFile>,
): Promise<Sendable[]> {
  const open: Sendable[] = []
  for (const [bucket, own] of byBucket(files)) {
    const names = own.map(({ object }) => object)
    const there = await objectsThere(session.db, bucket, names)
    for (const file of own) {
      const found = there.get(file.object)
      if (found === undefined || found.pool !== null) open.push({ file, replace: found !== undefined })
      else others.add(file)
    }
  }
  return open
}

async function sendAll(
  session: Session,
  api: Api,
  open: readonly Sendable[],
  findings: Finding[],
  signal?: AbortSignal,
): Promise<PlannedFile[]> {
  const sent: PlannedFile[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < open.length; at = next++) {
      const one = open[at] as Sendable
      try {
        await send(session, api, one, signal)
        sent.push(one.file)
      } catch (error) {
        if (signal?.aborted) throw interrupted()
        if (!(error instanceof ApiError)) throw error
        findings.push(notUploaded(one.file, error))
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, open.length) }, work))
  return sent
}

async function send({ config }: Session, api: Api, { file, replace }: Sendable, signal?: AbortSignal): Promise<void> {
  const { pool, wish, object, source, asset } = file
  const metadata = { [MARK]: pool, sha256: await digestOf(config.root, file) }
  const { size, type } = asset.file
  await uploadFile(
    api,
    { bucket: wish.bucket, object, file: join(config.root, source), size, type, metadata, replace },
    signal,
  )
}

/** What was sent must be found in this database, or the API keeps its books in another one. */
async function elsewhere({ db }: Session, { url }: Api, sent: readonly PlannedFile[]): Promise<Finding[]> {
  for (const [bucket, own] of byBucket(sent)) {
    const there = await objectsThere(
      db,
      bucket,
      own.map(({ object }) => object),
    )
    const lost = own.find(({ object }) => !there.has(object))
    if (lost === undefined) continue
    const { host } = new URL(url)
    return [
      finding(
        'storage-elsewhere',
        'error',
        placeOf(lost),
        `${host} took ${lost.object}, and this database knows nothing of it.`,
        {
          expected: 'the API of the database that is seeded',
          found: 'another one',
          next: 'Look at SUPABASE_URL and at the database.',
        },
      ),
    ]
  }
  return []
}

const placeOf = ({ pool, source }: PlannedFile) => ({ path: `assetPools.${pool}`, file: source })

function uploaded(files: readonly PlannedFile[]): Finding {
  const bytes = files.reduce((sum, { asset }) => sum + asset.file.size, 0)
  const buckets = [...byBucket(files).keys()].sort().join(', ')
  const many = files.length === 1 ? '1 file' : `${files.length} files`
  return finding('files-uploaded', 'info', {}, `${many} uploaded to ${buckets} (${bytes} bytes).`)
}

const ofOthers = (file: PlannedFile): Finding =>
  finding(
    'object-of-others',
    'warning',
    placeOf(file),
    `There is another file ${file.object} in the bucket ${file.wish.bucket}, which supa-seed did not put there: it stays.`,
    { next: 'Remove it there, or give the pool a folder of its own: bucket: { name, folder }.' },
  )

const notUploaded = (file: PlannedFile, { status, code, message }: ApiError): Finding =>
  finding('file-not-uploaded', 'error', placeOf(file), `${file.source} was not uploaded: ${message}.`, {
    found: status === 0 ? code : `${status} ${code}`,
    next: 'Run supa-seed seed again: it uploads what is missing.',
  })
