import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestDatabase } from './database.ts'
import { atFileEnd } from './file-end.ts'

/** The key of every local stack. */
export const LOCAL_KEY = 'sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz'

const PIECE = 6 * 1024 * 1024

export interface StorageServer {
  readonly url: string
  /** `POST /storage/v1/object/gear/a.png`, in order. */
  readonly calls: string[]
  /** What lies in the buckets, by `bucket/name`. */
  readonly bytes: Map<string, Uint8Array>
  /** Answers so many requests for objects with 429, and breaks off so many pieces in their middle. */
  trouble: { busy: number; broken: number }
}

class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`refused: ${code}`)
    this.status = status
    this.code = code
  }
}

interface Facts {
  readonly bucket: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly replace: boolean
  readonly mark: unknown
}

interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body?: unknown
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Answers as Supabase Storage does. */
class Answers {
  private readonly pending = new Map<string, { facts: Facts; parts: Uint8Array[]; offset: number }>()
  private readonly database: TestDatabase
  private readonly store: StorageServer

  constructor(database: TestDatabase, store: StorageServer) {
    this.database = database
    this.store = store
  }

  private async check({ bucket, name, type, size, replace }: Facts): Promise<void> {
    const [limits] = await this.database.raw<{ file_size_limit: string | null; allowed_mime_types: string[] | null }>(
      'select file_size_limit, allowed_mime_types from storage.buckets where id = $1',
      [bucket],
    )
    if (limits === undefined) throw new Refusal(404, 'NoSuchBucket')
    if (!/^[\w/!.*'() &$@=;:+,?-]+$/.test(name)) throw new Refusal(400, 'InvalidKey')
    if (limits.file_size_limit !== null && size > Number(limits.file_size_limit))
      throw new Refusal(413, 'EntityTooLarge')
    const types = limits.allowed_mime_types
    if (
      types !== null &&
      !types.some((one) => one === type || (one.endsWith('/*') && type.startsWith(one.slice(0, -1))))
    )
      throw new Refusal(415, 'InvalidMimeType')
    const there = await this.database.raw('select 1 from storage.objects where bucket_id = $1 and name = $2', [
      bucket,
      name,
    ])
    if (there.length > 0 && !replace) throw new Refusal(409, 'Duplicate')
  }

  private async keep({ bucket, name, type, size, mark }: Facts, bytes: Uint8Array): Promise<void> {
    const [before] = await this.database.raw('select version from storage.objects where bucket_id = $1 and name = $2', [
      bucket,
      name,
    ])
    // What was there under its version is removed, and without one that is the folder of all versions.
    if (before !== undefined && before.version === null) throw new Refusal(500, 'InternalError')
    await this.database.raw(
      `insert into storage.objects (bucket_id, name, metadata, user_metadata, version) values ($1, $2, $3, $4, gen_random_uuid())
       on conflict (bucket_id, name) do update set metadata = excluded.metadata, user_metadata = excluded.user_metadata, version = excluded.version`,
      [bucket, name, JSON.stringify({ size, mimetype: type }), JSON.stringify(mark)],
    )
    this.store.bytes.set(`${bucket}/${name}`, bytes)
  }

  async to(request: IncomingMessage): Promise<Answer> {
    const { method = '', headers } = request
    const path = (request.url ?? '').replace('/storage/v1', '')
    const body = await bytesOf(request)
    this.store.calls.push(`${method} ${path}`)
    if (!isLocalKey(headers.apikey)) throw new Refusal(403, 'InvalidJWT')
    const asked = { method, path, headers, body }
    if (/^\/bucket/.test(path)) return this.bucket(asked)
    if (this.store.trouble.busy > 0) {
      this.store.trouble.busy--
      throw new Refusal(429, 'SlowDown')
    }
    if (path.startsWith('/object/')) return this.object(asked)
    if (headers['tus-resumable'] !== '1.0.0') throw new Refusal(412, 'NoTus')
    return path === '/upload/resumable' ? this.begin(asked) : this.piece(asked)
  }

  private async bucket({ method, path, body }: Asked): Promise<Answer> {
    const bucket = /^\/bucket(?:\/(.+))?$/.exec(path)
    if (bucket !== null && method === 'GET' && bucket[1] === undefined)
      return { status: 200, body: await this.database.raw('select id, name, public from storage.buckets') }
    if (bucket !== null && method === 'GET') {
      const [found] = await this.database.raw('select * from storage.buckets where id = $1', [
        decodeURIComponent(bucket[1] ?? ''),
      ])
      if (found === undefined) throw new Refusal(404, 'NoSuchBucket')
      return {
        status: 200,
        body: { ...found, file_size_limit: found.file_size_limit === null ? null : Number(found.file_size_limit) },
      }
    }
    if (bucket !== null && method === 'POST') {
      const said = JSON.parse(body.toString())
      await this.database.raw(
        'insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types) values ($1, $1, $2, $3, $4)',
        [said.id ?? said.name, said.public, said.file_size_limit ?? null, said.allowed_mime_types ?? null],
      )
      return { status: 200, body: { name: said.name } }
    }
    if (bucket !== null && method === 'PUT') {
      const said = JSON.parse(body.toString())
      await this.database.raw('update storage.buckets set public = $2, allowed_mime_types = $3 where id = $1', [
        decodeURIComponent(bucket[1] ?? ''),
        said.public,
        said.allowed_mime_types ?? null,
      ])
      return { status: 200, body: { message: 'Successfully updated' } }
    }
    throw new Refusal(404, 'NoSuchRoute')
  }

  private async object({ method, path, headers, body }: Asked): Promise<Answer> {
    const object = /^\/object\/([^/]+)(?:\/(.+))?$/.exec(path)
    const name = decodeURIComponent(object?.[2] ?? '')
    const of = decodeURIComponent(object?.[1] ?? '')
    if (object !== null && method === 'DELETE') {
      const { prefixes } = JSON.parse(body.toString()) as { prefixes: string[] }
      await this.database.raw(
        `begin; set local storage.allow_delete_query = 'true'; delete from storage.objects where bucket_id = '${of}' and name in (${prefixes.map((one) => `'${one}'`).join()}); commit`,
      )
      for (const one of prefixes) this.store.bytes.delete(`${of}/${one}`)
      return { status: 200, body: [] }
    }
    if (object !== null && method === 'POST') {
      if (body.length > PIECE) throw new Refusal(413, 'EntityTooLarge')
      const facts = {
        bucket: of,
        name,
        type: String(headers['content-type']),
        size: body.length,
        replace: headers['x-upsert'] === 'true',
        mark: JSON.parse(Buffer.from(String(headers['x-metadata'] ?? 'e30='), 'base64').toString()),
      }
      await this.check(facts)
      await this.keep(facts, body)
      return { status: 200, body: { Key: `${of}/${name}`, Id: 'x' } }
    }
    throw new Refusal(404, 'NoSuchRoute')
  }

  private async begin({ headers }: Asked): Promise<Answer> {
    const said = Object.fromEntries(
      String(headers['upload-metadata'])
        .split(',')
        .map((pair) => pair.split(' '))
        .map(([key, value]) => [key, Buffer.from(value ?? '', 'base64').toString()]),
    )
    const facts = {
      bucket: said.bucketName ?? '',
      name: said.objectName ?? '',
      type: said.contentType ?? '',
      size: Number(headers['upload-length']),
      replace: headers['x-upsert'] === 'true',
      mark: JSON.parse(said.metadata ?? '{}'),
    }
    await this.check(facts)
    const id = `u${this.pending.size}`
    this.pending.set(id, { facts, parts: [], offset: 0 })
    return { status: 201, headers: { location: `http://storage.internal:5000/storage/v1/upload/resumable/${id}` } }
  }

  private async piece({ method, path, headers, body }: Asked): Promise<Answer> {
    const upload = this.pending.get(path.split('/').at(-1) ?? '')
    if (upload === undefined) throw new Refusal(404, 'NoSuchUpload')
    if (method === 'HEAD') return { status: 200, headers: { 'upload-offset': String(upload.offset) } }
    if (Number(headers['upload-offset']) !== upload.offset) throw new Refusal(409, 'InvalidOffset')
    const last = upload.offset + body.length === upload.facts.size
    if (!last && body.length !== PIECE) throw new Refusal(400, 'InvalidPiece')
    const part = this.store.trouble.broken > 0 ? body.subarray(0, 1000) : body
    upload.parts.push(part)
    upload.offset += part.length
    if (part !== body) {
      this.store.trouble.broken--
      throw new Refusal(503, 'Broken')
    }
    if (last) await this.keep(upload.facts, Buffer.concat(upload.parts))
    return { status: 204, headers: { 'upload-offset': String(upload.offset) } }
  }
}

/**
 * As strict as Supabase Storage about keys, names, limits, duplicates and resumable uploads; its books are the `storage` tables of a real database.
 */
export async function storageServer(database: TestDatabase): Promise<StorageServer> {
  const store: StorageServer = { url: '', calls: [], bytes: new Map(), trouble: { busy: 0, broken: 0 } }
  const answers = new Answers(database, store)
  const server = createServer((request, response) => {
    answers
      .to(request)
      .catch(refusalOf)
      .then(({ status, headers = {}, body }) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end(body === undefined ? undefined : JSON.stringify(body))
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atFileEnd(() => void server.close())
  return Object.assign(store, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

/** The key of every local stack, or the older one, a token, with which the Supabase CLI goes. */
function isLocalKey(key: unknown): boolean {
  if (key === LOCAL_KEY) return true
  const [, claims = ''] = String(key).split('.')
  return /"iss":"supabase-demo","role":"service_role"/.test(Buffer.from(claims, 'base64url').toString())
}

/** The real status stands inside, but for those of gateways. */
function refusalOf(error: unknown): Answer {
  if (!(error instanceof Refusal)) return { status: 500, body: { message: String(error) } }
  const { status, code, message } = error
  const body = { statusCode: String(status), error: code, code, message }
  return { status: [429, 503].includes(status) ? status : 400, headers: { 'retry-after': '0' }, body }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
