import type { Draft } from '../draft.ts'

const CURRENT = /^(is_?)?(current|latest|newest|head|live)(_?(version|revision))?$/i
const VERSIONS = /version|revision|histor|draft/i

/** Of the versions of a row, which are counted up, the last one is the current one. */
export function lastIsCurrent(draft: Draft): void {
  const { owner, relation } = draft
  if (owner === null || draft.given.length > 0) return
  const counted = [...draft.columns.values()].some(
    ({ column, recipe }) => VERSIONS.test(column.name) && recipe.kind === 'derive' && recipe.with === 'position',
  )
  if (!counted && !VERSIONS.test(relation.name)) return
  for (const column of draft.columns.values()) {
    const { recipe } = column
    const isFlag = recipe.kind === 'draw' || recipe.kind === 'pick' || recipe.kind === 'by-place'
    if (!CURRENT.test(column.column.name) || column.study.base !== 'bool' || !isFlag) continue
    if (column.why === 'configuration' || column.when.length > 0 || column.study.domain.values !== undefined) continue
    const flag = (value: boolean) => ({ kind: 'constant' as const, value })
    column.recipe = { kind: 'by-place', told: 'last', first: flag(true), rest: flag(false) }
    column.nulls = 0
    column.why = `the last one of each ${owner.key.parent}`
  }
}
