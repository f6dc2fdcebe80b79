import { planError } from '../rows/compilation.ts'
import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** The row that stands j rows above the owner's row in a tree; the root where the tree is not that deep. */
export function compileAncestor(table: Table, name: string): (frame: Frame) => number {
  if (table.owner === -1)
    throw planError(
      'ancestor-without-owner',
      table.plan.id,
      `${table.plan.id} has no owner whose ancestors it could name`,
    )
  return (frame) => {
    const { owner } = frame
    if (owner === null) return -1
    const link = owner.table.linkPlace(name)
    let at: Frame = owner
    for (let steps = 0; steps < frame.j; steps++) {
      const up = at.up(link)
      if (up === null || up.row === at.row) break
      at = up
    }
    return at.row
  }
}

/** How many rows stand above a row of a table, itself included. */
export function lineage(frame: Frame, link: number): number {
  let count = 1
  let at = frame
  for (let up = at.up(link); up !== null && up.row !== at.row; up = at.up(link)) {
    at = up
    count++
  }
  return count
}
