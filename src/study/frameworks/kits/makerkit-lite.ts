import type { Framework } from '../framework.ts'
import { LITE_HABITS } from './makerkit-habits.ts'

/** MakerKit's Lite kit: one account for each user and nothing of teams. */
export const makerkitLite: Framework = {
  family: 'makerkit-lite',
  withoutTeams: true,
  tables: { accounts: 'id name email picture_url public_data created_at updated_at created_by updated_by' },
  since: {},
  enums: {},
  marks: [
    {
      name: 'accounts',
      phrase: 'accounts of users, without personal and team accounts',
      holds: (s) =>
        s.has('accounts', 'name', 'email', 'public_data') &&
        !s.has('accounts', 'is_personal_account') &&
        !s.has('accounts', 'primary_owner_user_id'),
    },
    {
      name: 'function',
      phrase: 'a trigger on auth.users that calls kit.new_user_created_setup',
      holds: (s) => s.trigger('auth.users', 'kit.new_user_created_setup') !== undefined,
    },
    {
      name: 'sign-up',
      phrase: 'a trigger on auth.users that makes an account for each user',
      holds: (s) => s.signUps.some(({ table }) => table === s.table('accounts')?.id),
    },
    { name: 'kit', phrase: 'the schema kit', holds: (s) => s.schema('kit') },
  ],
  verdict: (held) => {
    if (held.has('accounts') && (held.has('function') || (held.has('sign-up') && held.has('kit')))) return 'whole'
    return held.has('function') || (held.has('accounts') && held.has('kit')) ? 'broken' : null
  },
  epochs: [{ name: 'Lite', version: 'custom', brought: [], gone: [] }],
  steps: [],
  habits: LITE_HABITS,
}
