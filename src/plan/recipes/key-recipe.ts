import type { Column } from '../../model/catalog.ts'
import type { ColumnStudy } from '../../model/study.ts'
import type { Draft, Workshop } from '../draft.ts'
import { bounds } from './by-type.ts'
import { draw } from './draw.ts'
import type { Evidence } from './evidence.ts'
import { textLimits } from './text-limits.ts'

/** Keys: identity and serial columns, UUIDs, text and whole numbers that identify the row. */
export function keyRecipe(workshop: Workshop, draft: Draft, column: Column, study: ColumnStudy): Evidence | null {
  // A column may own a sequence from a time when it had another type.
  if ((column.sequence !== null && study.base !== 'bool') || column.identity !== null) {
    const sequence = workshop.inputs.catalog.sequences.find((one) => one.id === column.sequence)
    const step = Number(sequence?.increment ?? 1)
    const next =
      sequence === undefined ? 1 : sequence.last === null ? Number(sequence.start) : Number(sequence.last) + step
    return {
      recipe: {
        kind: 'serial',
        sequence: sequence?.usage === false ? null : column.sequence,
        step,
        ranges: [{ row: 0, value: next }],
      },
      why: `${column.sequence ?? 'identity'}: the next numbers`,
    }
  }
  const alone = [draft.relation.primaryKey, ...draft.relation.uniques].some(
    (key) => key !== null && key.columns.length === 1 && key.columns[0] === column.name,
  )
  const primary = draft.relation.primaryKey?.columns.includes(column.name) ?? false
  if (study.base === 'uuid' && (primary || alone))
    return { recipe: draw('uuid', { layout: 'key' }), why: 'key: derived, ascending' }
  if (!primary || study.domain.values !== undefined) return null
  if (/^int[248]$/.test(study.base) && draft.relation.primaryKey?.columns.length === 1) {
    const largest = workshop.inputs.answers.largest[`${draft.id}.${column.name}`]
    const { min } = bounds(study.domain, 1, 1, [-32_768, Number.MAX_SAFE_INTEGER], 1)
    return {
      recipe: {
        kind: 'serial',
        sequence: null,
        step: 1,
        ranges: [{ row: 0, value: Math.max(min, Number(largest ?? 0) + 1) }],
      },
      why: 'key: counted up',
    }
  }
  const plainText = /^(text|varchar|bpchar|citext)$/.test(study.base) && !(study.domain.patterns?.length ?? 0)
  const meaningful = study.meaning !== null && !/^(key\.|text\.)/.test(study.meaning.shape)
  if (plainText && draft.relation.primaryKey?.columns.length === 1 && !meaningful) {
    const limits = textLimits(study.domain)
    if ((limits.maxLength ?? 255) >= 12)
      return {
        recipe: draw('key.text', { style: keyStyle(column, limits.maxLength), ...limits }),
        why: 'key: a text that carries the row',
      }
  }
  return null
}

const keyStyle = (column: Column, maxLength: number | undefined): 'cuid' | 'nanoid' | 'uuid' | 'ulid' | 'hex' =>
  maxLength === 36
    ? 'uuid'
    : maxLength === 26
      ? 'ulid'
      : maxLength === 25 || maxLength === 30
        ? 'cuid'
        : maxLength === 21
          ? 'nanoid'
          : /uuid/.test(column.default ?? '')
            ? 'uuid'
            : (maxLength ?? 255) < 21
              ? 'hex'
              : 'cuid'
