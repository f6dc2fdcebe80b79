import type { Link } from '../../model/link.ts'
import { planError } from '../compilation.ts'
import type { Frame } from '../frame.ts'
import type { Table } from '../table.ts'

/**
 * Turns a choice among `parents - 1` into one among all parents but the one that the link `avoided` leads to. Where there is but one parent: nowhere
 * if the link may be NULL (`nulls` above 0), else that one.
 */
export function avoiding(
  table: Table,
  link: Link,
  avoided: string,
  parents: number,
  choose: (frame: Frame, count: number) => number,
): (frame: Frame) => number {
  const place = table.linkPlace(avoided)
  const other = (table.plan.links[place] as Link).choose
  if ('avoid' in other && other.avoid === link.name) {
    throw planError('recipe-cycle', table.plan.id, `${link.name} and ${avoided} avoid each other`)
  }
  if (parents <= 1) return link.nulls > 0 ? () => -1 : () => parents - 1
  return (frame) => {
    const forbidden = frame.parentRow(place)
    const row = choose(frame, parents - 1)
    return forbidden !== -1 && row >= forbidden ? row + 1 : row
  }
}
