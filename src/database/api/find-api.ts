import type { Address } from '../../model/database.ts'
import { SeedError } from '../../model/seed-error.ts'
import { readEnvironmentFiles } from '../environment-files.ts'
import { findProject, type Whereabouts } from '../find-project.ts'
import { isLocalHost } from '../is-local-host.ts'
import { readPort } from '../read-port.ts'
import { findVariable, variableOf } from '../variables.ts'
import type { Api } from './api.ts'

export interface ApiRequest {
  /** From where the Supabase project is looked for. */
  readonly where: Whereabouts
  readonly env: Readonly<Record<string, string | undefined>>
  /** Hosts that were named for writing (`--allow-remote`). */
  readonly allowed: readonly string[]
}

/** The secret key of every local stack: a constant of the Supabase CLI, no secret. */
const LOCAL_KEY = 'sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz'
const PORT = 54321

const URLS = ['SUPABASE_URL', 'API_URL', 'NEXT_PUBLIC_SUPABASE_URL']
const KEYS = ['SUPABASE_SECRET_KEY', 'SUPABASE_SERVICE_ROLE_KEY', 'SECRET_KEY', 'SERVICE_ROLE_KEY']

/**
 * Where the API of the database's project is: the environment, then the `.env` files, then the local stack of `supabase/config.toml`.
 * @throws SeedError `no-api`, `no-api-key`, `api-elsewhere` where it is not the API of this database and nobody named it.
 */
export function findApi(request: ApiRequest, db: Address): Api {
  const around = readAround(request)
  const { files, url } = around
  const { env } = request
  const local = url === null || isLocalHost(hostOf(url.value).hostname)
  const key = findVariable(KEYS, env, files)?.value ?? (local ? LOCAL_KEY : null)
  const address = urlIn(around, env)
  if (address === null) throw noApi()
  const api = { url: address, source: url?.source ?? 'supabase/config.toml' }
  if (key === null)
    throw new SeedError({
      code: 'no-api-key',
      message: `There is no secret key for the API at ${hostOf(api.url).host}.`,
      expected: KEYS.slice(0, 2).join(' or '),
      next: 'Put it into the environment, or into .env.local; never into the configuration.',
    })
  refuseElsewhere({ ...api, key }, db, request.allowed)
  return { ...api, key }
}

/** The same without its key: where it answers, without a slash at its end; null where nothing says so. @throws SeedError `api-url-unusable` */
export function apiUrlOf(request: ApiRequest): string | null {
  return urlIn(readAround(request), request.env)
}

function urlIn({ project, files, url }: ReturnType<typeof readAround>, env: ApiRequest['env']): string | null {
  if (url !== null) {
    hostOf(url.value)
    return url.value.replace(/\/+$/, '')
  }
  if (project === null) return null
  return `http://127.0.0.1:${readPort(project, 'api', PORT, variableOf(env, files))}`
}

function readAround({ where, env }: ApiRequest) {
  const { cwd } = where
  const project = findProject(where, ['config.toml'])
  const files = readEnvironmentFiles(project ?? cwd, cwd, env)
  return { project, files, url: findVariable(URLS, env, files) }
}

/** Loopback may be a tunnel: only with the key of every local stack it is one. */
const isLocal = ({ url, key }: Api): boolean => key === LOCAL_KEY && isLocalHost(hostOf(url).hostname)

/** An API next to the database: both on this machine, or both of the project whose reference stands in both names. */
function refuseElsewhere(api: Api, { local, host: server, user }: Address, allowed: readonly string[]): void {
  const { host, hostname, protocol } = hostOf(api.url)
  if (allowed.includes(host) || allowed.includes(hostname)) return
  const [ref = ''] = hostname.split('.')
  const near = server.split('.').includes(ref) || user.endsWith(`.${ref}`)
  // The key is for nobody on the way.
  const same = protocol === 'https:' && hostname.endsWith('.supabase.co') && near
  if (local ? isLocal(api) : same) return
  throw new SeedError({
    code: 'api-elsewhere',
    message: `Nothing says that the API at ${host} (${api.source}) belongs to the database on ${server}. Nothing was written.`,
    expected: local ? 'the local stack, with its own key' : 'the API of the same project, over https',
    found: host,
    next: `Unset ${api.source}, or if you mean this one, add --allow-remote ${host}`,
  })
}

function hostOf(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '')
    return parsed
  throw new SeedError({
    code: 'api-url-unusable',
    message: 'The URL of the API cannot be used.',
    expected: 'https://<project>.supabase.co, without a password',
    next: `Correct ${URLS[0]}.`,
  })
}

const noApi = (): SeedError =>
  new SeedError({
    code: 'no-api',
    message: 'No Supabase API is named, and there is no supabase/config.toml that describes a local one.',
    expected: `${URLS[0]} and ${KEYS[0]}`,
    found: 'neither',
    next: `Set ${URLS[0]} and ${KEYS[0]} in the environment.`,
  })
