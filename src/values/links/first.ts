import { planError } from '../rows/compilation.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/**
 * The first child of an owner leads where the owner's own link `via` leads; whoever would have got that parent gets the one that the first child would
 * have had. A swap of two, so no parent is met twice among siblings.
 */
export function compileFirst(table: Table, via: string, choose: (frame: Frame) => number): (frame: Frame) => number {
  if (table.owner === -1)
    throw planError('first-without-owner', table.plan.id, `${table.plan.id} has no owner whose ${via} could come first`)
  let scratch: Frame | null = null
  return (frame) => {
    const { owner } = frame
    if (owner === null || frame.given) return choose(frame)
    const wanted = owner.parentRow(owner.table.linkPlace(via))
    if (wanted === -1) return choose(frame)
    if (frame.j === 0) return wanted
    const row = choose(frame)
    if (row !== wanted) return row
    scratch ??= new Frame(table)
    const first = table.layout?.rowOf(frame.parent, 0) ?? frame.row
    return choose(scratch.seek(first))
  }
}
