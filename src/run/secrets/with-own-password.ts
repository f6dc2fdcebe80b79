import { randomInt } from 'node:crypto'
import type { Prepared } from '../planning/prepare.ts'
import type { Session } from '../session.ts'
import { hasDefaultPassword, refuseKnownSecrets } from './refuse-known-secrets.ts'

/** Without characters that look like others. 20 of them are 116 bits. */
const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const LENGTH = 20

/**
 * Where new users elsewhere would get the default password and somebody is there to read another one: makes one for this run, shows it (nothing else ever
 * tells it), and plans with it. Otherwise refuses.
 * @throws SeedError `default-password`, `default-secret`
 */
export async function withOwnPassword(
  session: Session,
  planned: Prepared,
  plan: (session: Session) => Promise<Prepared>,
  show: ((password: string, host: string) => void) | undefined,
  mayMakeSecret: boolean,
): Promise<{ session: Session; planned: Prepared }> {
  if (show === undefined || session.config.password !== null || !(await hasDefaultPassword(session, planned))) {
    await refuseKnownSecrets(session, planned, mayMakeSecret)
    return { session, planned }
  }
  const password = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const own = { ...session, config: { ...session.config, password } }
  const again = await plan(own)
  await refuseKnownSecrets(own, again, mayMakeSecret)
  show(password, session.db.address.host)
  return { session: own, planned: again }
}
