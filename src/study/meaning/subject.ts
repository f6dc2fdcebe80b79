import type { Column, Relation } from '../../model/catalog.ts'
import type { ColumnFacts } from './column-facts.ts'
import type { TableSense } from './table-sense.ts'

/** One column, with what its meaning is read from. */
export interface Subject {
  readonly relation: Relation
  readonly column: Column
  readonly facts: ColumnFacts
  /** The base type without schema and quotes: `citext`, `jsonb`. */
  readonly base: string
  /** The words of its name. */
  readonly words: readonly string[]
  readonly table: TableSense
  /** All facts, by column. */
  readonly all: Readonly<Record<string, ColumnFacts>>
}
