/*
 * What columns mean, read from their names, tables, types and comments. This folder and its word lists (`words/`) are complete in
 * themselves: study.ts only has to call `meaningsOf` once per relation, with the facts of its columns.
 */
import type { Column, Relation } from '../../model/catalog.ts'
import type { Meaning } from '../../model/study.ts'
import { arrayMeaning } from './array-meaning.ts'
import type { ColumnFacts } from './column-facts.ts'
import { flagMeaning } from './flag-meaning.ts'
import { jsonMeaning } from './json-meaning.ts'
import { numberMeaning } from './number-meaning.ts'
import type { Subject } from './subject.ts'
import { tableSense } from './table-sense.ts'
import { tellApart } from './tell-apart.ts'
import { textMeaning } from './text-meaning.ts'
import { timeMeaning } from './time-meaning.ts'
import { tokens } from './tokens.ts'

export type { ColumnFacts } from './column-facts.ts'

/**
 * The meaning of every column of a relation, by name; null where only its type speaks: keys and references, types without a vocabulary, and
 * names that are not known for sure (a wrong meaning is worse than none).
 */
export function meaningsOf(
  relation: Relation,
  facts: Readonly<Record<string, ColumnFacts>>,
): Readonly<Record<string, Meaning | null>> {
  const table = tableSense(relation)
  const references = new Set(relation.foreignKeys.flatMap((key) => key.columns))
  const meanings: Record<string, Meaning | null> = {}
  for (const column of relation.columns) {
    const known = Object.hasOwn(facts, column.name) ? facts[column.name] : undefined
    if (known === undefined) continue
    const subject: Subject = {
      relation,
      column,
      facts: known,
      base: known.base.replace(/^.*\./, '').replaceAll('"', ''),
      words: bare(tokens(column.name), table.words),
      table,
      all: facts,
    }
    const silent = references.has(column.name) || column.identity !== null || column.sequence !== null
    define(meanings, column, silent ? null : meaningOf(subject))
  }
  return tellApart(relation, meanings)
}

/** Own property even for a column named `__proto__`. */
function define(meanings: Record<string, Meaning | null>, column: Column, meaning: Meaning | null): void {
  Object.defineProperty(meanings, column.name, { value: meaning, enumerable: true, configurable: true, writable: true })
}

/** `c_name` of `customer`: the letter is the table's. */
const bare = (words: readonly string[], table: readonly string[]): readonly string[] =>
  words.length > 1 && words[0]?.length === 1 && table[0]?.startsWith(words[0]) === true ? words.slice(1) : words

function meaningOf(subject: Subject): Meaning | null {
  if (subject.facts.isArray) return arrayMeaning(subject)
  switch (subject.base) {
    case 'text':
    case 'varchar':
    case 'bpchar':
    case 'citext':
      return textMeaning(subject)
    case 'bool':
      return flagMeaning(subject)
    case 'date':
    case 'timestamp':
    case 'timestamptz':
    case 'time':
    case 'timetz':
      return timeMeaning(subject)
    case 'int2':
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float4':
    case 'float8':
    case 'money':
    case 'interval':
      return numberMeaning(subject)
    case 'json':
    case 'jsonb':
      return jsonMeaning(subject)
    default:
      // Enums of users come with their labels; all other types say enough themselves.
      return subject.facts.domain.values === undefined ? null : textMeaning(subject)
  }
}
