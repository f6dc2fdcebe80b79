import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SIGNS = ['config.toml', 'migrations', 'schemas']

/** The nearest folder, from the first of `starts` upward, then from the next, whose `supabase/` holds a project; null if there is none. */
export function findSupabase(starts: readonly string[]): string | null {
  for (const start of starts) {
    for (let folder = start; ; folder = dirname(folder)) {
      if (SIGNS.some((sign) => existsSync(join(folder, 'supabase', sign)))) return folder
      if (folder === dirname(folder)) break
    }
  }
  return null
}
