import type { ChunkPart } from '../../model/journal.ts'
import type { TableRows } from '../../values/rows/rows.ts'

/** Rows `from` … `to - 1` of a table as the journal names them, with the keys that are probed later. */
export function part(table: TableRows, from: number, to: number): ChunkPart {
  return { table: table.plan.id, from, to, first: table.key(from), last: table.key(to - 1) }
}
