import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { SeedError } from '../model/seed-error.ts'

/** What `supabase/config.toml` of a project says; nothing where there is no such file. @throws SeedError `config-toml-unusable` */
export function readProjectConfig(project: string): Record<string, unknown> {
  try {
    return parse(readFileSync(fileOf(project), 'utf8'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {}
    // The cause shows lines of the file, and what stands in them.
    throw unusableConfig(project, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause))
  }
}

/** A table of what was read, by the names that lead to it; an empty one where there is none. */
export function tableAt(config: unknown, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  const table = typeof config === 'object' && config !== null ? (config as Readonly<Record<string, unknown>>) : {}
  const [name, ...rest] = path
  return name === undefined ? table : tableAt(Object.hasOwn(table, name) ? table[name] : null, ...rest)
}

/** The error for a `supabase/config.toml` that says something of no use. */
export function unusableConfig(project: string, why: string): SeedError {
  return new SeedError({
    code: 'config-toml-unusable',
    message: `supabase/config.toml cannot be used. ${why}`,
    place: { file: fileOf(project) },
    next: 'Correct the file, or name the database with --db-url.',
  })
}

const fileOf = (project: string): string => join(project, 'supabase', 'config.toml')
