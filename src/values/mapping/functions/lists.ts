import type { Datum } from '../datum.ts'
import { isNothing } from '../is-nothing.ts'
import { type MappingFunction, textArgument } from './mapping-function.ts'

/** Functions of lists, and of what may be missing. */
export const lists: Readonly<Record<string, MappingFunction>> = {
  split: {
    parameters: ['text', 'separator?'],
    gives: 'its parts between commas (or the separator), without blanks around them; a list stays as it is',
    apply: ([given, separator]) => {
      if (Array.isArray(given)) return given
      const text = textArgument(given)
      if (text === null) return null
      return text
        .split(textArgument(separator) ?? ',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    },
  },
  join: {
    parameters: ['list', 'separator?'],
    gives: 'its items as one text, a comma and a blank (or the separator) between them',
    apply: ([given, separator]) => {
      if (!Array.isArray(given)) return textArgument(given, 'Give it a list.')
      const parts = (given as readonly Datum[]).map((item) => textArgument(item)).filter((part) => part !== null)
      return parts.length === 0 ? null : parts.join(textArgument(separator) ?? ', ')
    },
  },
  first: {
    parameters: ['list'],
    gives: 'its first item; what is no list stays as it is',
    apply: ([given = null]) => (Array.isArray(given) ? ((given as readonly Datum[])[0] ?? null) : given),
  },
  coalesce: {
    parameters: ['...values'],
    gives: 'the first that is not nothing; the same as `|`',
    apply: (given) => given.find((one) => !isNothing(one)) ?? given.at(-1) ?? null,
  },
}
