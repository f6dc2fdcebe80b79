import { type Database, DatabaseError, type Queryable } from '../../model/database.ts'
import { quote } from '../../model/name.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { CopyBuffers } from '../../values/text/copy-buffers.ts'
import type { Sent } from '../chunk/chunk.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { RowError } from '../chunk/row-error.ts'
import type { DbTable } from '../sql/read-columns.ts'
import type { Range } from './slices.ts'

/** Buffers that nobody uses now. */
const spare: CopyBuffers[] = []

interface CopyContext {
  readonly db: Database
  readonly signal: AbortSignal | undefined
}

/**
 * Writes rows with COPY and returns the number of the command tag. Where the server takes a COPY only as a whole (`copyLimit`), several follow one
 * another. Throws RowError with the row where the server names the line.
 */
export async function copyRows(
  context: CopyContext,
  tx: Queryable,
  into: DbTable,
  table: TableRows,
  range: Range,
  sent: Sent,
): Promise<number> {
  if (table.written.length === 0)
    return tx.execute(`insert into ${into.sql} select from generate_series(1, $1::int8)`, [range.to - range.from])
  const columns = table.written.map(({ name }) => quote(name)).join(', ')
  const sql = `copy ${into.sql} (${columns}) from stdin`
  // Where a COPY is taken as a whole, its buffers are kept until then.
  const buffers = context.db.capabilities.copyLimit === null ? (spare.pop() ?? new CopyBuffers()) : null
  const source = new Source(context, table, range, sent, buffers)
  let count = 0
  while (!source.ended) {
    const before = source.rows
    try {
      count += await tx.copyIn(sql, source.upTo(context.db.capabilities.copyLimit))
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      const line = lineOf(error, table.plan.name)
      const row = range.from + before + (line ?? 0) - 1
      throw line === null || row >= range.to
        ? new RowError(table.plan.id, range.from, range.to, error)
        : new RowError(table.plan.id, row, row + 1, error)
    }
  }
  // The server has answered, so nothing of them is on its way; after an error they are left to the collector.
  if (buffers !== null) spare.push(buffers)
  return count
}

/** Lines on their way, cut into streams of limited size. */
class Source {
  ended = false
  /** Rows in the streams that are behind us; counted only where there are several. */
  rows = 0
  readonly #context: CopyContext
  readonly #lines: Iterator<Uint8Array>
  readonly #tell: (bytes: number) => void
  #next: Uint8Array | null = null

  constructor(context: CopyContext, table: TableRows, range: Range, sent: Sent, buffers: CopyBuffers | null) {
    this.#context = context
    this.#lines = table.copyLines(range.from, range.to, undefined, buffers)
    // How many rows a buffer holds is estimated: it is for people, and counting would cost as much as sending.
    const total = range.to - range.from
    let told = 0
    this.#tell = (bytes) => {
      const rows = Math.min(bytes / Math.max(table.plan.rowBytes, 1), total - told)
      told += rows
      sent(table.plan.id, rows)
    }
  }

  *upTo(limit: number | null): Generator<Uint8Array> {
    let bytes = 0
    for (let lines = this.#peek(); lines; lines = this.#peek()) {
      if (this.#context.signal?.aborted) throw interrupted()
      if (limit !== null && bytes > 0 && bytes + lines.length > limit) return
      this.#next = null
      bytes += lines.length
      if (limit !== null) this.rows += lineEnds(lines)
      this.#tell(lines.length)
      yield lines
    }
    this.#tell(Number.POSITIVE_INFINITY)
    this.ended = true
  }

  #peek(): Uint8Array | null {
    if (this.#next) return this.#next
    const result = this.#lines.next()
    this.#next = result.done ? null : result.value
    return this.#next
  }
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count++
  return count
}

/** The line that the server's context names, from 1: `COPY posts, line 3, column title: "…"`, in whatever language. */
function lineOf(error: DatabaseError, table: string): number | null {
  for (const text of (error.where ?? '').split('\n')) {
    const start = `COPY ${table}, `
    const number = text.startsWith(start) ? /^[^\d:,]*(\d+)/.exec(text.slice(start.length))?.[1] : undefined
    if (number) return Number(number)
  }
  return null
}
