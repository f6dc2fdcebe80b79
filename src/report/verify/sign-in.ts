import type { Catalog } from '../../model/catalog.ts'
import type { Database } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { spellCount } from '../spell-number.ts'
import { type OwnUser, USERS } from './own-user.ts'
import { checkPasswords } from './passwords.ts'
import { type SignInRule, signInRules } from './sign-in-rules.ts'
import { failed, passed, skipped, type Verdict } from './verdict.ts'

const NAME = 'sign-in'

/** Users that one statement looks at. */
const SLICE = 5000

/** What the plan itself asks of users who are not to sign in with a password. */
const PLANNED = new Set(['unconfirmed', 'banned', 'no-password', 'no-identity'])

export interface SignInOptions {
  readonly db: Database
  readonly catalog: Pick<Catalog, 'relations'>
  readonly users: readonly OwnUser[]
  /** What they sign in with; null where nobody here knows. */
  readonly password: string | null
}

/** Can our users sign in? What GoTrue demands of their rows, strictly, and whether the password fits the hash. */
export async function checkSignIn({ db, catalog, users, password }: SignInOptions): Promise<Verdict> {
  const relation = catalog.relations.find(({ id }) => id === USERS)
  if (relation === undefined) return skipped(NAME, 'there is no auth.users')
  if (users.length === 0) return skipped(NAME, 'no user of auth.users is known to be of supa-seed')
  if (!relation.grants.select) return skipped(NAME, 'the current role may not read auth.users')
  if (relation.rowSecurity.active) return skipped(NAME, 'row-level security hides auth.users from the current role')
  const has = columnsOf(catalog, USERS)
  const rules = signInRules(has, columnsOf(catalog, 'auth.identities'), columnsOf(catalog, 'auth.mfa_factors'))
  const plain = users.filter(({ apart }) => !apart)
  const apart = users.filter((user) => user.apart)
  const findings = [
    ...(await judge(db, rules, plain, has)),
    ...(await judge(
      db,
      rules.filter(({ code }) => !PLANNED.has(code)),
      apart,
      has,
    )),
  ]
  if (!has('encrypted_password')) return done(users.length, findings, 'passwords are not kept in auth.users')
  if (password === null && users.every((user) => user.password === undefined))
    return done(users.length, findings, 'passwords were not compared: SUPA_SEED_PASSWORD says which they have')
  const passwords = await checkPasswords(db, users, password)
  return done(users.length, [...findings, ...passwords.findings], passwords.detail)
}

function done(count: number, findings: readonly Finding[], passwords: string): Verdict {
  const wrong = findings.filter(({ level }) => level === 'error').length
  const who = `${spellCount(count)} ${count === 1 ? 'user' : 'users'}`
  return wrong > 0
    ? failed(
        NAME,
        `${wrong} ${wrong === 1 ? 'reason' : 'reasons'} why some of ${who} cannot sign in; ${passwords}`,
        findings,
      )
    : passed(NAME, `${who} as GoTrue wants them; ${passwords}`, findings)
}

/** The columns of a table that is there and can be read whole. */
function columnsOf(catalog: Pick<Catalog, 'relations'>, id: string): (name: string) => boolean {
  const relation = catalog.relations.find((one) => one.id === id)
  const readable = relation?.grants.select === true && relation.rowSecurity.active !== true
  const names = new Set(readable ? relation.columns.map(({ name }) => name) : [])
  return (name) => names.has(name)
}

/** All rules in one scan of each slice of users. */
async function judge(
  db: Database,
  rules: readonly SignInRule[],
  users: readonly OwnUser[],
  has: (name: string) => boolean,
): Promise<Finding[]> {
  if (rules.length === 0) return []
  const label = has('email') ? `coalesce(nullif(u.email, ''), u.id::text)` : 'u.id::text'
  const parts = rules.map(
    ({ broken }, i) =>
      `count(*) filter (where ${broken})::float8 as n${i}, min(${label}) filter (where ${broken}) as e${i}`,
  )
  const sql = `select ${parts.join(', ')} from auth.users u where u.id = any ($1::uuid[])`
  const found = rules.map(() => ({ count: 0, example: '' }))
  for (let from = 0; from < users.length; from += SLICE) {
    const ids = users.slice(from, from + SLICE).map(({ id }) => id)
    const [row] = await db.transaction((tx) => tx.query(sql, [ids]), { readOnly: true })
    for (const [i, one] of found.entries()) {
      one.count += Number(row?.[`n${i}`] ?? 0)
      one.example ||= String(row?.[`e${i}`] ?? '')
    }
  }
  return rules.flatMap((rule, i) => {
    const { count, example } = found[i] ?? { count: 0, example: '' }
    return count === 0 ? [] : [unfit(rule, count, example)]
  })
}

function unfit({ code, what, why }: SignInRule, count: number, example: string): Finding {
  const who = count === 1 ? example : `${example} and ${spellCount(count - 1)} more`
  const place = { table: USERS, constraint: code }
  return finding('cannot-sign-in', 'error', place, `A user ${what}: ${why}.`, {
    found: who,
    next: 'supa-seed reset restores the rows of supa-seed.',
  })
}
