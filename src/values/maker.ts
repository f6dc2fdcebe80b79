import type { Encoding, Value } from '../model/value.ts'
import type { Frame } from './frame.ts'
import type { LineBuffer } from './line-buffer.ts'
import type { Table } from './table.ts'

/** A recipe, compiled. */
export interface Maker {
  readonly make: (frame: Frame) => Value
  /** Writes what `make` gives, without a detour over a value. */
  readonly write?: (frame: Frame, buffer: LineBuffer) => void
}

/** The column that a recipe is compiled for. */
export interface Site {
  readonly table: Table
  readonly column: string
  readonly encoding: Encoding
}
