import { z } from 'zod'
import { setting } from '../setting.ts'
import { problem } from './columns.ts'
import { count } from './values.ts'

/** bcrypt reads no more: Supabase Auth refuses longer passwords. */
const PASSWORD_BYTES = 72

/** What Supabase Auth takes for a password. */
export const password = z
  .string()
  .min(6, 'at least 6 characters')
  .check(({ value, issues }) => {
    const bytes = new TextEncoder().encode(value).length
    if (bytes > PASSWORD_BYTES)
      issues.push(problem([], 'a long text', `at most ${PASSWORD_BYTES} bytes`, `${bytes} bytes`))
  })

const DOMAIN = /^(?=.{1,180}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

const users = z.strictObject({
  count: setting(count, {
    description: 'Users that supa-seed owns, test users and fixtures included',
    examples: [12],
    group: 'Contents',
    otherwise: 'as many as the tables need',
  }),
  password: setting(password, {
    description: 'What all of them sign in with',
    examples: ['testingpassword'],
    group: 'Contents',
    otherwise: 'testingpassword',
  }),
  emailDomain: setting(z.string().regex(DOMAIN, 'a domain in lower case, as example.com'), {
    description: 'The domain of their e-mail addresses',
    examples: ['wildernest.test'],
    group: 'Contents',
    otherwise: 'domains that are reserved for examples',
  }),
})

/** Who can sign in. */
export const people = {
  users: setting(z.union([count, users]), {
    description: 'Users of Supabase Auth who can sign in: a number, or { count, password, emailDomain }',
    examples: [10, { count: 12, emailDomain: 'wildernest.test' }],
    group: 'Contents',
    otherwise: 'as many as the tables need, none where nothing hangs on them',
  }),
  accounts: setting(
    z.strictObject({
      personal: setting(count, {
        description: 'Personal accounts, one for each user',
        examples: [10],
        group: 'Contents',
        otherwise: 'one for each user',
      }),
      team: setting(count, {
        description: 'Team accounts, with memberships',
        examples: [5],
        group: 'Contents',
        otherwise: 'one for every four users',
      }),
    }),
    {
      description: 'Accounts where one table keeps personal and team accounts (MakerKit): { personal, team }',
      examples: [{ personal: 10, team: 5 }],
      group: 'Contents',
      otherwise: 'what suits the users',
    },
  ),
}
