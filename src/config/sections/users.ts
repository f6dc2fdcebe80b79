import { z } from 'zod'
import { PASSWORD_BYTES, PASSWORD_CHARACTERS } from '../../model/password-misfit.ts'
import { setting } from '../setting.ts'
import { AUTH_USER_CREATION, authUserCreation } from './auth-user-creation.ts'
import { problem } from './columns.ts'
import { personaNames } from './strategy.ts'
import { count, value } from './values.ts'

/** What Supabase Auth takes for a password. */
export const password = z
  .string()
  .min(PASSWORD_CHARACTERS, `at least ${PASSWORD_CHARACTERS} characters`)
  .check(({ value, issues }) => {
    const bytes = new TextEncoder().encode(value).length
    if (bytes > PASSWORD_BYTES)
      issues.push(problem([], 'a long text', `at most ${PASSWORD_BYTES} bytes`, `${bytes} bytes`))
  })

const DOMAIN = /^(?=.{1,180}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/

/** A number of users, or below 1 a share of those that are made. */
const amount = z.union([count, z.number().gt(0).lt(1)])

const amounts = (name: z.ZodType<string, string>) => z.record(name, amount)

/** Shares of one whole. */
const shareOf = (all: readonly number[]): number => all.reduce((sum, one) => sum + (one < 1 ? one : 0), 0)

const role = z.string().min(1)
const roles = z
  .union([z.array(role).min(1), amounts(role)])
  .refine((all) => Array.isArray(all) || shareOf(Object.values(all)) <= 1.0001, 'shares that come to 1 at most')

/** As Supabase Auth spells them: google, github, azure, linkedin_oidc, … */
const PROVIDER = /^[a-z][a-z0-9_]{1,39}$/
const provider = z
  .string()
  .regex(PROVIDER, 'a provider as Supabase Auth spells it: google, github, …')
  .refine((name) => name !== 'email' && name !== 'phone', 'a provider besides email and phone')

const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, 'a language tag, as en, de-AT or zh-Hant-TW')

const metadata = z.record(z.string().min(1), value)

const users = z
  .strictObject({
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
    passwordCost: setting(z.int().min(4).max(31), {
      description: "What a password's hash costs: bcrypt's logarithm of rounds, 4 (quick) to 31",
      examples: [4],
      group: 'Contents',
      otherwise: '10, as Supabase Auth itself',
    }),
    roles: setting(roles, {
      description:
        'role in the app metadata: a list in equal shares, or for each role a number of users or a share below 1',
      examples: [['owner', 'member'], { admin: 1, editor: 0.3 }],
      group: 'Contents',
      otherwise: 'none',
    }),
    metadata: setting(metadata, {
      description: 'Members of the user metadata of every user that is made',
      examples: [{ onboarded: true, plan: 'trial' }],
      group: 'Contents',
      otherwise: 'what Supabase Auth and sign-up forms write',
    }),
    locale: setting(z.union([locale, z.array(locale).min(1)]), {
      description: 'locale in the user metadata: one for everybody, or several in equal shares; their names follow',
      examples: ['de', ['en', 'de-AT', 'fr']],
      group: 'Contents',
      otherwise: 'none',
    }),
    appMetadata: setting(metadata, {
      description: 'Members of the app metadata of every user that is made',
      examples: [{ plan: 'pro' }],
      group: 'Contents',
      otherwise: 'provider and providers',
    }),
    providers: setting(amounts(provider), {
      description: 'Users who sign in with another provider: for each a number of users or a share below 1',
      examples: [{ google: 0.25, github: 2 }],
      group: 'Contents',
      otherwise: 'all with e-mail and password',
    }),
    personas: setting(personaNames, {
      description: 'What kinds of people they are, in turn: how much content is theirs, and what they say',
      examples: [['casual_user', 'content_creator']],
      group: 'Contents',
      otherwise: 'none',
    }),
    unconfirmed: setting(amount, {
      description: 'Users who have not confirmed their address yet: a number, or a share below 1',
      examples: [1],
      group: 'Contents',
      otherwise: 'none',
    }),
    banned: setting(amount, {
      description: 'Users who are banned: a number, or a share below 1',
      examples: [1],
      group: 'Contents',
      otherwise: 'none',
    }),
    phone: setting(amount, {
      description: 'Users who sign in with a telephone number and have no e-mail address: a number, or a share below 1',
      examples: [2],
      group: 'Contents',
      otherwise: 'none',
    }),
    anonymous: setting(amount, {
      description: 'Users who have not signed up yet (signInAnonymously): a number, or a share below 1',
      examples: [2],
      group: 'Contents',
      otherwise: 'none',
    }),
    sso: setting(
      z.union([
        amount,
        z.strictObject({ amount, domain: z.string().regex(DOMAIN, 'a domain in lower case').optional() }),
      ]),
      {
        description:
          "Users of single sign-on (SAML): a number, a share below 1, or { amount, domain } of the company's",
        examples: [2, { amount: 0.2, domain: 'corp.example' }],
        group: 'Contents',
        otherwise: 'none',
      },
    ),
    linked: setting(amounts(provider), {
      description:
        'Users with e-mail and password who have linked another provider: for each a number or a share below 1',
      examples: [{ google: 2 }],
      group: 'Contents',
      otherwise: 'none',
    }),
    mfa: setting(z.union([amount, z.array(role).min(1)]), {
      description: 'Users with a second factor (TOTP): a number, a share below 1, or the roles that have one',
      examples: [3, ['admin']],
      group: 'Contents',
      otherwise: 'none',
    }),
    authUserCreation: setting(authUserCreation, { ...AUTH_USER_CREATION, otherwise: 'sql' }),
    requests: setting(z.int().min(1).max(50), {
      description: 'Requests to the Auth admin API at once, where it makes the users: 1 to 50',
      examples: [4],
      group: 'Contents',
      otherwise: '8',
    }),
  })
  .refine(
    ({ providers = {}, unconfirmed = 0, banned = 0, phone = 0, anonymous = 0, sso = 0, linked = {} }) =>
      shareOf([
        ...Object.values(providers),
        ...Object.values(linked),
        ...[unconfirmed, banned, phone, anonymous, typeof sso === 'number' ? sso : sso.amount],
      ]) <= 1.0001,
    'shares of providers, unconfirmed, banned, phone, anonymous, sso and linked that come to 1 at most',
  )

/** So many accounts; as many as suit, or none. */
const accounts = z.union([count, z.boolean()])

/** Who can sign in. */
export const people = {
  users: setting(z.union([count, z.literal(true), users]), {
    description:
      'Users of Supabase Auth who can sign in: a number, { count, password, roles, … }, or true for defaultUsers',
    examples: [10, { count: 12, emailDomain: 'wildernest.test' }],
    group: 'Contents',
    otherwise: 'as many as the tables need, none where nothing hangs on them',
  }),
  defaultUsers: setting(z.strictObject({ count: count.optional(), roles: roles.optional() }), {
    description: 'What users: true means here, for a configuration that others start from: { count, roles }',
    examples: [{ count: 10, roles: ['owner', 'member'] }],
    group: 'Contents',
    otherwise: 'as many as the tables need; 10 where makerkit-saas is extended',
  }),
  defaultAccounts: setting(z.strictObject({ personal: accounts.optional(), team: accounts.optional() }), {
    description: 'The same for accounts, where accounts says nothing: { personal, team }, numbers, or true and false',
    examples: [{ personal: true, team: true }],
    group: 'Contents',
    otherwise: 'what suits the users',
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
