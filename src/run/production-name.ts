import { readEnvironmentFiles } from '../database/environment-files.ts'
import { projectsAround } from '../database/find-project.ts'
import { isAt, readRemotes } from '../database/remotes.ts'
import { withoutRef } from '../database/resolve-remote.ts'
import { variableOf } from '../database/variables.ts'
import type { Config } from '../model/config.ts'
import type { Address } from '../model/database.ts'
import { whereabouts } from './whereabouts.ts'
import type { RunOptions } from './with-database.ts'

/**
 * The name of a database that the configuration marks as production, whatever way it was reached; null for others.
 * @throws SeedError `remote-without-ref` where nobody can tell whether this is the one that is marked.
 */
export function productionName(
  address: Address,
  { remotes, root }: Pick<Config, 'remotes' | 'root'>,
  options: Pick<RunOptions, 'cwd' | 'env' | 'flags'>,
): string | null {
  const { cwd, env, flags } = options
  if (address.kind === 'pglite' || !Object.values(remotes).some(({ production }) => production)) return null
  const where = whereabouts(options, root)
  const projects = projectsAround(where)
  const variable = variableOf(env, readEnvironmentFiles(projects[0] ?? cwd, cwd, env))
  const marked = readRemotes(remotes, projects, variable).filter(({ production }) => production)
  const nowhere = marked.find(({ ref, url, poolerUrl }) => ref === null && url === null && poolerUrl === null)
  if (nowhere !== undefined && !address.local) throw withoutRef(nowhere)
  return (
    (marked.find(({ name }) => name === flags.remote) ?? marked.find((remote) => isAt(address, remote)))?.name ?? null
  )
}
