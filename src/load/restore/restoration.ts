import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { OwnRows } from '../past/history.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { insertTogether, type Together } from '../write/insert-together.ts'
import { cut, type Range, SLICE_ROWS } from '../write/slices.ts'
import { missingRows } from './missing-rows.ts'
import type { RestoreGroup } from './restore-order.ts'
import { setBack } from './set-back.ts'

export interface Restored {
  /** `restored`: were gone and came back; `changed`: differed and were set back. */
  readonly tables: readonly { readonly table: ObjectId; readonly restored: number; readonly changed: number }[]
  readonly findings: readonly Finding[]
}

/** By table and row: the columns of it that are set back. */
export type GivenColumns = ReadonlyMap<ObjectId, ReadonlyMap<number, readonly string[]>>

/** Brings rows back and sets them back, inside one transaction. */
export class Restoration {
  readonly #tx: Queryable
  readonly #tables: ReadonlyMap<ObjectId, DbTable>
  readonly #restored = new Map<ObjectId, number>()
  readonly #changed = new Map<ObjectId, Set<number>>()
  /** Rows that came back. */
  readonly #back = new Map<OwnRows, readonly Range[]>()
  readonly #findings: Finding[] = []
  readonly #given: GivenColumns | null

  /** `given`: parts are single rows, of which only these columns are set back; null: all. */
  constructor(tx: Queryable, tables: ReadonlyMap<ObjectId, DbTable>, given: GivenColumns | null = null) {
    this.#given = given
    this.#tx = tx
    this.#tables = tables
  }

  async run(groups: readonly RestoreGroup[]): Promise<Restored> {
    await this.#tx.execute('set constraints all deferred')
    for (const { parts, circle } of groups) {
      const found = parts.filter(({ table }) => this.#tables.has(table))
      for (const { table } of parts) if (!this.#tables.has(table)) this.#note(tableGone(table))
      for (const part of found) this.#back.set(part, await missingRows(this.#tx, this.#into(part), part))
      // Rows of a circle refer to one another: all must be there first. Else a changed row may hold what a missing one needs (a unique value).
      if (circle) await this.#bringBack(found)
      for (const part of found) await this.#setBack(part)
      if (!circle)
        for (const part of found) for (const range of this.#slices(part)) await this.#bringBack([part], [range])
    }
    // Links that close a circle come last: by now all rows are there.
    for (const part of groups.flatMap(({ parts }) => parts)) if (this.#tables.has(part.table)) await this.#patch(part)
    const ids = [...new Set(groups.flatMap(({ parts }) => parts.map(({ table }) => table)))]
    return {
      tables: ids.map((table) => ({
        table,
        restored: this.#restored.get(table) ?? 0,
        changed: this.#changed.get(table)?.size ?? 0,
      })),
      findings: this.#findings,
    }
  }

  /** The missing rows of a part, cut for one statement each. */
  #slices(part: OwnRows): Range[] {
    return (this.#back.get(part) ?? []).flatMap(({ from, to }) => cut(from, to, SLICE_ROWS))
  }

  /** Inserts rows that are missing, of all parts by one statement. */
  async #bringBack(parts: readonly OwnRows[], ranges?: readonly Range[]): Promise<void> {
    const some = parts.filter((part) => (this.#back.get(part)?.length ?? 0) > 0)
    if (some.length === 0) return
    const together = some.map((part) => ({
      into: this.#into(part),
      table: part.rows,
      ranges: ranges ?? this.#back.get(part) ?? [],
    }))
    const made = some.every(isMade)
    const counts = await (made ? this.#tryInsert(some, together) : insertTogether(this.#tx, together))
    for (const [i, { table }] of some.entries())
      this.#restored.set(table, (this.#restored.get(table) ?? 0) + (counts[i] ?? 0))
  }

  /** Rows that a trigger makes may need more than what we know of them. */
  async #tryInsert(parts: readonly OwnRows[], together: readonly Together[]): Promise<number[]> {
    await this.#tx.execute('savepoint supa_seed_insert')
    try {
      return await insertTogether(this.#tx, together)
    } catch (error) {
      await this.#tx.execute('rollback to savepoint supa_seed_insert')
      for (const { table } of parts) this.#note(notRestored(table, error))
      return []
    }
  }

  /** Not the links that were cut: those wait until all rows are there. */
  async #setBack(part: OwnRows): Promise<void> {
    const late = lateColumns(part)
    const columns = isMade(part) ? part.rows.enriched : part.rows.written
    const names = columns
      .filter(({ name, overwritten }) => !late.includes(name) && overwritten === undefined)
      .map(({ name }) => name)
    await this.#update(part, names, without(part, this.#back.get(part) ?? []))
  }

  async #patch(part: OwnRows): Promise<void> {
    await this.#update(part, lateColumns(part), [part])
  }

  async #update(part: OwnRows, columns: readonly string[], ranges: readonly Range[]): Promise<void> {
    const { key } = part.rows.plan
    // Without a key nobody can tell which row was changed: then it is missing, and came back.
    if (!key.exact) return
    const chosen = this.#given?.get(part.table)?.get(part.from)
    const isBack = (this.#back.get(part)?.length ?? 0) > 0
    const names = columns.filter(
      (name) => !key.columns.includes(name) && (this.#given === null || isBack || chosen?.includes(name)),
    )
    const rows = await setBack(this.#tx, this.#into(part), part, ranges, names)
    const changed = this.#changed.get(part.table) ?? new Set()
    const back = this.#back.get(part) ?? []
    for (const row of rows) if (!back.some(({ from, to }) => from <= row && row < to)) changed.add(row)
    this.#changed.set(part.table, changed)
  }

  #into({ table, rows }: OwnRows): DbTable {
    const found = this.#tables.get(table)
    if (!found) throw new Error(`${rows.plan.id} is gone`)
    return found
  }

  #note(found: Finding): void {
    if (!this.#findings.some(({ id }) => id === found.id)) this.#findings.push(found)
  }
}

/** A trigger made these rows; parts hold one kind only. */
const isMade = ({ rows, from, to }: OwnRows): boolean => rows.split(from, to)[0]?.made ?? false

const lateColumns = ({ rows }: OwnRows): string[] => [
  ...new Set(rows.plan.links.filter(({ patch }) => patch).flatMap(({ columns }) => columns)),
]

/** A part without some of its rows (sorted ranges). */
function without({ from, to }: Range, holes: readonly Range[]): Range[] {
  const ranges: Range[] = []
  let at = from
  for (const hole of holes) {
    if (hole.from > at) ranges.push({ from: at, to: hole.from })
    at = hole.to
  }
  if (at < to) ranges.push({ from: at, to })
  return ranges
}

function tableGone(table: ObjectId): Finding {
  return finding('table-gone', 'warning', { table }, `${table} is not there any more; its rows were not restored.`, {
    next: 'Run `supa-seed cleanup`, then `supa-seed seed`, to go by the schema as it is now.',
  })
}

function notRestored(table: ObjectId, error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error)
  return finding(
    'rows-not-restored',
    'error',
    { table },
    `Rows of ${table} that a trigger had made did not come back: ${why}`,
    {
      next: `Delete the rows that the trigger makes them for, then run \`supa-seed reset\` again.`,
    },
  )
}
