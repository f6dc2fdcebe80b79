import type { Framework } from '../framework.ts'
import { V1_LITE_HABITS } from './makerkit-habits.ts'

/** The Lite kit of MakerKit's first line: users by trigger, each with a subscription. */
export const makerkitV1Lite: Framework = {
  family: 'makerkit-v1-lite',
  withoutTeams: true,
  tables: {
    users: 'id photo_url display_name created_at',
    subscriptions:
      'id user_id price_id status cancel_at_period_end currency interval interval_count created_at period_starts_at period_ends_at trial_starts_at trial_ends_at',
    customers_subscriptions: 'id customer_id user_id subscription_id',
  },
  since: {},
  enums: {},
  marks: [
    {
      name: 'billing',
      phrase: 'customers_subscriptions of users',
      holds: (s) => s.has('customers_subscriptions', 'customer_id', 'user_id', 'subscription_id'),
    },
    {
      name: 'users',
      phrase: 'users with photo_url and display_name',
      holds: (s) => s.has('users', 'photo_url', 'display_name'),
    },
    {
      name: 'sign-up',
      phrase: 'a trigger on auth.users that makes a row of users',
      holds: (s) => s.signUps.some(({ table }) => table === s.table('users')?.id),
    },
  ],
  verdict: (held) => {
    if (held.has('billing') && held.has('users') && held.has('sign-up')) return 'whole'
    return held.has('billing') && held.size > 1 ? 'broken' : null
  },
  epochs: [{ name: 'V1-Lite', version: 'custom', brought: [], gone: [] }],
  steps: [],
  habits: V1_LITE_HABITS,
}
