import type { Draft, DraftColumn } from '../draft.ts'

/** Columns that may be fitted to each other: nobody settled them, no check over several columns speaks of them, and no key holds them. */
export function openColumns(draft: Draft): readonly DraftColumn[] {
  if (draft.study.known !== undefined) return []
  const bound = new Set([
    ...draft.study.rules.flatMap((rule) => names(Object.values(rule))),
    ...draft.study.unsolved.flatMap(({ columns }) => columns),
    ...draft.study.keys.flatMap(({ columns }) => columns),
  ])
  return [...draft.columns.values()].filter(
    ({ column, recipe, why, when }) =>
      !bound.has(column.name) &&
      when.length === 0 &&
      why !== 'configuration' &&
      recipe.kind !== 'leave' &&
      recipe.kind !== 'follow' &&
      recipe.kind !== 'constant' &&
      recipe.kind !== 'serial' &&
      !('unique' in recipe && recipe.unique !== undefined),
  )
}

/** All texts in a value, at any depth. */
const names = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) =>
    typeof value === 'string'
      ? [value]
      : Array.isArray(value)
        ? names(value)
        : value !== null && typeof value === 'object'
          ? names(Object.values(value))
          : [],
  )
