import { type Datum, Moment } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'

/** Lists and objects inside each other, and values in all. */
const DEEPEST = 64
const MOST = 100_000

/** What a function from outside gave, as a datum: plain data alone. @throws MappingError */
export function fromPlain(given: unknown): Datum {
  let left = MOST
  const copy = (value: unknown, depth: number): Datum => {
    if (--left < 0 || depth > DEEPEST) throw notData(`more than ${MOST} values, or more than ${DEEPEST} levels`)
    switch (typeof value) {
      case 'undefined':
        return null
      case 'string':
      case 'boolean':
        return value
      case 'number':
        if (!Number.isFinite(value)) throw notData(String(value))
        return value
      case 'bigint':
        return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
      case 'object':
        return value === null ? null : copyObject(value, depth)
      default:
        throw notData(`a ${typeof value}`)
    }
  }
  const copyObject = (value: object, depth: number): Datum => {
    if (value instanceof Date) return momentOf(value)
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1))
    if (value instanceof Promise) {
      // Nobody waits for it; what it fails with must not end the program.
      value.catch(() => undefined)
      throw notData('a promise')
    }
    const object: Record<string, Datum> = Object.create(null)
    for (const [key, inner] of Object.entries(value)) object[key] = copy(inner, depth + 1)
    return object
  }
  return copy(given, 0)
}

function momentOf(date: Date): Moment {
  const ms = date.getTime()
  if (Number.isNaN(ms)) throw notData('an invalid date')
  return new Moment(ms, false)
}

const notData = (found: string): MappingError =>
  new MappingError({
    message: 'It gives no plain data.',
    expected: 'a text, a number, true or false, a date, null, or lists and objects of these',
    found,
    next: 'Let it return the value itself.',
  })
