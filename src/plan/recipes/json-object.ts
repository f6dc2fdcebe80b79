import type { Recipe } from '../../model/recipe.ts'
import type { ColumnStudy } from '../../model/study.ts'
import type { Encoding } from '../../model/value.ts'
import { recipeByMeaning } from './by-meaning.ts'
import { recipeByType } from './by-type.ts'

/** A JSON object with the members that generated columns and indexes read; null where they read none. */
export function jsonObject(study: ColumnStudy, now: number): Recipe | null {
  const members = study.domain.json?.members
  if (members === undefined || study.encoding.kind !== 'json') return null
  const fields: Record<string, Recipe> = {}
  const written: Record<string, Encoding> = {}
  for (const [key, { column }] of Object.entries(members)) {
    fields[key] = memberRecipe(column, now)
    if (column.encoding.kind !== 'text' && column.encoding.kind !== 'json') written[key] = column.encoding
  }
  for (const key of study.domain.json?.keys ?? []) fields[key] ??= { kind: 'draw', shape: 'text.words', options: {} }
  return { kind: 'object', fields, ...(Object.keys(written).length === 0 ? {} : { written }) }
}

function memberRecipe(column: ColumnStudy, now: number): Recipe {
  const nested = jsonObject(column, now)
  if (nested !== null) return nested
  const meant = column.meaning === null ? null : recipeByMeaning(column, column.meaning, now)
  if (meant !== null && (meant.kind === 'draw' || meant.kind === 'pick' || meant.kind === 'constant')) return meant
  return recipeByType(column, now) ?? { kind: 'constant', value: null }
}
