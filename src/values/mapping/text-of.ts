import { type Datum, Moment } from './datum.ts'

/** What a value reads like. Objects of files have no prototype, so `String` cannot tell. */
export const textOf = (item: Datum): string =>
  typeof item === 'string' ? item : item instanceof Moment ? item.toString() : JSON.stringify(item)
