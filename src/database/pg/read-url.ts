import { SeedError } from '../../model/seed-error.ts'
import { maskUrl } from '../mask-url.ts'

/** What a Postgres URL says; `parameters` are those of the query that were not used up. */
export interface UrlParts {
  readonly host: string
  readonly port: number
  /** Empty: whatever the driver takes from its environment. */
  readonly user: string
  readonly password: string | undefined
  readonly database: string
  readonly parameters: ReadonlyMap<string, string>
}

/**
 * Reads a URL as libpq does: `postgres[ql]://user:password@host:port/database?key=value`, where the query may also name
 * host, port, user, password and dbname.
 * @throws SeedError `url-malformed`; never with the password.
 */
export function readUrl(text: string, source: string): UrlParts {
  const trimmed = text.trim()
  if (!/^postgres(ql)?:\/\//i.test(trimmed))
    throw malformed(trimmed, source, 'It does not begin with postgres:// or postgresql://')
  if (/\[YOUR-PASSWORD\]/i.test(trimmed))
    throw malformed(trimmed, source, 'It still holds the placeholder [YOUR-PASSWORD]')
  // What follows would be read as host and path, and be shown.
  if (/^[a-z]+:\/\/[^/?#]*@[^/?#]*[/?#][\s\S]*@/i.test(trimmed))
    throw malformed(trimmed, source, 'There is an @ behind its host, as if the password were not encoded')
  // An empty host (`postgres:///db`, `postgres://user@/db`) is a unix socket or named in the query; the URL class refuses it.
  const filled = trimmed.replace(/^([a-z]+:\/\/(?:[^/?#]*@)?)(?=[/?]|$)/i, '$1empty.invalid')
  const url = URL.canParse(filled) ? new URL(filled) : undefined
  if (!url) throw malformed(trimmed, source, 'It cannot be parsed')
  const parameters = new Map(url.searchParams)
  const take = (name: string): string | undefined => {
    const value = parameters.get(name)
    parameters.delete(name)
    return value === '' ? undefined : value
  }
  const hostname = url.hostname === 'empty.invalid' ? '' : decode(url.hostname).replace(/^\[(.*)\]$/, '$1')
  const port = take('port') ?? url.port
  const user = take('user') ?? decode(url.username)
  const password = take('password') ?? (url.password === '' ? undefined : decode(url.password))
  if (port !== '' && !/^\d{1,5}$/.test(port)) throw malformed(trimmed, source, `Its port is not a number: ${port}`)
  return {
    host: take('host') ?? (hostname === '' ? 'localhost' : hostname),
    port: port === '' ? 5432 : Number(port),
    user,
    password,
    database: take('dbname') ?? (decode(url.pathname.slice(1)) || user),
    parameters,
  }
}

/** A lone `%` is taken as it is: people paste passwords without encoding them. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function malformed(url: string, source: string, message: string): SeedError {
  return new SeedError({
    code: 'url-malformed',
    message: `The database URL of ${source} cannot be used. ${message}.`,
    expected: 'postgres://user:password@host:5432/database',
    found: maskUrl(url),
    next: 'Write characters of the password that mean something in a URL in their encoded form: @ as %40, : as %3A, / as %2F, # as %23, ? as %3F, % as %25, [ as %5B.',
  })
}
