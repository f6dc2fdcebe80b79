/** Where a row that takes place at a time stands: before it, in the middle of it, after it. */
export type Stage = 'ahead' | 'running' | 'over'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** What statuses say of bookings, appointments, events, shifts, subscriptions. What none of them says may stand anywhere: `cancelled`, `draft`. */
const STATUSES: Readonly<Record<Stage, ReadonlySet<string>>> = {
  ahead: words(
    'scheduled upcoming confirmed booked planned reserved pending requested tentative unconfirmed awaiting accepted registered invited open future not_started',
  ),
  running: words(
    'in_progress ongoing running live checked_in arrived active trialing started in_session underway picked_up in_use boarding departed seated sending',
  ),
  over: words(
    'completed complete done finished checked_out attended no_show noshow missed fulfilled delivered ended expired past held closed returned sent',
  ),
}

/** What a status says of something that is due: what is not done lies ahead where those that are late have a word of their own. */
const DUE: Readonly<Record<Stage, ReadonlySet<string>>> = {
  ahead: words('open todo to_do pending sent in_progress unpaid outstanding issued not_started scheduled upcoming'),
  running: words(''),
  over: words('overdue late past_due missed expired lapsed'),
}

/** The stage that a status tells of; null for none. `due`: of something that is due rather than takes place. */
export function stageOf(status: string, due: boolean): Stage | null {
  const plain = status.toLowerCase().replace(/[\s-]+/g, '_')
  const known = due ? DUE : STATUSES
  return (['ahead', 'running', 'over'] as const).find((stage) => known[stage].has(plain)) ?? null
}
