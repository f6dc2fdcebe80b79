import type { ColumnPlan } from '../../model/plan.ts'
import type { Over } from '../../model/recipe.ts'
import type { InputReader } from '../input.ts'
import { Frame } from '../rows/frame.ts'
import type { Table } from '../rows/table.ts'

/** Rows that lead to a row, and readers of their columns. */
export interface Gathered {
  readonly columns: readonly InputReader[]
  /** The rows that lead to the row of the frame, in their order; each frame is good till the next one. Without rows that are never written. */
  rows(frame: Frame): Iterable<Frame>
}

/** Rows of a table by the rows that one of its links leads to. The plan may have left the table out: then there are none. */
export function gatheredOf({ compilation }: Table, { table: id, link, columns }: Over): Gathered {
  const child = compilation.holds(id) ? compilation.table(id) : null
  if (child === null || !child.plan.links.some(({ name }) => name === link)) return { columns: [], rows: () => [] }
  let spare: Frame | null = null
  return {
    columns: columns.map((name) => readerOf(child, name)),
    *rows(frame) {
      // The children ask their parents for identities, so nothing is counted before the first row is made.
      const kin = child.kin([link])
      const count = kin.count(frame.row, child.plan.rows)
      // Rows below may look at rows of this table, which look below themselves: then with a frame of their own.
      const below = spare ?? new Frame(child)
      spare = null
      for (let place = 0; place < count; place++) {
        const row = kin.at(frame.row, place)
        if (!child.isSkipped(row)) yield below.seek(row)
      }
      spare = below
    },
  }
}

function readerOf(child: Table, name: string): InputReader {
  const place = child.columnPlace(name)
  return { read: (frame) => frame.value(place), encoding: (child.plan.columns[place] as ColumnPlan).encoding }
}
