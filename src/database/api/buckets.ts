import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'
import { callApi } from './call-api.ts'

/** A bucket of Supabase Storage. Limits that are null are the project's. */
export interface Bucket {
  readonly name: string
  readonly public: boolean
  readonly fileSizeLimit: number | null
  readonly allowedMimeTypes: readonly string[] | null
}

/** The first question: who does not answer it is not there, rather than busy. */
const FIRST_ATTEMPTS = 3

/** A bucket as it is there; null where there is none. @throws ApiError */
export async function readBucket(api: Api, name: string, signal?: AbortSignal): Promise<Bucket | null> {
  try {
    const path = `/storage/v1/bucket/${encodeURIComponent(name)}`
    const { body } = await callApi(api, { method: 'GET', path, signal, attempts: FIRST_ATTEMPTS })
    const said = body as Record<string, unknown>
    const types = said.allowed_mime_types
    return {
      name,
      public: said.public === true,
      fileSizeLimit: typeof said.file_size_limit === 'number' ? said.file_size_limit : null,
      allowedMimeTypes: Array.isArray(types) && types.length > 0 ? types.map(String) : null,
    }
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** @throws ApiError; not where somebody else has made it in the meantime. */
export async function createBucket(api: Api, bucket: Bucket, signal?: AbortSignal): Promise<void> {
  const body = JSON.stringify({
    id: bucket.name,
    name: bucket.name,
    public: bucket.public,
    ...(bucket.fileSizeLimit === null ? {} : { file_size_limit: bucket.fileSizeLimit }),
    ...(bucket.allowedMimeTypes === null ? {} : { allowed_mime_types: bucket.allowedMimeTypes }),
  })
  try {
    const headers = { 'content-type': 'application/json' }
    await callApi(api, { method: 'POST', path: '/storage/v1/bucket', headers, body, signal })
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error
  }
}
