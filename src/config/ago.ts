import type { Moment } from '../model/given/moment.ts'

/** What can be said beside a span. */
export interface MomentOptions {
  /** The time of that day, UTC: `09:30`. Default: that of `now` (noon). */
  readonly at?: string
}

/**
 * So long before `now`, for fixtures and columns: `ago('3 days')`, `ago('1 month 2 days', { at: '09:30' })`. In JSON: `{ "$ago": "3 days" }`. It moves with
 * `now`; what it comes to is worked out when `now` is settled.
 */
export const ago = (span: string, options: MomentOptions = {}): Moment => ({ $ago: span, ...options })
