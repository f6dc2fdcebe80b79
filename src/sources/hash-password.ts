import { createHash } from 'node:crypto'

/** What Supabase Auth itself uses. */
const COST = 10

/**
 * The bcrypt hash of a password, with a salt from the seed: the same seed gives the same hash. One for all users with that password: hashing is slow on
 * purpose.
 */
export async function hashPassword(password: string, seed: string): Promise<string> {
  const { encodeBase64, hash } = await import('bcryptjs')
  const bytes = createHash('sha256')
    .update(JSON.stringify(['supa-seed', seed, password]))
    .digest()
  return hash(password, `$2a$${COST}$${encodeBase64(bytes, 16)}`)
}
