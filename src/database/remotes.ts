import type { RemoteWish } from '../model/config.ts'
import type { Address } from '../model/database.ts'
import { readUrl } from './pg/read-url.ts'
import { readProjectConfig } from './read-project-config.ts'
import { projectRef } from './supabase-hosts.ts'
import { resolveText, type Variable } from './variables.ts'

export interface Remote extends RemoteWish {
  readonly name: string
}

/** The databases elsewhere that are known by name: of the configuration, and `[remotes.NAME]` of each project's `config.toml`. */
export function readRemotes(
  wishes: Readonly<Record<string, RemoteWish>>,
  projects: readonly string[],
  variable: Variable,
): readonly Remote[] {
  const refs = new Map(projects.flatMap((project) => [...refsOf(readProjectConfig(project).remotes, variable)]))
  const names = [...new Set([...Object.keys(wishes), ...refs.keys()])]
  return names.map((name) => {
    const wish = Object.hasOwn(wishes, name) ? wishes[name] : undefined
    const { ref = null, ...rest } = wish ?? { url: null, poolerUrl: null, region: null, production: false }
    return { name, ref: ref ?? refs.get(name) ?? null, ...rest }
  })
}

/** As the Supabase CLI checks it, too: hosts are made of it, to which a password is sent. */
const REF = /^[a-z]{20}$/

/** Null: something stands there that is no ref. */
function* refsOf(tables: unknown, variable: Variable): Generator<[name: string, ref: string | null]> {
  if (typeof tables !== 'object' || tables === null) return
  for (const [name, table] of Object.entries(tables)) {
    const given = (table as { project_id?: unknown } | null)?.project_id
    if (typeof given !== 'string' || name === '') continue
    const ref = resolveText(given, variable)
    if (ref !== undefined && ref !== '') yield [name, REF.test(ref) ? ref : null]
  }
}

/** Does this address belong to that remote, by whatever way it was named? */
export function isAt({ host, port, user, database }: Address, remote: Remote): boolean {
  const ref = projectRef(host, user)
  const refs = [remote.ref, ...urlsOf(remote).map((url) => projectRef(url.host, url.user))]
  if (ref !== null && refs.includes(ref)) return true
  return urlsOf(remote).some((url) => plain(url.host) === plain(host) && url.port === port && url.database === database)
}

/** Hosts are the same in capitals, and with the dot that ends a full name. */
const plain = (host: string): string => host.toLowerCase().replace(/\.$/, '')

const urlsOf = ({ name, url, poolerUrl }: Remote) =>
  [url, poolerUrl]
    .filter((one) => one !== null)
    .map((one) => readUrl(withoutPlaceholder(one, 'x'), `remotes.${name} of the configuration`))

/** A URL as the dashboard shows it, with the password in the place that is kept for it. */
export const withoutPlaceholder = (url: string, password: string): string =>
  url.replace(/\[YOUR-PASSWORD\]/i, encodeURIComponent(password))
