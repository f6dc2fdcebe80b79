import { RowError } from '../../load/chunk/row-error.ts'
import type { ObjectId } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'

/** Rows `from` … `to - 1`, one or more of which the database refused during a load, and its words. */
export interface RefusedRows {
  readonly table: ObjectId
  readonly from: number
  readonly to: number
  readonly why: string
}

/** What an error of a load says about rows; null where it is about something else (the connection, an interruption). */
export function refusedRows(error: unknown): RefusedRows | null {
  const rows = error instanceof SeedError && error.code === 'rows-refused' ? error.cause : null
  if (!(rows instanceof RowError)) return null
  const { table, from, to, message } = rows
  return { table, from, to, why: message.replaceAll(/\s+/g, ' ').trim() }
}
