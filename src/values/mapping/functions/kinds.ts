import { hashKey } from '../../draws/entropy.ts'
import { type Datum, Moment, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { booleanOf } from '../read/boolean-of.ts'
import { DATE_WAYS, dateOf } from '../read/date-of.ts'
import { numberOf } from '../read/number-of.ts'
import { spellKey } from '../spell-key.ts'
import { argumentError, countArgument, type MappingFunction, textArgument } from './mapping-function.ts'

/** Functions that make one kind of value of another. */
export const kinds: Readonly<Record<string, MappingFunction>> = {
  date: {
    parameters: ['value'],
    gives: 'a date or an instant, of texts in many notations',
    apply: ([given = null]) => {
      if (given === null || given === '' || given instanceof Moment) return given === '' ? null : given
      const moment = typeof given === 'number' || typeof given === 'string' ? dateOf(given) : null
      return moment ?? fail('a date', DATE_WAYS, given)
    },
  },
  number: {
    parameters: ['value'],
    gives: 'a number, of texts with separators as well: `1,299.00`',
    apply: ([given = null]) => {
      if (given === null || given === '' || typeof given === 'number') return given === '' ? null : given
      const digits = numberOf(textArgument(given) ?? '')
      return digits === null ? fail('a number', 'a number such as 1299, 1,299.00 or 1.299,00', given) : Number(digits)
    },
  },
  boolean: {
    parameters: ['value'],
    gives: 'true or false, of `yes`, `on`, `1` and their opposites as well',
    apply: ([given = null]) => {
      if (given === null || given === '' || typeof given === 'boolean') return given === '' ? null : given
      const read = typeof given === 'string' || typeof given === 'number' ? booleanOf(given) : null
      return read ?? fail('true or false', 'true, false, yes, no, on, off, 1 or 0', given)
    },
  },
  json: {
    parameters: ['text'],
    gives: 'what a text says as JSON',
    apply: ([given = null]) => {
      if (typeof given !== 'string') return given
      if (given.trim() === '') return null
      try {
        return JSON.parse(given) as Datum
      } catch {
        return fail('JSON', 'a text that is JSON', given)
      }
    },
  },
  hash: {
    parameters: ['...values'],
    gives: '16 hex digits that stand for them; not for secrets',
    apply: (given) => {
      const { hi, lo } = hashKey('hash', ...given.map(spellKey))
      return `${hex(hi)}${hex(lo)}`
    },
  },
  uuid: {
    parameters: ['values?'],
    gives: 'a UUID: of the value the same one always, without one drawn for the item',
    apply: ([given], { draw }, call) => {
      const key = given === undefined ? String(draw(call)) : spellKey(given)
      const [first, second] = [hashKey('uuid', 'high', key), hashKey('uuid', 'low', key)]
      return uuidOf(`${hex(first.hi)}${hex(first.lo)}${hex(second.hi)}${hex(second.lo)}`)
    },
  },
  round: {
    parameters: ['number', 'digits?'],
    gives: 'the number with so many digits behind the point (none)',
    apply: ([given, digits]) => {
      const places = countArgument(digits, 0, 0)
      const text = textArgument(given)
      if (text === null || text === '') return null
      const read = numberOf(text)
      return read === null
        ? fail('a number', 'a number such as 12.5', text)
        : roundTo(Number(read), Math.min(places, 15))
    },
  },
}

const roundTo = (number: number, places: number): number =>
  Number(`${Math.round(Number(`${number}e${places}`))}e-${places}`)

/** 32 hex digits as a UUID of version 8 (RFC 9562: by a rule of one's own). */
const uuidOf = (digits: string): string => {
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4]
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

function fail(what: string, expected: string, found: Datum): never {
  if (typeof found === 'object' && found !== null) throw argumentError(expected, found, 'Name a part of it.')
  throw new MappingError({
    message: `This is not ${what}.`,
    expected,
    found: spellDatum(found),
    next: 'Mend it in the file.',
  })
}
