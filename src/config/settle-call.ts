import type { Config } from '../model/config.ts'
import { envLayer } from './env-layer.ts'
import { factorSecretIn } from './factor-secret-in.ts'
import type { Layer } from './layer.ts'
import { passwordIn } from './password-in.ts'
import { settle } from './settle.ts'

/** What a program handed in, and what is around it. */
export interface Call {
  readonly input: unknown
  readonly env: Readonly<Record<string, string | undefined>>
  /** The present moment, ms since the epoch. */
  readonly today: number
  /** Folder that paths belong to. */
  readonly root: string
}

/** A configuration that a program handed in, as a layer. */
export const callLayer = (input: unknown): Layer => ({ kind: 'call', name: 'configuration object', input })

/** Settles what a program handed in, and the environment over it; no file is read, and nothing waited for. @throws SeedError `config-invalid` */
export const settleCall = ({ input, env, today, root }: Call): Config =>
  settle([callLayer(input), envLayer(env)], {
    today,
    password: passwordIn(env),
    factorSecret: factorSecretIn(env),
    root,
    file: null,
    bareNames: true,
  })
