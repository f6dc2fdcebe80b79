import type { Value } from '../../../model/value.ts'
import { type BrokenRule, brokenAt as broken } from './broken-rule.ts'
import type { Matcher, Path } from './schema.ts'

/** Formats that are looked at; others only describe, as the standard has it. Each in one pass over the text. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text),
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text) && isDay(text.slice(0, 10)),
  time: (text) => /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)?$/.test(text),
  email: (text) => /^[^\s@]{1,64}@[^\s@]{1,250}\.[^\s@.]{2,63}$/.test(text),
  uuid: (text) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && URL.canParse(text),
  'uri-reference': (text) => !/[\s<>"{}|\\^`]/.test(text),
  hostname: (text) => /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,10}$/i.test(text),
  ipv4: (text) => /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(text),
}

/** Is it in the calendar? */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** What is wrong with a text or a number. */
export function brokenScalar(
  schema: { readonly [key: string]: Value },
  value: Value,
  path: Path,
  matcher: (pattern: string) => Matcher,
): BrokenRule[] {
  const wrong: BrokenRule[] = []
  const hold = (holds: boolean, expected: string, next: string): void => {
    if (!holds) wrong.push(broken(path, expected, value, next))
  }
  if (typeof value === 'string') {
    const { minLength, maxLength, pattern, format } = schema
    // Characters, not the units of UTF-16.
    const length = minLength === undefined && maxLength === undefined ? 0 : [...value].length
    if (typeof minLength === 'number') hold(length >= minLength, `at least ${minLength} characters`, 'Make it longer.')
    if (typeof maxLength === 'number') hold(length <= maxLength, `at most ${maxLength} characters`, 'Make it shorter.')
    if (typeof pattern === 'string')
      hold(matcher(pattern)(value), `a text like ${pattern}`, 'Write it so that the pattern fits.')
    const known = typeof format === 'string' && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
    if (known !== undefined) hold(known(value), `a text of the format ${format}`, 'Write it in that format.')
  }
  if (typeof value === 'number') {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
    if (typeof minimum === 'number') hold(value >= minimum, `at least ${minimum}`, 'Raise it.')
    if (typeof maximum === 'number') hold(value <= maximum, `at most ${maximum}`, 'Lower it.')
    if (typeof exclusiveMinimum === 'number')
      hold(value > exclusiveMinimum, `more than ${exclusiveMinimum}`, 'Raise it.')
    if (typeof exclusiveMaximum === 'number')
      hold(value < exclusiveMaximum, `less than ${exclusiveMaximum}`, 'Lower it.')
    if (typeof multipleOf === 'number' && multipleOf > 0)
      hold(
        Math.abs(value / multipleOf - Math.round(value / multipleOf)) < 1e-9,
        `a multiple of ${multipleOf}`,
        'Round it.',
      )
  }
  return wrong
}
