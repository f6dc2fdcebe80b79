import type { Recipe } from '../../model/recipe.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import type { Carrier } from './carriers.ts'

/** Is the column picked together with others, so that it cannot be counted out alone? */
export const inTuple = ({ recipe }: DraftColumn): boolean => recipe.kind === 'pick' && recipe.together !== undefined

/**
 * Columns of a key that are picked together (tuples that a check accepts) are counted out as one: each tuple of a different look in the key once, and the
 * columns of the tuple that are not in the key go along.
 */
export function tupleCarriers(
  draft: Draft,
  columns: readonly DraftColumn[],
  key: { readonly name: string; readonly taken: ReadonlySet<string> },
): Carrier[] {
  const groups = new Set(
    columns.flatMap(({ recipe }) =>
      recipe.kind === 'pick' && recipe.unique === undefined ? (recipe.together ?? []) : [],
    ),
  )
  return [...groups].map((group) => {
    const members = columns.filter((column) => groupOf(column) === group)
    const kept = distinct(members, key.taken)
    return {
      space: kept.length,
      take(unique) {
        if (unique === null) return
        for (const column of draft.columns.values()) {
          if (column.recipe.kind !== 'pick' || groupOf(column) !== group) continue
          const { weights: _, values, ...rest } = column.recipe
          column.recipe = { ...rest, values: kept.map((place) => values[place] ?? null), unique } as Recipe
          column.why = `${column.why}, unique (${key.name})`
        }
      },
    }
  })
}

const groupOf = ({ recipe }: DraftColumn): string | undefined => (recipe.kind === 'pick' ? recipe.together : undefined)

/** Places of the tuples that differ in these columns. */
function distinct(members: readonly DraftColumn[], taken: ReadonlySet<string>): number[] {
  const lists = members.map(({ recipe }) => (recipe.kind === 'pick' ? recipe.values : []))
  const seen = new Set<string>()
  const places: number[] = []
  for (const place of (lists[0] ?? []).keys()) {
    const tuple = lists.map((values) => values[place] ?? null)
    const look = JSON.stringify(tuple)
    if (seen.has(look) || tuple.includes(null) || (tuple.length === 1 && taken.has(String(tuple[0])))) continue
    seen.add(look)
    places.push(place)
  }
  return places
}
