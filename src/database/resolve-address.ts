import { isAbsolute, join, relative, resolve } from 'node:path'
import type { RemoteWish } from '../model/config.ts'
import { SeedError } from '../model/seed-error.ts'
import { type EnvironmentFile, readEnvironmentFiles } from './environment-files.ts'
import { findProject } from './find-project.ts'
import { findLocalStack } from './local-stack.ts'
import { readRemotes } from './remotes.ts'
import { resolveRemote } from './resolve-remote.ts'
import { slashes } from './slashes.ts'
import type { Target } from './target.ts'
import { findVariable, variableOf } from './variables.ts'

export interface AddressRequest {
  readonly flags: {
    /** `--db-url URL` */
    readonly dbUrl?: string
    /** `--embedded [folder]`: true without a folder. */
    readonly embedded?: string | boolean
    /** `--remote <branch | ref | url>` */
    readonly remote?: string
  }
  /** `db` of the configuration; null and undefined alike mean that nothing was said. Its folders start from `root`, or from `cwd` without one. */
  readonly config: {
    readonly db?: { readonly url?: string | null; readonly embedded?: string | null }
    readonly remotes?: Readonly<Record<string, RemoteWish>>
    readonly root?: string
  }
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** `--workdir`: the folder that holds `supabase/`. */
  readonly workdir?: string | null | undefined
}

/** Where `--embedded` without a folder puts its database, below the working directory. */
const EMBEDDED = join('.supa-seed', 'embedded')

/** As hosts and frameworks spell it; direct connections before pooled ones. */
const VARIABLES = ['POSTGRES_URL_NON_POOLING', 'DIRECT_URL', 'POSTGRES_URL', 'DATABASE_URL']

/**
 * Where the database comes from, first that is given: the flag, the configuration, `SUPABASE_DB_URL`, the local stack of
 * `supabase/config.toml` if it answers, then the usual variables. The process's environment comes before every `.env` file.
 * @throws SeedError `no-database`, naming all of these, and what `findProject` throws.
 */
export async function resolveAddress({ flags, config, env, cwd, workdir }: AddressRequest): Promise<Target> {
  refuseTwo(flags)
  if (flags.dbUrl !== undefined) return { url: flags.dbUrl, source: '--db-url' }
  if (flags.remote !== undefined) {
    const project = isUrl(flags.remote) ? null : findProject({ starts: [config.root ?? cwd, cwd], cwd, workdir })
    const variable = variableOf(env, readEnvironmentFiles(project ?? cwd, cwd, env))
    const remotes = readRemotes(config.remotes ?? {}, project === null ? [] : [project], variable)
    return resolveRemote(flags.remote, { remotes, project, variable })
  }
  if (flags.embedded === true) return embedded(EMBEDDED, '--embedded', resolve(cwd, workdir ?? ''))
  if (flags.embedded) return embedded(flags.embedded, '--embedded', cwd)
  if (config.db?.url) return { url: config.db.url, source: 'db.url of the configuration' }
  if (config.db?.embedded) return embedded(config.db.embedded, 'db.embedded of the configuration', config.root ?? cwd)

  if (env.SUPABASE_DB_URL) return { url: env.SUPABASE_DB_URL, source: 'SUPABASE_DB_URL' }
  const project = findProject({ starts: [cwd], cwd, workdir }, ['config.toml'])
  const files = readEnvironmentFiles(project ?? cwd, cwd, env)
  const named = fromVariables(['SUPABASE_DB_URL'], {}, files)
  if (named) return named
  const stack = project ? await findLocalStack(project, env, files) : null
  if (stack?.answers) return { url: stack.url, source: configOf(project, cwd) }
  return fromVariables(VARIABLES, env, files) ?? refuse(stack?.port ?? null)
}

const isUrl = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text)

function refuseTwo({ dbUrl, embedded, remote }: AddressRequest['flags']): void {
  const given = [
    dbUrl === undefined ? null : '--db-url',
    remote === undefined ? null : '--remote',
    embedded ? '--embedded' : null,
  ]
  const flags = given.filter((one) => one !== null)
  if (flags.length < 2) return
  throw new SeedError({
    code: 'two-databases',
    message: `${flags.length === 2 ? 'Both ' : ''}${flags.join(' and ')} are given.`,
    next: 'Name one database.',
  })
}

/** As the user would name it: another folder's, where the project lies elsewhere. */
const configOf = (project: string | null, cwd: string): string => {
  const below = project === null ? '' : slashes(relative(cwd, project))
  return below === '' || below.startsWith('..') ? 'supabase/config.toml' : `${below}/supabase/config.toml`
}

function embedded(folder: string, source: string, root: string): Target {
  return { embedded: folder === 'memory' || isAbsolute(folder) ? folder : join(root, folder), source }
}

function fromVariables(
  names: readonly string[],
  env: AddressRequest['env'],
  files: readonly EnvironmentFile[],
): Target | null {
  const found = findVariable(names, env, files)
  return found === null ? null : { url: found.value, source: found.source }
}

function refuse(silentPort: number | null): never {
  throw new SeedError({
    code: 'no-database',
    message: 'No database is named.',
    expected: `--db-url, --embedded, db in the configuration, SUPABASE_DB_URL, a running local stack, ${VARIABLES.join(', ')}`,
    found:
      silentPort === null ? 'none of them' : `supabase/config.toml, but nothing answers on 127.0.0.1:${silentPort}`,
    next: `${silentPort === null ? 'Use' : 'Run supabase start, or use'} --db-url postgres://…, or --embedded for a database in a folder without any server.`,
  })
}
