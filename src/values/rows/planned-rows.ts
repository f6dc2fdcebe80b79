import type { RowSpan } from '../../model/lesson.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import { countIn } from '../../model/row-spans.ts'
import type { Value } from '../../model/value.ts'
import type { Column } from '../column.ts'
import { toText } from '../encode.ts'
import type { CopyBuffers } from '../text/copy-buffers.ts'
import type { LineBuffer } from '../text/line-buffer.ts'
import { batches } from './batches.ts'
import { Frame } from './frame.ts'
import { hexOf } from './identity.ts'
import type { RowRange } from './layout.ts'
import { roomOf } from './layout-of.ts'
import type { As, TableRows } from './rows.ts'
import type { Table } from './table.ts'

/** The rows of a compiled table. */
export class PlannedRows implements TableRows {
  readonly plan: TablePlan
  readonly written: readonly ColumnPlan[]
  readonly enriched: readonly ColumnPlan[]
  private readonly table: Table
  /** For random access; every scan has its own. */
  private frame: Frame | null = null

  constructor(table: Table) {
    this.table = table
    this.plan = table.plan
    this.written = table.plan.columns.filter((column) => column.recipe.kind !== 'leave')
    this.enriched = table.plan.columns.filter(({ recipe, made }) => made?.set ?? recipe.kind !== 'leave')
  }

  value(row: number, column: string, as: As = 'final'): Value {
    const place = this.table.columnPlace(column)
    if (as === 'written' && this.column(place).patched) return null
    return this.at(row).value(place)
  }

  texts(row: number, columns: readonly string[], as: As = 'final'): (string | null)[] {
    return columns.map((name) =>
      toText(this.value(row, name, as), this.column(this.table.columnPlace(name)).plan.encoding),
    )
  }

  room(): number | null {
    return roomOf(this.table)
  }

  identity(row: number): string {
    return hexOf(this.at(row))
  }

  key(row: number): (string | null)[] {
    return this.texts(row, this.plan.key.columns)
  }

  *copyLines(
    from: number,
    to: number,
    columns?: readonly string[],
    buffers: CopyBuffers | null = null,
  ): Generator<Uint8Array> {
    if (from < to) this.check(from, to - 1)
    const writers = (columns ?? this.written.map((column) => column.name)).map((name) => {
      const column = this.column(this.table.columnPlace(name))
      return column.patched ? writeNull : column.write
    })
    yield* batches(new Frame(this.table), writers, { from, to }, buffers)
  }

  parentRow(row: number, link: string): number | null {
    const parent = this.at(row).parentRow(this.table.linkPlace(link))
    return parent === -1 ? null : parent
  }

  owned(parentFrom: number, parentTo: number): readonly RowRange[] {
    return this.table.layout?.childrenOf(parentFrom, parentTo) ?? []
  }

  childCount(parent: number): number {
    const all = this.table.layout?.childCount(parent) ?? 0
    const { skipped } = this.plan
    if (skipped === undefined) return all
    return this.owned(parent, parent + 1).reduce((left, { from, to }) => left - countIn(skipped, from, to), all)
  }

  split(from: number, to: number): (RowRange & { readonly made: boolean })[] {
    const { skipped = [] } = this.plan
    return skipped.length === 0
      ? this.kinds(from, to)
      : without(skipped, from, to).flatMap((one) => this.kinds(one.from, one.to))
  }

  private kinds(from: number, to: number): (RowRange & { readonly made: boolean })[] {
    if (this.plan.made === undefined) return from < to ? [{ from, to, made: this.plan.writer.kind === 'update' }] : []
    const parts: (RowRange & { readonly made: boolean })[] = []
    let at = from
    for (const range of this.plan.made.ranges) {
      if (range.to <= at || range.from >= to) continue
      if (range.from > at) parts.push({ from: at, to: range.from, made: false })
      at = Math.min(range.to, to)
      parts.push({ from: Math.max(range.from, from), to: at, made: true })
    }
    if (at < to) parts.push({ from: at, to, made: false })
    return parts
  }

  private at(row: number): Frame {
    this.check(row)
    this.frame ??= new Frame(this.table)
    return this.frame.seek(row)
  }

  private column(place: number): Column {
    return this.table.columns[place] as Column
  }

  private check(...rows: readonly number[]): void {
    for (const row of rows) {
      if (!(row >= 0 && row < this.plan.rows))
        throw new RangeError(`row ${row} of ${this.plan.rows} in ${this.plan.id}`)
    }
  }
}

const writeNull = (_frame: Frame, buffer: LineBuffer): void => buffer.null()

/** Rows `from` … `to - 1` but those of the spans. */
function without(skipped: readonly RowSpan[], from: number, to: number): RowSpan[] {
  const left: RowSpan[] = []
  let at = from
  for (const span of skipped) {
    if (span.to <= at || span.from >= to) continue
    if (span.from > at) left.push({ from: at, to: span.from })
    at = span.to
  }
  if (at < to) left.push({ from: at, to })
  return left
}
