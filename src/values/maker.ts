import type { Encoding, Value } from '../model/value.ts'
import type { Frame } from './rows/frame.ts'
import type { Table } from './rows/table.ts'
import type { LineBuffer } from './text/line-buffer.ts'

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
