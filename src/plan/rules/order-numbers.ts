import type { Recipe } from '../../model/recipe.ts'
import type { Value } from '../../model/value.ts'
import type { DraftColumn } from '../draft.ts'
import { isFree } from './is-free.ts'

/** The higher number is worked out from the lower one, or the other way round. */
export function orderNumbers(lower: DraftColumn, higher: DraftColumn, strict: boolean): void {
  const bounds = (column: DraftColumn) =>
    column.recipe.kind === 'draw' && 'min' in column.recipe.options
      ? (column.recipe.options as { min: number; max: number })
      : null
  if (extend(higher, lower, 'above') || extend(lower, higher, 'below')) return
  if (bounds(lower) === null && bounds(higher) === null) return
  const target = isFree(higher) ? higher : isFree(lower) ? lower : null
  if (target === null) return
  const above = target === higher
  const other = above ? lower : higher
  const range = bounds(target)
  const reach = range === null ? 100 : Math.max(1, (range.max - range.min) / 2)
  const scale =
    target.study.base === 'numeric' ? (target.study.domain.scale ?? 2) : /^int/.test(target.study.base) ? 0 : 3
  // Leave room: the given column must not sit at the very end of what the derived one may take.
  const span = bounds(other)
  if (span !== null && range !== null && other.recipe.kind === 'draw') {
    const room = Math.max(strict ? 10 ** -scale : 0, 0)
    const options = above
      ? { max: Math.min(span.max, range.max - room) }
      : { min: Math.max(span.min, range.min + room) }
    const narrowed = { ...span, ...options }
    if (narrowed.min <= narrowed.max)
      other.recipe = { ...other.recipe, options: { ...other.recipe.options, ...options } } as Recipe
  }
  const unit = 10 ** -scale
  const { domain } = target.study
  const [least, most] = [domain.min ?? range?.min, domain.max ?? range?.max]
  const limit: Record<string, number> = above
    ? {
        max: domain.max ?? (range === null ? 1e12 : Math.max(range.max, range.max + reach)),
        ...(least === undefined ? {} : { min: least - unit }),
      }
    : {
        min: domain.min ?? (range === null ? -1e12 : range.min),
        ...(most === undefined ? {} : { max: most + unit }),
      }
  target.recipe = {
    kind: 'derive',
    with: above ? 'above' : 'below',
    from: [{ column: other.column.name }],
    options: { within: reach, step: strict ? 10 ** -scale : 0, scale, ...limit },
  }
  target.why = `${above ? 'above' : 'below'} ${other.column.name} (check)`
}

/** A number that already keeps above (or below) others keeps above one more, unless that one hangs on it. */
function extend(column: DraftColumn, other: DraftColumn, side: 'above' | 'below'): boolean {
  const { recipe } = column
  if (recipe.kind !== 'derive' || recipe.with !== side) return false
  const hangs =
    other.recipe.kind === 'derive' &&
    other.recipe.from.some((one) => 'column' in one && one.column === column.column.name)
  if (hangs) return false
  const known = recipe.from.some((one) => 'column' in one && one.column === other.column.name)
  if (!known) column.recipe = { ...recipe, from: [...recipe.from, { column: other.column.name }] }
  leaveRoom(other, recipe.options ?? {}, side)
  return true
}

/** The other one must not use up the room that the column has above (or below) it. */
function leaveRoom(other: DraftColumn, options: Readonly<Record<string, Value>>, side: 'above' | 'below'): void {
  const name = side === 'above' ? 'max' : 'min'
  const end = options[name]
  const { recipe } = other
  if (typeof end !== 'number' || (recipe.kind !== 'derive' && recipe.kind !== 'draw')) return
  const own = (recipe.options as Record<string, unknown> | undefined)?.[name]
  const step = typeof options.step === 'number' ? options.step : 0
  const bound = side === 'above' ? end - step : end + step
  const tighter = typeof own === 'number' ? (side === 'above' ? Math.min(own, bound) : Math.max(own, bound)) : bound
  other.recipe = { ...recipe, options: { ...recipe.options, [name]: tighter } } as Recipe
}
