import type { Recipe } from '../../model/recipe.ts'
import type { KeyStudy } from '../../model/study.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import type { Carrier, Demand } from './carriers.ts'

/** Is the column picked together with others, so that it cannot be counted out alone? */
export const inTuple = ({ recipe }: DraftColumn): boolean => recipe.kind === 'pick' && recipe.together !== undefined

/**
 * Columns of a key that are picked together (tuples that a check accepts) are counted out as one: each tuple of a different look in the key once, and the
 * columns of the tuple that are not in the key go along.
 */
export function tupleCarriers(
  draft: Draft,
  columns: readonly DraftColumn[],
  key: Pick<KeyStudy, 'name' | 'primary' | 'nullsNotDistinct'>,
  { needed, taken }: Pick<Demand, 'needed' | 'taken'>,
): Carrier[] {
  const groups = new Set(
    columns.flatMap(({ recipe }) =>
      recipe.kind === 'pick' && recipe.unique === undefined ? (recipe.together ?? []) : [],
    ),
  )
  return [...groups].map((group) => {
    const members = columns.filter((column) => groupOf(column) === group)
    const kept = distinct(members, taken)
    const open = kept.length < needed && !key.primary && !key.nullsNotDistinct ? outside(members) : []
    const places = open.length > 0 ? open : kept
    return {
      space: open.length > 0 ? Number.POSITIVE_INFINITY : kept.length,
      take(unique) {
        if (unique === null && open.length === 0) return
        for (const column of draft.columns.values()) {
          if (column.recipe.kind !== 'pick' || groupOf(column) !== group) continue
          const { weights: _, values, ...rest } = column.recipe
          const own = { ...rest, values: places.map((place) => values[place] ?? null) }
          column.recipe = (unique === null ? own : { ...own, unique }) as Recipe
          column.why = `${column.why}, ${unique === null ? 'outside' : 'unique'} (${key.name})`
        }
      },
    }
  })
}

const groupOf = ({ recipe }: DraftColumn): string | undefined => (recipe.kind === 'pick' ? recipe.together : undefined)

/** Places of the tuples that no key holds, for a column of theirs is NULL. */
function outside(members: readonly DraftColumn[]): number[] {
  const lists = members.map(({ recipe }) => (recipe.kind === 'pick' ? recipe.values : []))
  return [...(lists[0] ?? []).keys()].filter((place) => lists.some((values) => (values[place] ?? null) === null))
}

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
