import type { Input, Recipe } from '../../model/recipe.ts'
import type { ColumnStudy, Meaning } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import type { Draft, Workshop } from '../draft.ts'
import { draw } from './draw.ts'
import { withoutPatterns } from './looks.ts'
import { textLimits } from './text-limits.ts'

/** Columns that say what another one of the row says in another form. */
export function siblingRecipe(workshop: Workshop, draft: Draft, study: ColumnStudy, meaning: Meaning): Recipe | null {
  const text = /^(text|varchar|bpchar|citext|name)$/.test(study.base)
  const patterned = withoutPatterns(workshop, study, meaning).domain.patterns?.some((one) => !one.negated) ?? false
  const from: Input[] =
    meaning.of !== undefined && draft.study.columns[meaning.of] !== undefined ? [{ column: meaning.of }] : []
  const { maxLength } = textLimits(study.domain)
  const options: Record<string, Value> = maxLength === undefined ? {} : { maxLength }
  if (meaning.shape === 'password')
    return text ? draw('internet.hash', { length: Math.min(60, maxLength ?? 60) }) : null
  if (!text || patterned || study.domain.values !== undefined) return null
  if (meaning.shape === 'slug-of')
    return from.length > 0
      ? { kind: 'derive', with: 'slug', from, options }
      : draw('content.slug', textLimits(study.domain))
  if (meaning.shape === 'url-of')
    return from.length > 0
      ? { kind: 'derive', with: 'url', from, options }
      : draw('internet.url', textLimits(study.domain))
  return null
}
