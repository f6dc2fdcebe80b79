import { type Datum, Moment } from '../mapping/datum.ts'
import { refuse } from './refuse.ts'

/** A member's value as conditions look at it. @throws SeedError `allot-invalid` where it is no data */
export function datumOf(value: unknown, name: string): Datum {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isNaN(value) ? null : value
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
    case 'object':
      return ofObject(value, name)
    default:
      return null
  }
}

function ofObject(value: object | null, name: string): Datum {
  if (value === null || value instanceof Moment) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : new Moment(value.getTime(), false)
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one instanceof Date))
    return value.map((one) => datumOf(one, name))
  try {
    return JSON.parse(JSON.stringify(value)) as Datum
  } catch {
    return refuse(`the member ${name}`, 'a value that JSON can tell', 'an object that it cannot')
  }
}
