import type { ShapeName } from '../../model/shapes.ts'
import type { Meaning } from '../../model/study.ts'
import { entityOf } from './entity-of.ts'
import type { Subject } from './subject.ts'

/** Tables of things that have a colour with a name; elsewhere a colour is one of a screen, written `#rrggbb`. */
const THINGS = /^(product|line|vehicle|animal|inventory)$/

/** `color`: a word for goods, a code for labels. Colours of eyes and hair are neither. */
export function colorMeaning(subject: Subject): Meaning | null {
  const { words, table, facts } = subject
  if (words.length !== 1 || !/^colou?r$/.test(words[0] ?? '')) return null
  const most = facts.domain.maxLength ?? 99
  const code = most <= 9 || /^'#/.test(subject.column.default ?? '') || !THINGS.test(table.kind)
  if (most < 3 || (code && (table.kind === 'person' || most < 7))) return null
  const shape: ShapeName = code ? 'software.color' : 'product.color'
  return { shape, entity: entityOf(subject, shape, []), evidence: most <= 9 ? 'name and type' : 'name and table' }
}
