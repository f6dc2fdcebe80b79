import type { Finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Progress } from '../../model/reports/report.ts'

/** Milliseconds between two reports about rows. */
const INTERVAL = 100

/** Counts what is written and tells of it, at most ten times a second (and once at the end of each table). */
export class Tally {
  readonly inserted = new Map<ObjectId, number>()
  readonly updated = new Map<ObjectId, number>()
  /** Rows that triggers made. */
  readonly made = new Map<ObjectId, number>()
  readonly #tell: (event: Progress) => void
  /** Rows that are on their way or there, by table, of how many. */
  readonly #shown = new Map<ObjectId, { written: number; total: number }>()
  #last = Number.NEGATIVE_INFINITY

  constructor(tell: ((event: Progress) => void) | undefined) {
    this.#tell = tell ?? (() => undefined)
  }

  /** A step begins that will write `rows` rows; for each table: how many of how many are there from an earlier attempt. */
  begin(
    step: string,
    tables: readonly { readonly table: ObjectId; readonly written: number; readonly total: number }[],
  ): void {
    const rows = tables.reduce((sum, { written, total }) => sum + total - written, 0)
    for (const { table, written, total } of tables) this.#shown.set(table, { written, total })
    this.#tell({ kind: 'step', step, table: tables[0]?.table ?? null, rows })
  }

  /** Rows have left for the server (or, negative, were rolled back). */
  sent(table: ObjectId, rows: number): void {
    const shown = this.#shown.get(table)
    if (!shown) return
    shown.written += rows
    const now = performance.now()
    if (now - this.#last < INTERVAL && shown.written < shown.total) return
    this.#last = now
    this.#tell({ kind: 'rows', table, written: Math.round(shown.written), total: shown.total })
  }

  /** Rows were committed. */
  committed(kind: 'insert' | 'update', table: ObjectId, rows: number): void {
    const counts = kind === 'insert' ? this.inserted : this.updated
    counts.set(table, (counts.get(table) ?? 0) + rows)
  }

  /** Triggers made rows, and they were committed. */
  harvested(table: ObjectId, rows: number): void {
    this.made.set(table, (this.made.get(table) ?? 0) + rows)
  }

  note(finding: Finding): void {
    this.#tell({ kind: 'note', finding })
  }
}
