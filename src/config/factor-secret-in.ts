import { isFactorSecret } from '../model/factor-secret.ts'
import { SeedError } from '../model/seed-error.ts'

/** The variable that says which secret second factors on databases elsewhere get. */
const VARIABLE = 'SUPA_SEED_TOTP_SECRET'

/** The secret of second factors as the environment says it; null where it says nothing. @throws SeedError `config-invalid`, without the secret. */
export function factorSecretIn(env: Readonly<Record<string, string | undefined>>): string | null {
  const said = env[VARIABLE] ?? ''
  if (said === '') return null
  if (isFactorSecret(said)) return said
  throw new SeedError({
    code: 'config-invalid',
    message: `The secret in ${VARIABLE} cannot be used.`,
    place: { path: 'users.mfa' },
    expected: 'at least 26 characters of base32 (A to Z, 2 to 7), without padding',
    next: 'Choose another one; Supabase Auth makes 32 characters.',
  })
}
