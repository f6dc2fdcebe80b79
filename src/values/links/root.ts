import type { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** The root of the row's tree; of a root nowhere, or `itself`. */
export function compileRoot(table: Table, name: string, itself: boolean): (frame: Frame) => number {
  const link = table.linkPlace(name)
  return (frame) => {
    let at = frame
    for (let up = at.up(link); up !== null && up.row !== at.row; up = at.up(link)) at = up
    return at.row === frame.row && !itself ? -1 : at.row
  }
}
