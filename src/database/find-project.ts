import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder, from `cwd` upward, that holds `supabase/config.toml`; null if there is none. */
export function findProject(cwd: string): string | null {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'supabase', 'config.toml'))) return folder
    if (folder === dirname(folder)) return null
  }
}
