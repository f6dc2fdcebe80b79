import type { Database } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { spellCount } from '../spell-number.ts'
import { type OwnUser, USERS } from './own-user.ts'

/** Users that one statement looks at. */
const SLICE = 5000
/** Hashes that are compared at most: with cost 10 each takes some 60 ms. */
const COMPARED = 64
/** Kinds that bcrypt compares. */
const BCRYPT = /^\$2[aby]\$/

/** What came of the passwords: half a sentence, and what is wrong. */
export interface Passwords {
  readonly detail: string
  readonly findings: readonly Finding[]
}

interface Hash {
  readonly text: string
  /** What its users are to sign in with. */
  readonly password: string
  users: number
  example: string
  /** Has a user that the configuration gives this hash? Those are compared first. */
  given: boolean
}

/**
 * Do the passwords fit? Each distinct hash is compared once, with the password of those who have it. `password`: of all who have none of their own; null where
 * nobody here knows it.
 */
export async function checkPasswords(
  db: Database,
  users: readonly OwnUser[],
  password: string | null,
): Promise<Passwords> {
  const plain = users.filter((user) => !user.apart)
  const byPassword = new Map<string, OwnUser[]>()
  for (const user of plain) {
    const said = user.password ?? (user.ownPassword ? null : password)
    if (said !== null) byPassword.set(said, [...(byPassword.get(said) ?? []), user])
  }
  const apart = users.length - plain.length
  const known = [...byPassword.values()].reduce((sum, { length }) => sum + length, 0)
  const own = plain.filter((user) => user.ownPassword && user.password === undefined).length
  const unknown = plain.length - known - own
  const hashes: Hash[] = []
  for (const [said, having] of byPassword) hashes.push(...(await readHashes(db, having, said)))
  const bcrypt = hashes.filter(({ text }) => BCRYPT.test(text))
  const other = hashes.filter(({ text }) => text !== '' && !BCRYPT.test(text))
  const compared = bcrypt.slice(0, COMPARED)
  const { compare } = await import('bcryptjs')
  const findings: Finding[] = []
  for (const hash of compared) if (!(await compare(hash.password, hash.text))) findings.push(differs(hash))
  const left = [
    ...(bcrypt.length > COMPARED ? [`${spellCount(bcrypt.length - COMPARED)} more hashes were not compared`] : []),
    ...(other.length > 0 ? [`${spellCount(other.length)} hashes are not of bcrypt and were not compared`] : []),
    ...(unknown > 0 ? [`${spellCount(unknown)} were not compared: SUPA_SEED_PASSWORD says what they have`] : []),
    ...(apart > 0 ? [`${spellCount(apart)} are not to sign in with one`] : []),
    ...(own > 0 ? [`${spellCount(own)} have a hash of their own`] : []),
  ]
  const many = compared.length === 1 ? '1 hash' : `${compared.length} hashes`
  const fits =
    findings.length === 0 ? `the password fits (${many})` : `the password does not fit ${findings.length} of ${many}`
  return { detail: [fits, ...left].join(', '), findings }
}

async function readHashes(db: Database, users: readonly OwnUser[], password: string): Promise<Hash[]> {
  const hashes = new Map<string, Hash>()
  for (let from = 0; from < users.length; from += SLICE) {
    const slice = users.slice(from, from + SLICE)
    const given = slice.filter(({ handle }) => handle !== null).map(({ id }) => id)
    const rows = await db.transaction(
      (tx) =>
        tx.query<{ hash: string; users: number; example: string; given: boolean }>(
          `select coalesce(u.encrypted_password::text, '') as hash, count(*)::int4 as users, min(u.id::text) as example,
             bool_or(u.id = any ($2::uuid[])) as given
           from auth.users u where u.id = any ($1::uuid[]) group by 1 order by 1`,
          [slice.map(({ id }) => id), given],
        ),
      { readOnly: true },
    )
    for (const row of rows) {
      const hash = hashes.get(row.hash) ?? { text: row.hash, password, users: 0, example: row.example, given: false }
      hash.users += row.users
      hash.given ||= row.given
      hashes.set(row.hash, hash)
    }
  }
  return [...hashes.values()].sort((a, b) => Number(b.given) - Number(a.given) || b.users - a.users)
}

function differs({ users, example }: Hash): Finding {
  const who = users === 1 ? `User ${example}` : `User ${example} and ${spellCount(users - 1)} more with the same hash`
  return finding(
    'password-differs',
    'error',
    { table: USERS, constraint: example },
    `${who} cannot sign in with the password.`,
    {
      expected: 'a hash of the password that the configuration names, or of the default one',
      next: 'supa-seed reset restores the rows of supa-seed; users.password in the configuration names another password.',
    },
  )
}
