import { Frame } from '../rows/frame.ts'
import type { Deriver } from './deriver.ts'

/** The first input of the next row under the same owner, NULL for the last of those that each owner had at first, and for what came later. */
export const next: Deriver = ({ table, inputs: [input] }) => {
  let beside: Frame | null = null
  return (frame) => {
    const { layout } = table
    if (layout === null || frame.given || frame.parent === -1 || input === undefined) return null
    if (frame.j + 1 >= layout.firstCount(frame.parent)) return null
    beside ??= new Frame(table)
    return input.read(beside.seek(layout.rowOf(frame.parent, frame.j + 1)))
  }
}
