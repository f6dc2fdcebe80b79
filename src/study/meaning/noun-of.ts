import type { Subject } from './subject.ts'

/** Words that say no more of a row than that it is one. */
const EMPTY =
  /^(item|entry|record|row|data|info|detail|thing|table|list|object|entity|map|link|history|version|tmp|temp|test|t|x)$/

/** What a row of the table is called (`tax_classes` → tax class), where that is all that is known of it; else null. */
export function nounOf({ table }: Subject): string | null {
  if (table.kind !== 'thing' && table.kind !== 'property') return null
  const words = table.words.slice(-2).filter((word) => /^[a-z]{3,}$/.test(word))
  const last = table.words.at(-1) ?? ''
  return words.length === 0 || EMPTY.test(last) || words.at(-1) !== last ? null : words.join(' ')
}
