import type { ObjectId } from '../../model/name.ts'

/** An error of the database while rows `from` … `to - 1` of a table were written; `cause` is the error. */
export class RowError extends Error {
  readonly table: ObjectId
  readonly from: number
  readonly to: number

  constructor(table: ObjectId, from: number, to: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'RowError'
    this.table = table
    this.from = from
    this.to = to
  }
}

/** The command tag says fewer (or more) rows than were sent: a trigger or a rule dropped some. */
export class RowsDropped extends Error {
  readonly table: ObjectId
  readonly from: number
  readonly to: number
  readonly found: number

  constructor(table: ObjectId, from: number, to: number, found: number) {
    super(`${found} of ${to - from} rows arrived in ${table}`)
    this.name = 'RowsDropped'
    this.table = table
    this.from = from
    this.to = to
    this.found = found
  }
}
