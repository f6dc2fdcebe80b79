import type { Mark } from '../framework.ts'

/** Something by which a kit, or a state of it, is known. */
export const mark = (name: string, phrase: string, holds: Mark['holds']): Mark => ({ name, phrase, holds })

/** The states of a subscription, as all kits of MakerKit have them from Stripe. */
export const SUBSCRIPTION_STATUS: readonly string[] = [
  'active',
  'trialing',
  'past_due',
  'canceled',
  'unpaid',
  'incomplete',
  'incomplete_expired',
  'paused',
]
