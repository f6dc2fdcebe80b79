import { setTimeout } from 'node:timers/promises'
import type { Api } from './api.ts'
import { ApiError } from './api-error.ts'

export interface ApiCall {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE'
  /** From the root of the API: `/storage/v1/bucket`. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer> | string
  readonly signal?: AbortSignal | undefined
  /** Attempts in all; 1 where a second one could not tell what the first has done. */
  readonly attempts?: number
}

export interface ApiAnswer {
  readonly headers: Headers
  /** Parsed where it is JSON, else the text. */
  readonly body: unknown
}

const ATTEMPTS = 6
/** Milliseconds for one request, and of the waits between them: the first, and the longest. */
const PATIENCE = 120_000
const FIRST_WAIT = 250
const LONGEST_WAIT = 30_000
/** Too many requests, and what gateways say for the moment. */
const PASSING = new Set([429, 502, 503, 504])

/**
 * One request, again after a wait where the answer says that it was too early (`Retry-After` tells how long) or where none came. Redirects are not followed:
 * the key is for one host.
 * @throws ApiError; never with the key in its message.
 */
export async function callApi(api: Api, call: ApiCall): Promise<ApiAnswer> {
  for (let attempt = 1; ; attempt++) {
    const tried = await tryOnce(api, call)
    if (tried.error === null) return tried.answer
    const { error, wait } = tried
    const last = attempt >= (call.attempts ?? ATTEMPTS)
    if (last || !(error.status === 0 || PASSING.has(error.status))) throw error
    const milliseconds = Math.min(wait ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT)
    await setTimeout(milliseconds, undefined, call.signal === undefined ? {} : { signal: call.signal })
  }
}

type Tried =
  | { readonly error: null; readonly answer: ApiAnswer }
  | { readonly error: ApiError; readonly wait: number | null }

async function tryOnce({ url, key }: Api, { method, path, headers, body, signal }: ApiCall): Promise<Tried> {
  signal?.throwIfAborted()
  const patience = AbortSignal.timeout(PATIENCE)
  try {
    const response = await fetch(url + path, {
      method,
      // An opaque key stands in `apikey` alone; an older one is a token as well.
      headers: {
        apikey: key,
        ...(key.startsWith('sb_') ? {} : { authorization: `Bearer ${key}` }),
        'user-agent': 'supa-seed',
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
    })
    const text = await response.text()
    const said = parsed(text)
    if (response.ok) return { error: null, answer: { headers: response.headers, body: said } }
    return { error: refused(response.status, said, key), wait: waitOf(response.headers.get('retry-after')) }
  } catch (error) {
    if (signal?.aborted) throw error
    const { cause, name } = error as Error & { cause?: { code?: string } }
    const code = name === 'TimeoutError' ? 'timeout' : (cause?.code ?? 'no-answer')
    return { error: new ApiError(0, code, `no answer (${code})`), wait: null }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Auth says `code` and `message` (older: `error_code`, `msg`); Storage `statusCode`, `error`, `code` and `message`. */
function refused(status: number, body: unknown, key: string): ApiError {
  const said = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const own = Number(said.statusCode)
  const code = [said.error_code, said.code, said.error].find((one) => typeof one === 'string') ?? 'unknown'
  const message = [said.message, said.msg, said.error].find((one) => typeof one === 'string') ?? `HTTP ${status}`
  const inside = Number.isInteger(own) && own >= 400 && own < 600 ? own : status
  return new ApiError(inside, String(code).replaceAll(key, '***'), String(message).replaceAll(key, '***').slice(0, 300))
}

/** Milliseconds of a `Retry-After`: seconds, or a date. */
function waitOf(header: string | null): number | null {
  if (header === null) return null
  const wait = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}
