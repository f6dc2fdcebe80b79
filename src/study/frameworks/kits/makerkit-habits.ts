import type { Recipe } from '../../../model/recipe.ts'
import { constant, copy } from '../../../model/simple-recipes.ts'
import type { KitColumn, KitTable } from '../../../model/study.ts'
import type { Value } from '../../../model/value.ts'

const DAY = 86_400_000
const MONTH = 30 * DAY
const YEAR = 365 * DAY

const pick = (values: readonly Value[], weights: readonly number[]): Recipe => ({ kind: 'pick', values, weights })

const byStatus = (values: readonly Value[], recipe: Recipe, otherwise: Recipe): Recipe => ({
  kind: 'match',
  column: 'status',
  cases: [{ values, recipe }],
  otherwise,
})

/** Who is let in. */
const ACTIVE = ['active', 'trialing']
/** A subscription that has come to its end. */
const OVER = ['canceled', 'incomplete_expired']

const afterCreated = (options: Readonly<Record<string, Value>>): Recipe => ({
  kind: 'derive',
  with: 'after',
  from: [{ column: 'created_at' }],
  options,
})
const afterStart = (length: number): Recipe => ({
  kind: 'derive',
  with: 'after',
  from: [{ column: 'period_starts_at' }],
  options: { within: length, exact: true },
})
const now = (ms: number): Value => ({ $now: ms })
const trial = (from: string): KitColumn => ({
  recipe: copy(from),
  when: [{ column: 'status', is: 'in', values: ['trialing'] }],
  why: 'the period, while it is on trial',
})

/** Of a subscription, as all kits have it from Stripe: the period that the status speaks of. */
const PERIOD: Readonly<Record<string, KitColumn>> = {
  period_starts_at: {
    recipe: byStatus(
      OVER,
      afterCreated({ within: 10 * DAY, from: now(-YEAR), until: now(-MONTH) }),
      afterCreated({ within: 10 * DAY, since: now(-28 * DAY), from: now(-28 * DAY), until: now(-3_600_000) }),
    ),
    why: 'as status says',
  },
  period_ends_at: { recipe: afterStart(MONTH), why: 'a month after period_starts_at' },
  trial_starts_at: trial('period_starts_at'),
  trial_ends_at: trial('period_ends_at'),
  cancel_at_period_end: {
    recipe: byStatus(['active'], pick([false, true], [5, 1]), constant(false)),
    why: 'as status says',
  },
}

/** In the first kits the interval stands beside the period. */
const SUBSCRIPTIONS: KitTable = {
  columns: {
    ...PERIOD,
    period_ends_at: {
      recipe: {
        kind: 'match',
        column: 'interval',
        cases: [{ values: ['year'], recipe: afterStart(YEAR) }],
        otherwise: afterStart(MONTH),
      },
      why: 'an interval after period_starts_at',
    },
    interval: { recipe: pick(['month', 'year'], [3, 1]), why: 'what plans are paid by' },
    interval_count: { recipe: constant(1), why: 'what plans are paid by' },
  },
}

/** Addresses of people who are nobody's users yet: no other address of the plan has this domain. */
const INVITED: Recipe = {
  kind: 'draw',
  shape: 'person.email',
  options: { domain: 'invited.example.com' },
  entity: { name: 'person:invited' },
}
const UNTAKEN = [{ column: 'user_id', is: 'null' }] as const

/** Numbers for roles: a member, an admin, the owner. */
export const V1_ROLES = { member: 0, admin: 1, owner: 2 } as const

/** What MakerKit's first kit keeps to, in its application and not in its schema. */
export const V1_HABITS: Readonly<Record<string, KitTable>> = {
  users: { columns: { onboarded: { recipe: constant(true), why: 'everybody who has an organization is' } } },
  memberships: {
    columns: {
      role: {
        recipe: {
          kind: 'by-place',
          first: constant(V1_ROLES.owner),
          rest: pick([V1_ROLES.member, V1_ROLES.admin], [3, 1]),
        },
        why: 'the owner (2) first, then members (0) and admins (1)',
      },
      invited_email: { recipe: INVITED, when: UNTAKEN, why: 'of an invitation that nobody has taken' },
      code: {
        recipe: { kind: 'draw', shape: 'key.text', options: { style: 'nanoid' }, unique: { by: 'path' } },
        when: UNTAKEN,
        why: 'of an invitation that nobody has taken',
      },
    },
  },
  subscriptions: SUBSCRIPTIONS,
}

export const V1_LITE_HABITS: Readonly<Record<string, KitTable>> = {
  subscriptions: SUBSCRIPTIONS,
  customers_subscriptions: { along: { user_id: ['subscription_id', 'user_id'] } },
}

export const LITE_HABITS: Readonly<Record<string, KitTable>> = {
  accounts: { along: { created_by: ['id'], updated_by: ['id'] } },
}

const ofOwner = ['account_id', 'primary_owner_user_id']
const provider: KitColumn = {
  take: { by: 'billing_customer_id', column: 'provider' },
  why: 'where its customer pays',
}

/** What the Turbo kits keep to. Who created something of a team is its owner: the kit's own deletion of a user would stumble over anybody else. */
export const TURBO_HABITS: Readonly<Record<string, KitTable>> = {
  accounts: { along: { created_by: ['primary_owner_user_id'], updated_by: ['primary_owner_user_id'] } },
  accounts_memberships: { along: { created_by: ofOwner, updated_by: ofOwner } },
  invitations: {
    along: { invited_by: ofOwner },
    never: { role: 'owner' },
    columns: {
      email: { recipe: INVITED, why: 'of somebody who is no member' },
      created_at: { options: { since: now(-10 * DAY), from: now(-10 * DAY) }, why: 'not long ago' },
      expires_at: {
        beside: 'created_at',
        recipe: afterCreated({ within: 7 * DAY, exact: true }),
        why: 'a week after created_at',
      },
    },
  },
  subscriptions: {
    columns: {
      ...PERIOD,
      active: { recipe: byStatus(ACTIVE, constant(true), constant(false)), why: 'as status says' },
      billing_provider: provider,
    },
  },
  orders: { columns: { billing_provider: provider } },
}
