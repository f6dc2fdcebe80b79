import { createHash } from 'node:crypto'

/** Hashes by the digest that their salt is made of: a plan is made more than once in a run, and hashing is slow on purpose. */
const known = new Map<string, Promise<string>>()

/** The bcrypt hash of a password, with a salt from the seed: the same seed gives the same hash. One for all users with that password. */
export function hashPassword(password: string, seed: string, cost: number): Promise<string> {
  const digest = createHash('sha256')
    .update(JSON.stringify(['supa-seed', seed, password]))
    .digest()
  const key = `${cost} ${digest.toString('hex')}`
  const hashed = known.get(key) ?? bcrypt(password, digest, cost)
  known.set(key, hashed)
  return hashed
}

/** Is it the hash of that password, made by `hashPassword` with this seed at whatever cost? */
export async function isHashOf(hash: unknown, password: string, seed: string): Promise<boolean> {
  const cost = typeof hash === 'string' ? /^\$2a\$(\d\d)\$/.exec(hash)?.[1] : undefined
  return cost !== undefined && hash === (await hashPassword(password, seed, Number(cost)))
}

async function bcrypt(password: string, salt: Uint8Array, cost: number): Promise<string> {
  const { encodeBase64, hash } = await import('bcryptjs')
  return hash(password, `$2a$${String(cost).padStart(2, '0')}$${encodeBase64(salt, 16)}`)
}
