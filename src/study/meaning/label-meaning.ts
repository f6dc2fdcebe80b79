import type { Meaning } from '../../model/study.ts'
import type { Subject } from './subject.ts'
import { tokens } from './tokens.ts'
import { statusesByTable, statusOwners } from './words/statuses.ts'
import type { TableKind } from './words/tables.ts'

/** A status with the words that tables of this kind use; a default of the column is one of them, and sets how they are written. */
export function statusMeaning(subject: Subject, before: readonly string[]): Meaning {
  const { facts, column, table } = subject
  if (facts.domain.values !== undefined) return { shape: 'label.status', entity: null, evidence: 'name and type' }
  const owner = before.length === 0 ? table.kind : ownerOf(before.at(-1) ?? '')
  const usual = owner === null ? undefined : statusesByTable[owner]
  const preset = literal(column.default)
  const values =
    usual === undefined
      ? null
      : fitted(
          usual.split('|').map((word) => word.trim()),
          preset,
          facts.domain.maxLength,
        )
  return {
    shape: 'label.status',
    entity: null,
    ...(values === null ? {} : { options: { values } }),
    evidence: owner === null || usual === undefined ? 'name' : 'name and table',
  }
}

const ownerOf = (word: string): TableKind | null =>
  Object.hasOwn(statusOwners, word) ? (statusOwners[word] ?? null) : null

/** `'draft'::text` → draft. */
export const literal = (value: string | null): string | null =>
  /^'([\p{L}\p{N}_ -]+)'(::|$)/u.exec(value ?? '')?.[1] ?? null

/** These words as the column's default writes them, with it among them; null where fewer than two are short enough. */
export function fitted(
  words: readonly string[],
  preset: string | null,
  maxLength: number | undefined,
): readonly string[] | null {
  const written =
    preset !== null && preset === preset.toUpperCase() && preset !== preset.toLowerCase()
      ? words.map((word) => word.toUpperCase())
      : words
  const all = preset === null || written.includes(preset) ? written : [preset, preset, ...written]
  const short = all.filter((word) => word.length <= (maxLength ?? 99))
  return short.length < 2 ? null : short
}

/** `commentable_type` beside `commentable_id`: the name of a table, which no list of words can give. */
export const isReferenceType = ({ words, relation, column }: Subject): boolean =>
  words.length > 1 &&
  relation.columns.some(
    (other) => other.name !== column.name && tokens(other.name).join(' ') === `${words.slice(0, -1).join(' ')} id`,
  )
