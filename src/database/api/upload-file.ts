import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { callApi } from './call-api.ts'

export interface Upload {
  readonly bucket: string
  /** Its name in the bucket. */
  readonly object: string
  /** Where it lies on disk. */
  readonly file: string
  /** Bytes. */
  readonly size: number
  /** Media type. */
  readonly type: string
  /** What stands beside it in the bucket, for us to know it by. */
  readonly metadata: Readonly<Record<string, string>>
  /** Put it in the place of the one that is there. */
  readonly replace: boolean
}

/** Bytes up to which a file goes in one request, and of the pieces of a larger one: Supabase takes no others. */
const PIECE = 6 * 1024 * 1024
/** Seconds that browsers may keep it. */
const CACHE = 3600
/** Pieces in a row that may fail before the upload does. */
const FAILURES = 5

/** Puts a file into a bucket: in one request, or in pieces (TUS 1.0.0) that go on where a broken one has ended. @throws ApiError */
export async function uploadFile(api: Api, upload: Upload, signal?: AbortSignal): Promise<void> {
  const file = await open(upload.file)
  try {
    if (upload.size <= PIECE) await inOne(api, upload, await read(file, 0, upload.size), signal)
    else await inPieces(api, upload, file, signal)
  } finally {
    await file.close()
  }
}

async function inOne(api: Api, upload: Upload, body: Uint8Array<ArrayBuffer>, signal?: AbortSignal): Promise<void> {
  const name = upload.object.split('/').map(encodeURIComponent).join('/')
  const headers = {
    'content-type': upload.type,
    'cache-control': `max-age=${CACHE}`,
    'x-upsert': String(upload.replace),
    'x-metadata': base64(JSON.stringify(upload.metadata)),
  }
  const path = `/storage/v1/object/${encodeURIComponent(upload.bucket)}/${name}`
  await callApi(api, { method: 'POST', path, headers, body, signal })
}

/** Milliseconds before a piece is sent again, doubled each time. */
const PAUSE = 100

const TUS = { 'tus-resumable': '1.0.0' }

async function inPieces(api: Api, upload: Upload, file: FileHandle, signal?: AbortSignal): Promise<void> {
  const path = await begin(api, upload, signal)
  let failures = 0
  for (let offset = 0; offset < upload.size; ) {
    try {
      const body = await read(file, offset, Math.min(PIECE, upload.size - offset))
      const headers = { ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }
      // Only the server knows how much of a piece has arrived: it is asked before a piece is sent again.
      const { headers: said } = await callApi(api, { method: 'PATCH', path, headers, body, signal, attempts: 1 })
      const arrived = offsetOf(said, upload)
      if (arrived <= offset) throw new ApiError(409, 'no-progress', 'the server took nothing of a piece')
      offset = arrived
      failures = 0
    } catch (error) {
      if (!(error instanceof ApiError) || !isPassing(error.status) || ++failures > FAILURES) throw error
      // Whoever else has the upload open is waited for.
      await setTimeout(PAUSE * 2 ** failures, undefined, signal === undefined ? {} : { signal })
      offset = offsetOf((await callApi(api, { method: 'HEAD', path, headers: TUS, signal })).headers, upload)
    }
  }
}

const isPassing = (status: number): boolean => [0, 409, 423, 429].includes(status) || status >= 500

/** @returns the path of the upload on the same API, whatever host the server calls itself by. */
async function begin(api: Api, upload: Upload, signal?: AbortSignal): Promise<string> {
  const facts = {
    bucketName: upload.bucket,
    objectName: upload.object,
    contentType: upload.type,
    cacheControl: String(CACHE),
    metadata: JSON.stringify(upload.metadata),
  }
  const headers = {
    ...TUS,
    'upload-length': String(upload.size),
    'upload-metadata': Object.entries(facts)
      .map(([key, value]) => `${key} ${base64(value)}`)
      .join(','),
    'x-upsert': String(upload.replace),
  }
  const { headers: said } = await callApi(api, {
    method: 'POST',
    path: '/storage/v1/upload/resumable',
    headers,
    signal,
  })
  const location = said.get('location')
  if (location === null) throw new ApiError(0, 'no-location', 'the server does not say where the upload goes')
  const { pathname, search } = new URL(location, api.url)
  const before = new URL(api.url).pathname.replace(/\/$/, '')
  return (pathname.startsWith(before) ? pathname.slice(before.length) : pathname) + search
}

function offsetOf(headers: Headers, { size }: Upload): number {
  const offset = Number(headers.get('upload-offset') ?? Number.NaN)
  if (Number.isInteger(offset) && offset >= 0 && offset <= size) return offset
  throw new ApiError(400, 'no-offset', 'the server does not say how much has arrived')
}

async function read(file: FileHandle, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, from + at)
    if (bytesRead === 0) throw new ApiError(400, 'file-changed', 'the file has become shorter in the meantime')
    at += bytesRead
  }
  return bytes
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
