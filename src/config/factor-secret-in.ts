import { isFactorSecret } from '../model/given/factor-secret.ts'
import { secretIn } from './secret-in.ts'

/** The secret that second factors on databases elsewhere get, as `SUPA_SEED_TOTP_SECRET` says it. @throws SeedError `config-invalid` */
export const factorSecretIn = (env: Readonly<Record<string, string | undefined>>): string | null =>
  secretIn(env, {
    variable: 'SUPA_SEED_TOTP_SECRET',
    what: 'secret',
    path: 'users.mfa',
    fits: isFactorSecret,
    expected: 'at least 26 characters of base32 (A to Z, 2 to 7), without padding',
    next: 'Choose another one; Supabase Auth makes 32 characters.',
  })
