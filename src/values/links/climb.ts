import { ends } from '../input.ts'
import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** The row that a chain of links leads to, -1 for none; no links: the row itself. */
export function climb(table: Table, links: readonly string[]): (frame: Frame) => number {
  const places: number[] = []
  let at: Table | null = table
  for (const name of links) {
    if (at === null)
      throw planError('link-beyond-pool', table.plan.id, `${name} would start from rows that are not planned`)
    const { link, parent }: { link: number; parent: Table | null } = ends(at, name)
    places.push(link)
    at = parent
  }
  const last = places.pop()
  return (frame) => {
    let stand: Frame | null = frame
    for (const place of places) {
      stand = stand.up(place)
      if (stand === null) return -1
    }
    return last === undefined ? stand.row : stand.parentRow(last)
  }
}
