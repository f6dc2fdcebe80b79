import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SeedError } from '../model/seed-error.ts'
import { readUrl } from './pg/read-url.ts'
import { type Remote, withoutPlaceholder } from './remotes.ts'
import { directUrl, projectRef, sessionPoolerUrl } from './supabase-hosts.ts'
import type { Target } from './target.ts'
import type { Variable } from './variables.ts'

/** What is known of databases elsewhere. */
export interface KnownRemotes {
  readonly remotes: readonly Remote[]
  /** Folder of the Supabase project; null without one. */
  readonly project: string | null
  readonly variable: Variable
}

const SOURCE = '--remote'
const PASSWORD = 'SUPABASE_DB_PASSWORD'

/**
 * The database that `--remote` names: a URL, a name that the configuration or `supabase/config.toml` knows, or the ref of a project. The password of a ref
 * is `SUPABASE_DB_PASSWORD`. Through the session pooler where its region is known, else directly.
 * @throws SeedError `remote-unknown`, `remote-without-ref`, `remote-without-password`
 */
export function resolveRemote(said: string, known: KnownRemotes): Target {
  if (/^postgres(ql)?:\/\//i.test(said)) return { url: said, source: SOURCE }
  const named = known.remotes.find(({ name }) => name === said)
  const remote = named ?? known.remotes.find(({ ref }) => ref === said) ?? fromRef(said)
  if (remote === null) throw unknown(said, known.remotes)
  const source = named === undefined ? SOURCE : `${SOURCE} ${said}`
  if (remote.url !== null) return { url: withPassword(remote.url, remote, known), source }
  if (remote.poolerUrl !== null) return { url: withPassword(remote.poolerUrl, remote, known), source }
  if (remote.ref === null) throw withoutRef(remote)
  return { url: urlOf(remote.ref, remote, known), source }
}

const fromRef = (said: string): Remote | null =>
  /^[a-z]{20}$/.test(said)
    ? { name: said, ref: said, url: null, poolerUrl: null, region: null, production: false }
    : null

function urlOf(ref: string, remote: Remote, known: KnownRemotes): string {
  const password = encodeURIComponent(passwordOf(remote, known))
  if (remote.region !== null)
    return sessionPoolerUrl(ref, remote.region.startsWith('aws-') ? remote.region : `aws-0-${remote.region}`, password)
  const linked = linkedPooler(ref, known.project)
  return linked === null ? directUrl(ref, password) : `postgresql://postgres.${ref}:${password}@${linked}:5432/postgres`
}

/** The host of the pooler that the Supabase CLI wrote down when this project was linked. */
function linkedPooler(ref: string, project: string | null): string | null {
  const file = project === null ? '' : join(project, 'supabase', '.temp', 'pooler-url')
  if (!existsSync(file)) return null
  const text = withoutPlaceholder(readFileSync(file, 'utf8').trim(), 'x')
  if (!/^postgres(ql)?:\/\//i.test(text)) return null
  const { host, user } = readUrl(text, 'supabase/.temp/pooler-url')
  return projectRef(host, user) === ref ? host : null
}

function withPassword(url: string, remote: Remote, known: KnownRemotes): string {
  if (/\[YOUR-PASSWORD\]/i.test(url)) return withoutPlaceholder(url, passwordOf(remote, known))
  const { password } = readUrl(url, `remotes.${remote.name} of the configuration`)
  if (password !== undefined || known.variable(PASSWORD) === undefined) return url
  return url.replace(/^([a-z]+:\/\/[^:/?#@]+)@/i, (_, start: string) => {
    return `${start}:${encodeURIComponent(passwordOf(remote, known))}@`
  })
}

function passwordOf({ name }: Remote, { variable }: KnownRemotes): string {
  const password = variable(PASSWORD)
  if (password !== undefined) return password
  throw new SeedError({
    code: 'remote-without-password',
    message: `The password of the database ${name} is not known.`,
    expected: `the variable ${PASSWORD}, in the environment or a .env file`,
    next: `Set ${PASSWORD} (the dashboard resets it under Database settings), or give --remote the whole URL.`,
  })
}

/** The error for a name that leads nowhere. */
export const withoutRef = ({ name, production }: Remote): SeedError =>
  new SeedError({
    code: 'remote-without-ref',
    message: `${name} is ${production ? 'marked as production' : 'known by name'}, but not which project it is.`,
    place: { path: `remotes.${name}` },
    expected: `project_id under [remotes.${name}] of supabase/config.toml, or ref, url or poolerUrl in the configuration`,
    next: `Say it in one of them, for example: remotes: { ${JSON.stringify(name)}: { ref: '…', region: 'eu-west-1' } }`,
  })

function unknown(said: string, remotes: readonly Remote[]): SeedError {
  const names = remotes.map(({ name }) => name)
  return new SeedError({
    code: 'remote-unknown',
    message: 'No database is known by what --remote says.',
    expected: [...names, 'the ref of a project (20 letters)', 'a postgres:// URL'].join(', '),
    found: /[:@]/.test(said) ? 'something else' : said,
    next: `Name one of them. A branch is known by remotes in the configuration or by [remotes.NAME] with project_id in supabase/config.toml; any other one: supabase branches get NAME -o env, then --remote "$POSTGRES_URL".`,
  })
}
