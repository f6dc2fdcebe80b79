import { plainColumns } from '../../model/plain-columns.ts'
import type { Draft, DraftColumn, DraftLink } from '../draft.ts'

/** A table with one row per parent speaks of the same person or place: the same facts are taken from the parent. */
export function shareWithParent(draft: Draft): void {
  const link = draft.links.find((one) => one.parent !== null && !one.self && isOneToOne(draft, one))
  if (link === undefined || link.parent === null) return
  for (const entry of draft.columns.values()) {
    const recipe = entry.recipe
    if (
      recipe.kind !== 'draw' ||
      recipe.entity === undefined ||
      draft.scope.wish?.columns[entry.column.name] !== undefined
    )
      continue
    const entity = recipe.entity.name
    const twin = [...link.parent.columns.values()].find(
      (other) =>
        other.recipe.kind === 'draw' &&
        other.recipe.shape === recipe.shape &&
        other.recipe.entity?.name === entity &&
        other.recipe.unique !== undefined &&
        other.study.base === entry.study.base,
    )
    if (twin !== undefined && twin.nulls === 0 && fits(twin, entry)) {
      entry.recipe = { kind: 'follow', link: link.name, column: twin.column.name }
      entry.why = `the same as ${link.parent.id}.${twin.column.name}`
    } else if (
      [...link.parent.columns.values()].some(
        (other) => other.recipe.kind === 'draw' && other.recipe.entity?.name === entity,
      )
    ) {
      entry.recipe = { ...recipe, entity: { name: entity, link: link.name } }
    }
  }
}

const fits = (from: DraftColumn, to: DraftColumn): boolean =>
  (from.study.domain.maxLength ?? Number.POSITIVE_INFINITY) <=
    (to.study.domain.maxLength ?? Number.POSITIVE_INFINITY) && to.study.domain.patterns === undefined

/** A unique key lies within the link's columns. */
const isOneToOne = (draft: Draft, link: DraftLink): boolean =>
  [draft.relation.primaryKey, ...draft.relation.uniques].some((key) => {
    const columns = key === null || key.predicate !== null ? null : plainColumns(key.columns)
    return columns?.every((name) => link.columns.includes(name)) ?? false
  })
