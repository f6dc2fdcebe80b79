/** Steps in the life of a row, in their order: the words for them in names of columns, and the statuses of rows that have taken them. */
export interface LifeStep {
  /** First words of a column's name: `published` of `published_at`, `cancellation` of `cancellation_reason`. */
  readonly names: readonly string[]
  readonly statuses: readonly string[]
}

const step = (names: string, statuses: string): LifeStep => ({ names: names.split(' '), statuses: statuses.split(' ') })

export const LIFE: readonly LifeStep[] = [
  step(
    'confirmed confirmation',
    'confirmed completed checked_in checked_out paid processing shipped delivered fulfilled no_show',
  ),
  step(
    'started begun',
    'started in_progress in_review running processing active doing review completed complete done finished succeeded success failed error paused resolved closed',
  ),
  step(
    'sent',
    'sent delivered read opened viewed clicked paid open overdue accepted declined rejected signed past_due bounced',
  ),
  step('approved approval', 'approved published completed paid active'),
  step('rejected rejection declined decline', 'rejected declined'),
  step('accepted', 'accepted'),
  step(
    'paid payment',
    'paid partially_refunded refunded processing shipped delivered completed complete fulfilled succeeded success',
  ),
  step('processed', 'processed completed complete succeeded success failed refunded'),
  step('published publication', 'published live archived unpublished'),
  step('shipped shipping dispatched', 'shipped in_transit out_for_delivery delivered returned completed fulfilled'),
  step('delivered', 'delivered read returned completed complete'),
  step('read opened seen', 'read opened seen'),
  step('failed failure error', 'failed error failure'),
  step(
    'completed completion finished done fulfilled succeeded',
    'completed complete done finished fulfilled succeeded success delivered resolved closed won',
  ),
  step('resolved resolution', 'resolved closed done completed'),
  step('closed', 'closed done resolved completed won lost sold'),
  step('returned', 'returned'),
  step('refunded refund', 'refunded partially_refunded'),
  step('canceled cancelled cancellation cancel', 'canceled cancelled'),
  step('voided void', 'void voided'),
  step('expired', 'expired'),
  step('revoked revocation', 'revoked'),
  step('suspended suspension banned', 'suspended banned blocked'),
  step('archived', 'archived'),
]

/** Statuses of a column whose words nobody gave: those that the shape `label.status` draws. */
export const USUAL_STATUSES: readonly string[] = [
  'active',
  'pending',
  'completed',
  'draft',
  'archived',
  'cancelled',
  'paused',
]
