import type { ConfigInput } from './schema.ts'

/** Configurations that others may start from, by name. */
export const PRESETS: Readonly<Record<NonNullable<ConfigInput['extends']>, ConfigInput>> = {
  'makerkit-saas': {
    makerkit: {
      standardTestUsers: true,
      authFlow: 'supabase_auth',
      authUserCreation: 'supabase_auth',
      accountCreation: 'trigger_based',
      accountSystem: 'personal_and_team',
      rlsPreservation: true,
    },
    defaultUsers: { count: 10, roles: ['owner', 'member'] },
    defaultAccounts: { personal: true, team: true },
  },
}
