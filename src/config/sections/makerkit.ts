import { z } from 'zod'
import { setting } from '../setting.ts'
import { AUTH_USER_CREATION, authUserCreation } from './auth-user-creation.ts'

const email = z.string().regex(/^[^\s@]+@[^\s@]+$/, 'an e-mail address')

const parts = {
  standardTestUsers: setting(z.boolean(), {
    description: "MakerKit's five test users (test@makerkit.dev …) and their team",
    examples: [true],
    group: 'Contents',
    default: false,
  }),
  testEmails: setting(z.array(email).max(1000), {
    description: 'Users with these e-mail addresses; the kit’s own among them have its ids and roles',
    examples: [['test@makerkit.dev', 'me@example.com']],
    group: 'Contents',
    otherwise: 'none',
  }),
  authFlow: setting(z.enum(['supabase_auth', 'custom']), {
    description: 'Who signs people in; with custom no users are made unless they are asked for',
    examples: ['supabase_auth'],
    group: 'Contents',
    default: 'supabase_auth',
  }),
  accountCreation: setting(z.literal('trigger_based'), {
    description:
      "Who makes personal accounts: the application's trigger, and nobody else; a warning says so where there is none",
    examples: ['trigger_based'],
    group: 'Contents',
    otherwise: 'the trigger, where there is one',
  }),
  authUserCreation: setting(authUserCreation, { ...AUTH_USER_CREATION, otherwise: 'users.authUserCreation' }),
  accountSystem: setting(z.enum(['personal_and_team', 'simple', 'custom']), {
    description: 'Team accounts: some for the users, none (simple), or only those that are asked for (custom)',
    examples: ['personal_and_team'],
    group: 'Contents',
    default: 'personal_and_team',
  }),
  rlsPreservation: setting(z.boolean(), {
    description: 'Row-level security stays as it is; it does so with false as well',
    examples: [true],
    group: 'Contents',
    default: true,
  }),
}

/** What applications that were begun with a kit expect. */
export const kits = {
  extends: setting(z.enum(['makerkit-saas']), {
    description: 'A configuration that this one starts from',
    examples: ['makerkit-saas'],
    group: 'Contents',
    otherwise: 'nothing',
  }),
  customizations: setting(z.record(z.string(), z.unknown()), {
    description: 'Settings that are laid over those beside them, part by part',
    examples: [{ users: { count: 50 } }],
    group: 'Contents',
    otherwise: 'none',
  }),
  makerkit: setting(z.strictObject(parts), {
    description:
      'What MakerKit applications expect: { standardTestUsers, testEmails, authFlow, authUserCreation, accountCreation, accountSystem, rlsPreservation }',
    examples: [{ standardTestUsers: true }],
    group: 'Contents',
    otherwise: 'nothing of the kind',
  }),
}
