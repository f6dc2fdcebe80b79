import { SeedError } from '../model/seed-error.ts'
import { password } from './sections/users.ts'

/** The variable that outweighs `users.password`. */
const VARIABLE = 'SUPA_SEED_PASSWORD'

/** The password of new users as the environment says it; null where it says nothing. @throws SeedError `config-invalid`, without the password. */
export function passwordIn(env: Readonly<Record<string, string | undefined>>): string | null {
  const said = env[VARIABLE] ?? ''
  if (said === '') return null
  if (password.safeParse(said).success) return said
  throw new SeedError({
    code: 'config-invalid',
    message: `The password in ${VARIABLE} cannot be used.`,
    place: { path: 'users.password' },
    expected: 'at least 6 characters and at most 72 bytes',
    next: 'Choose another one.',
  })
}
