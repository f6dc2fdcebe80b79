import type { Recipe } from '../../model/recipe.ts'
import type { Domain } from '../../model/study.ts'
import { draw } from '../recipes/draw.ts'

/** A recipe whose values can be counted out, for types whose usual shapes cannot; null for others. */
export function countableByType(base: string, domain: Domain): Recipe | null {
  switch (base) {
    case 'money':
      return draw('decimal', { min: Math.max(1, domain.min ?? 1), max: Math.min(1e9, domain.max ?? 1e9), scale: 2 })
    case 'interval':
      return draw('integer', {
        min: Math.max(60, domain.min ?? 60),
        max: Math.max(60, domain.min ?? 60, Math.min(31_536_000, domain.max ?? 31_536_000)),
      })
    case 'pg_lsn':
      return draw('text.code', { alphabet: '0123456789ABCDEF', length: 7, prefix: '1/1' })
    case 'ltree':
      return draw('text.code', { alphabet: 'abcdefghijklmnopqrstuvwxyz', length: 6, prefix: 'top.' })
    default:
      return null
  }
}
