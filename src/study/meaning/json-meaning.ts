import type { JsonFlavour } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { ending, lexicon } from './lexicon.ts'
import type { Subject } from './subject.ts'
import { jsonWords, listFlavours } from './words/json.ts'

const FLAVOURS = lexicon(jsonWords)

/** What kind of JSON a column holds, in the outer type that its checks and its default ask for. */
export function jsonMeaning({ words, facts, column }: Subject): Meaning | null {
  const { json } = facts.domain
  if (
    facts.domain.values !== undefined ||
    (json?.type !== undefined && json.type !== 'object' && json.type !== 'array')
  )
    return null
  const said = words.filter((word, at) => at === 0 || !/^(json|jsonb)$/.test(word))
  const named = ending(FLAVOURS, words)?.value ?? ending(FLAVOURS, said)?.value ?? null
  const type = json?.type ?? typeByDefault(column.default)
  const flavour = fitting(named, type)
  if (flavour === null) return null
  const options: Record<string, Value> = { flavour }
  if (type !== null) options.type = type
  if (json?.keys !== undefined) options.keys = [...json.keys]
  return { shape: 'json', entity: null, options, evidence: 'name and type' }
}

const typeByDefault = (value: string | null): 'object' | 'array' | null =>
  value === null ? null : /^'\[/.test(value) ? 'array' : /^'\{/.test(value) ? 'object' : null

/** A list where an object is asked for is no tag list, and the other way round. */
function fitting(named: JsonFlavour | null, type: 'object' | 'array' | null): JsonFlavour | null {
  if (named === null) return type === 'array' ? 'list' : null
  if (type === 'object' && listFlavours.includes(named)) return 'object'
  if (type === 'array' && !listFlavours.includes(named) && named !== 'translations') return 'list'
  return named
}
