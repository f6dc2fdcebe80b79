import type { Value } from '../../model/value.ts'

/** A value as a text, to compare it with others of its column. */
export const look = (value: Value): string => (typeof value === 'boolean' ? (value ? 't' : 'f') : String(value))
