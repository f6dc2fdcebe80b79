import { readFileSync } from 'node:fs'
import type { ConnectionOptions } from 'node:tls'
import { SeedError } from '../../model/seed-error.ts'
import { isLocalHost } from '../is-local-host.ts'
import type { UrlParts } from './read-url.ts'

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const
export type TlsMode = (typeof MODES)[number]

/** One way to connect; `false` is without TLS. */
export type TlsAttempt = ConnectionOptions | false

/**
 * The ways to connect, in the order to try them, as libpq understands `sslmode`: `require` encrypts without checking who answers (unless
 * `sslrootcert` is given), `verify-full` checks the certificate and its name. Without `sslmode` libpq prefers TLS and takes
 * what it gets; hosts of Supabase are never spoken to in the clear.
 */
export function tlsAttempts({ host, parameters }: UrlParts): readonly TlsAttempt[] {
  if (host.startsWith('/')) return [false]
  const given = parameters.get('sslmode') ?? (parameters.has('ssl') ? fromFlag(parameters.get('ssl')) : undefined)
  const files = certificates(parameters)
  const servername = isLocalHost(host) ? undefined : host
  const unchecked: TlsAttempt = { ...files, servername, rejectUnauthorized: false }
  const authority: TlsAttempt = { ...files, servername, checkServerIdentity: () => undefined }
  const checked: TlsAttempt = { ...files, servername }
  const attempts: Record<TlsMode, readonly TlsAttempt[]> = {
    disable: [false],
    allow: [false, unchecked],
    prefer: [unchecked, false],
    require: [files.ca === undefined ? unchecked : authority],
    'verify-ca': [authority],
    'verify-full': [checked],
    'no-verify': [unchecked],
  }
  return attempts[mode(given, host)]
}

function mode(given: string | undefined, host: string): TlsMode {
  if (given === undefined)
    return isLocalHost(host) ? 'allow' : /\.supabase\.(co|com|net)$/i.test(host) ? 'require' : 'prefer'
  const found = MODES.find((name) => name === given)
  if (found) return found
  throw new SeedError({
    code: 'url-malformed',
    message: 'The database URL has an unknown sslmode.',
    expected: MODES.join(', '),
    found: given,
    next: 'Use sslmode=require, or sslmode=verify-full with sslrootcert.',
  })
}

const fromFlag = (flag: string | undefined): TlsMode => (flag === 'false' || flag === '0' ? 'disable' : 'require')

function certificates(parameters: ReadonlyMap<string, string>): { ca?: string; cert?: string; key?: string } {
  const read = (name: string): string | undefined => {
    const file = parameters.get(name)
    if (file === undefined || file === 'system') return undefined
    try {
      return readFileSync(file, 'utf8')
    } catch (cause) {
      throw new SeedError({
        code: 'file-unreadable',
        message: `The file that ${name} in the database URL names cannot be read.`,
        place: { file },
        next: 'Correct the path, or leave the parameter out.',
        cause,
      })
    }
  }
  const found = { ca: read('sslrootcert'), cert: read('sslcert'), key: read('sslkey') }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
