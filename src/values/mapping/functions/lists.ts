import type { Datum } from '../datum.ts'
import { isNothing } from '../is-nothing.ts'
import { spellKey } from '../spell-key.ts'
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
  last: {
    parameters: ['list'],
    gives: 'its last item; what is no list stays as it is',
    apply: ([given = null]) => (Array.isArray(given) ? ((given as readonly Datum[]).at(-1) ?? null) : given),
  },
  unique: {
    parameters: ['list'],
    gives: 'its items, each once, in their order',
    apply: ([given = null]) => {
      if (!Array.isArray(given)) return given
      const seen = new Map<string, Datum>()
      for (const item of given as readonly Datum[]) if (!seen.has(spellKey(item))) seen.set(spellKey(item), item)
      return [...seen.values()]
    },
  },
  count: {
    parameters: ['list'],
    gives: 'how many items it has; 0 for nothing',
    apply: ([given = null]) => (Array.isArray(given) ? given.length : isNothing(given) ? 0 : 1),
  },
  random: {
    parameters: ['list'],
    gives: 'one of its items, drawn for the item of the pool; `random(authors.name)`: one that another pool has',
    apply: ([given = null], { draw }, call) => {
      if (!Array.isArray(given)) return given
      return (given as readonly Datum[])[Math.floor(draw(call) * given.length)] ?? null
    },
  },
  coalesce: {
    parameters: ['...values'],
    gives: 'the first that is not nothing; the same as `|`',
    apply: (given) => given.find((one) => !isNothing(one)) ?? given.at(-1) ?? null,
  },
}
