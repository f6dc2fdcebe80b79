import type { Link, Pool } from '../model/link.ts'
import type { ColumnPlan } from '../model/plan.ts'
import type { Input } from '../model/recipe.ts'
import type { Encoding, Value } from '../model/value.ts'
import { planError } from './rows/compilation.ts'
import type { Frame } from './rows/frame.ts'
import type { Table } from './rows/table.ts'

/** A column that another one looks at, in the same row or where a link leads. */
export interface InputReader {
  /** Null as well where the link leads nowhere. */
  readonly read: (frame: Frame) => Value
  /** Of the values; null for texts as Postgres printed them (rows of a pool). */
  readonly encoding: Encoding | null
}

export function compileInput(table: Table, input: Input): InputReader {
  if (!('link' in input)) {
    const place = table.columnPlace(input.column)
    return { read: (frame) => frame.value(place), encoding: (table.plan.columns[place] as ColumnPlan).encoding }
  }
  const { link, parent, pool } = ends(table, input.link)
  if (parent === null) return { read: poolReader(table, link, pool as Pool, input.column), encoding: null }
  const place = parent.columnPlace(input.column)
  const read = (frame: Frame): Value => {
    const up = frame.up(link)
    // A root that leads to itself has nobody above it.
    return up === null || (parent === table && up.row === frame.row) ? null : up.value(place)
  }
  return { read, encoding: (parent.plan.columns[place] as ColumnPlan).encoding }
}

/** Both ends of a link without compiling it: its place, and the table or the pool it leads to. */
export function ends(table: Table, name: string): { link: number; parent: Table | null; pool: Pool | null } {
  const link = table.linkPlace(name)
  const { parent } = table.plan.links[link] as Link
  return parent.pool === null
    ? { link, parent: table.compilation.table(parent.table), pool: null }
    : { link, parent: null, pool: table.compilation.pool(parent.pool) }
}

/** The text of a pool's column. */
export function poolReader(table: Table, link: number, pool: Pool, column: string): (frame: Frame) => string | null {
  const place = pool.columns.indexOf(column)
  if (place === -1)
    throw planError(
      'no-such-column',
      table.plan.id,
      `the rows gathered from ${pool.table} have no column ${column}`,
      column,
    )
  return (frame) => {
    const row = frame.parentRow(link)
    return row === -1 ? null : ((pool.rows[row] as readonly (string | null)[])[place] ?? null)
  }
}
