import type { Moment } from '../model/given/moment.ts'
import type { MomentOptions } from './ago.ts'

/** So long after `now`: `ahead('1 week')`, `ahead('2 days', { at: '09:30' })`. In JSON: `{ "$ahead": "1 week" }`. Otherwise as `ago`. */
export const ahead = (span: string, options: MomentOptions = {}): Moment => ({ $ahead: span, ...options })
