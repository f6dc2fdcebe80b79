import { secretIn } from './secret-in.ts'
import { password } from './sections/users.ts'

/** The password of new users as `SUPA_SEED_PASSWORD` says it, which outweighs `users.password`. @throws SeedError `config-invalid` */
export const passwordIn = (env: Readonly<Record<string, string | undefined>>): string | null =>
  secretIn(env, {
    variable: 'SUPA_SEED_PASSWORD',
    what: 'password',
    path: 'users.password',
    fits: (said) => password.safeParse(said).success,
    expected: 'at least 6 characters and at most 72 bytes',
    next: 'Choose another one.',
  })
