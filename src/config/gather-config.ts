import type { Config } from '../model/config.ts'
import { envLayer } from './env-layer.ts'
import { factorSecretIn } from './factor-secret-in.ts'
import { flagLayer } from './flag-layer.ts'
import type { Flags } from './flags.ts'
import type { Layer } from './layer.ts'
import { passwordIn } from './password-in.ts'
import { readConfig } from './read-config.ts'
import { settle } from './settle.ts'
import { callLayer } from './settle-call.ts'

/** Where a configuration may be said. */
export interface ConfigSources {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly flags: Flags
  /** Folders to look for a file from, in turn; default: `cwd`. The first is the root where there is no file. */
  readonly near?: readonly string[]
  /** The present moment, ms since the epoch. */
  readonly today: number
  /** A configuration handed in by a program: it outweighs the file, which is not looked for unless `flags.config` names it. */
  readonly input?: unknown
}

/** Reads every layer there is, weakest first, and settles them. @throws SeedError when a file is unreadable or anything is not valid. */
export async function gatherConfig({ cwd, env, flags, near = [cwd], today, input }: ConfigSources): Promise<Config> {
  const called: Layer | null = input === undefined ? null : callLayer(input)
  const read =
    called !== null && flags.config === undefined ? null : await readConfig({ cwd, near, file: flags.config })
  const layers = [read?.layer ?? null, called, envLayer(env), flagLayer(flags)].filter((layer) => layer !== null)
  return settle(layers, {
    today,
    password: passwordIn(env),
    factorSecret: factorSecretIn(env),
    root: read?.root ?? near[0] ?? cwd,
    file: read?.file ?? null,
    bareNames: called !== null,
  })
}
