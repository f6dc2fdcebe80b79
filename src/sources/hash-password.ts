import { createHash } from 'node:crypto'

/** What Supabase Auth itself uses. */
const COST = 10

/** Hashes by the digest that their salt is made of: a plan is made more than once in a run, and hashing is slow on purpose. */
const known = new Map<string, Promise<string>>()

/** The bcrypt hash of a password, with a salt from the seed: the same seed gives the same hash. One for all users with that password. */
export function hashPassword(password: string, seed: string): Promise<string> {
  const digest = createHash('sha256')
    .update(JSON.stringify(['supa-seed', seed, password]))
    .digest()
  const key = digest.toString('hex')
  const hashed = known.get(key) ?? bcrypt(password, digest)
  known.set(key, hashed)
  return hashed
}

async function bcrypt(password: string, salt: Uint8Array): Promise<string> {
  const { encodeBase64, hash } = await import('bcryptjs')
  return hash(password, `$2a$${COST}$${encodeBase64(salt, 16)}`)
}
