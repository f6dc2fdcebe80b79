import type { Link } from '../../model/link.ts'
import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'
import type { Fitting } from './fitting.ts'

/**
 * Turns a choice among `parents - 1` into one among all parents but the one that the link `avoided` leads to. Where there is but one parent: nowhere
 * if the link may be NULL (`nulls` above 0), else that one.
 */
export function avoiding(
  table: Table,
  link: Link,
  avoided: string,
  parents: { readonly count: number; readonly fit: Fitting | null },
  choose: (frame: Frame, count: number) => number,
): (frame: Frame) => number {
  const place = table.linkPlace(avoided)
  const other = (table.plan.links[place] as Link).choose
  if ('avoid' in other && other.avoid === link.name) {
    throw planError('recipe-cycle', table.plan.id, `${link.name} and ${avoided} avoid each other`)
  }
  const { count, fit } = parents
  const at = (index: number): number => (fit === null ? index : fit.at(index))
  if (count <= 1) return link.nulls > 0 ? () => -1 : () => at(count - 1)
  return (frame) => {
    const row = frame.parentRow(place)
    const forbidden = fit === null ? row : fit.placeOf(row)
    const index = choose(frame, count - 1)
    return at(forbidden !== -1 && index >= forbidden ? index + 1 : index)
  }
}
