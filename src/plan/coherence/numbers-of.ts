import type { Draft, DraftColumn, Workshop } from '../draft.ts'

/** The largest number that a column gets; Infinity where that cannot be told. */
export function largestOf(workshop: Workshop, draft: Draft, { recipe, study }: DraftColumn): number {
  const known = study.domain.max ?? Number.POSITIVE_INFINITY
  if (recipe.kind === 'constant') return typeof recipe.value === 'number' ? recipe.value : known
  if (recipe.kind === 'pick') return Math.max(...recipe.values.map(Number).filter((one) => !Number.isNaN(one)))
  if (recipe.kind === 'draw') {
    const { max } = recipe.options as { readonly max?: unknown }
    return typeof max === 'number' ? max : known
  }
  if (recipe.kind !== 'derive') return known
  const inputs = recipe.from.map((input) => ('link' in input ? undefined : draft.columns.get(input.column)))
  const numbers = inputs.map((one) => (one === undefined ? Number.POSITIVE_INFINITY : largestOf(workshop, draft, one)))
  if (recipe.with === 'product') return numbers.reduce((product, one) => product * one, 1)
  if (recipe.with === 'sum') return numbers.reduce((sum, one) => sum + one, 0)
  const child = recipe.over === undefined ? undefined : workshop.byId.get(recipe.over.table)
  if (child === undefined || recipe.options?.by !== 'sum') return known
  return (recipe.over?.columns ?? []).reduce(
    (product, name) => {
      const column = child.columns.get(name)
      return product * (column === undefined ? Number.POSITIVE_INFINITY : largestOf(workshop, child, column))
    },
    childrenAtMost(draft, child),
  )
}

/** How many times the mean a parent may have of children: the widest that the spread of weights gives. */
const WIDE = 40

/** Rows of a table that lead to one row of another, at most. */
export const childrenAtMost = (parent: Draft, child: Draft): number =>
  Math.min(child.rows, Math.ceil((child.rows / Math.max(1, parent.rows)) * WIDE) + 1)

/** The largest number that the type of a column and its checks hold. */
export function roomOf({ study, column }: DraftColumn): number {
  const type =
    study.base === 'int2'
      ? 32_767
      : study.base === 'int4'
        ? 2_147_483_647
        : study.base === 'int8' || column.precision === null
          ? Number.MAX_SAFE_INTEGER / 1000
          : 10 ** (column.precision - (column.scale ?? 0)) - 1
  return Math.min(type, study.domain.max ?? Number.POSITIVE_INFINITY)
}
