import { hashKey } from '../../entropy.ts'
import { type Datum, Duration, Moment, spellDatum } from '../datum.ts'
import { MappingError } from '../mapping-error.ts'
import { booleanOf } from '../read/boolean-of.ts'
import { DATE_WAYS, dateOf } from '../read/date-of.ts'
import { numberOf } from '../read/number-of.ts'
import { argumentError, type MappingFunction, textArgument } from './mapping-function.ts'

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
      const { hi, lo } = hashKey('hash', ...given.map(spell))
      return `${hex(hi)}${hex(lo)}`
    },
  },
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')

function spell(datum: Datum): string {
  if (datum instanceof Moment || datum instanceof Duration) return String(datum.ms)
  return typeof datum === 'string' ? datum : JSON.stringify(datum)
}

function fail(what: string, expected: string, found: Datum): never {
  if (typeof found === 'object' && found !== null) throw argumentError(expected, found, 'Name a part of it.')
  throw new MappingError({
    message: `This is not ${what}.`,
    expected,
    found: spellDatum(found),
    next: 'Mend it in the file.',
  })
}
