import type { Whereabouts } from '../database/find-project.ts'
import type { RunOptions } from './with-database.ts'

type Said = Pick<RunOptions, 'cwd' | 'env' | 'flags'>

/** The folder of the Supabase project as somebody named it: `--workdir`, or the variable that the Supabase CLI reads. */
export const workdirOf = ({ env, flags }: Said): string | null => flags.workdir ?? (env.SUPABASE_WORKDIR || null)

/** Where the Supabase project is looked for: from the configuration's folder, then from where the command was called. */
export const whereabouts = (options: Said, root: string): Whereabouts => ({
  starts: [root, options.cwd],
  cwd: options.cwd,
  workdir: workdirOf(options),
})
