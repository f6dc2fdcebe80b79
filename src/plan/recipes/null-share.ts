import type { Recipe } from '../../model/recipe.ts'
import type { ColumnStudy } from '../../model/study.ts'

/** Nullable columns are mostly filled, in shares that suit them. */
export function nullShare(study: ColumnStudy, recipe: Recipe): number {
  if (
    study.domain.notNull ||
    recipe.kind === 'leave' ||
    recipe.kind === 'serial' ||
    recipe.kind === 'follow' ||
    recipe.kind === 'constant'
  )
    return 0
  if (recipe.kind === 'derive' && recipe.with === 'position') return 0
  switch (study.meaning?.shape) {
    case 'deleted':
      return 0.94
    case 'ended':
      return 0.35
    case 'happened':
      return 0.3
    case 'created':
    case 'updated':
    case 'counter':
    case 'flag':
    case 'slug-of':
    case 'person.email':
    case 'person.first':
    case 'person.last':
    case 'person.full':
    case 'content.title':
    case 'label.status':
    case 'place.latitude':
    case 'place.longitude':
      return 0
    default:
      return study.base === 'bool' ? 0 : 0.1
  }
}
