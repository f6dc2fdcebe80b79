import { SeedError } from '../model/seed-error.ts'

/** A secret that the environment may say. */
interface Secret {
  readonly variable: string
  /** As a message names it: `password`. */
  readonly what: string
  /** The setting that it stands for. */
  readonly path: string
  readonly fits: (said: string) => boolean
  readonly expected: string
  readonly next: string
}

/** What the environment says of a secret; null where it says nothing. @throws SeedError `config-invalid`, without the secret. */
export function secretIn(
  env: Readonly<Record<string, string | undefined>>,
  { variable, what, path, fits, expected, next }: Secret,
): string | null {
  const said = env[variable] ?? ''
  if (said === '') return null
  if (fits(said)) return said
  throw new SeedError({
    code: 'config-invalid',
    message: `The ${what} in ${variable} cannot be used.`,
    place: { path },
    expected,
    next,
  })
}
