import { join, relative } from 'node:path'
import { globSync } from 'tinyglobby'
import { readProjectConfig, tableAt } from '../database/read-project-config.ts'
import { slashes } from '../database/slashes.ts'

/**
 * The lines that `supabase/config.toml` lacks for the Supabase CLI to run the files of a folder; null when it finds them already, or where the folder lies
 * outside of `supabase/`. The file itself is the user's.
 */
export function seedPathLines(project: string, folder: string): string | null {
  const inside = slashes(relative(join(project, 'supabase'), folder))
  if (inside === '' || inside.startsWith('..')) return null
  const { enabled, paths } = settings(readProjectConfig(project))
  const wanted = `./${inside}/*.sql`
  const found = globSync([...paths], {
    cwd: join(project, 'supabase'),
    absolute: false,
    dot: true,
    expandDirectories: false,
  })
  const covered =
    found.some((path) => path.startsWith(`${inside}/`)) || paths.some((path) => normal(path) === normal(wanted))
  if (enabled && covered) return null
  const all = [...(covered ? paths : [...paths, wanted])].map((path) => JSON.stringify(path)).join(', ')
  return `[db.seed]\nenabled = true\nsql_paths = [${all}]`
}

const normal = (path: string): string => path.replace(/^\.\//, '')

function settings(config: Record<string, unknown>): { enabled: boolean; paths: readonly string[] } {
  const { enabled, sql_paths: paths } = tableAt(config, 'db', 'seed')
  const given = Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : ['./seed.sql']
  return { enabled: enabled !== false, paths: given }
}
