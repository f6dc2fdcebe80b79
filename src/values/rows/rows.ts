import { type Assets, NO_ASSETS } from '../../model/assets/assets.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, Plan, TablePlan } from '../../model/plan.ts'
import type { Value } from '../../model/value.ts'
import { compileContext } from '../draws/draw.ts'
import type { CopyBuffers } from '../text/copy-buffers.ts'
import { assetBook } from './asset-book.ts'
import { type Compilation, planError } from './compilation.ts'
import type { RowRange } from './layout.ts'
import { PlannedRows } from './planned-rows.ts'
import { refuseCycles } from './refuse-cycles.ts'
import { refuseOwnerCycles } from './refuse-owner-cycles.ts'
import { Table } from './table.ts'

/** The rows of a plan. */
export interface Rows {
  /** @throws SeedError `no-such-table` where the plan does not write it. */
  table(id: ObjectId): TableRows
}

/** `written`: as the first statement writes them, links to patch are NULL; `final` (the default): as they are in the end. */
export type As = 'written' | 'final'

/** The rows of a table, each found without the others. */
export interface TableRows {
  readonly plan: TablePlan
  /** Columns that statements name: all but `leave`. */
  readonly written: readonly ColumnPlan[]
  /** Columns that are set in rows that a trigger made. */
  readonly enriched: readonly ColumnPlan[]
  /** Rows `from` … `to - 1`, cut into those that a trigger makes and those that are written; rows that are skipped are in none. */
  split(from: number, to: number): readonly (RowRange & { readonly made: boolean })[]
  /** Null for a column that is left to the database. */
  value(row: number, column: string, as?: As): Value
  /** The text that Postgres reads for each column, null for NULL. */
  texts(row: number, columns: readonly string[], as?: As): (string | null)[]
  /**
   * Rows `from` … `to - 1` in COPY's text format, as written: buffers of about 64 KB of whole lines, which the
   * caller may keep; with `buffers` they take turns instead. Default: `written`.
   */
  copyLines(from: number, to: number, columns?: readonly string[], buffers?: CopyBuffers | null): Generator<Uint8Array>
  /** Number of the row (of the table, or in the pool) that a link leads to; null for none. */
  parentRow(row: number, link: string): number | null
  /** Rows whose owner is one of the rows `parentFrom` … `parentTo - 1`; ascending. None for a root. */
  owned(parentFrom: number, parentTo: number): readonly RowRange[]
  /** Number of rows that a parent owns, those that are given and those that are skipped not counted. None for a root. */
  childCount(parent: number): number
  /** Rows that its parents have room for, where a link limits how many each may own; null: nothing does. */
  room(): number | null
  /** What the row is known by wherever it stands: 64 bits, as hex. */
  identity(row: number): string
  /** The texts of `plan.key.columns`. */
  key(row: number): (string | null)[]
}

/**
 * Compiles a plan into its rows. Every value is a pure function of the plan and its address: asked for in any order, as often as you
 * like. Tables are compiled when first asked for. `assets`: the user's content, as far as the plan speaks of it; its items may be gone or changed, then
 * keys can be told and values throw `asset-missing` or `asset-changed`.
 * @throws SeedError `recipe-cycle` where columns or owners wait for each other.
 */
export function compileRows(plan: Plan, assets?: Assets): Rows {
  refuseCycles(plan)
  refuseOwnerCycles(plan)
  const plans = new Map(plan.tables.map((table) => [table.id, table]))
  const pools = new Map(plan.pools.map((pool) => [pool.id, pool]))
  const tables = new Map<ObjectId, Table>()
  const rows = new Map<ObjectId, TableRows>()
  const compilation: Compilation = {
    seed: plan.seed,
    now: plan.now,
    shapes: compileContext(plan.now, plan.locales),
    holds: (id) => plans.has(id),
    table: (id) => remembered(tables, id, () => new Table(found(plans, id), compilation)),
    pool: (id) => {
      const pool = pools.get(id)
      if (pool === undefined) throw planError('no-such-pool', id, `the plan has no pool ${id}`)
      return pool
    },
    content: assets ?? NO_ASSETS,
    ...assetBook(plan, assets),
  }
  return { table: (id) => remembered(rows, id, () => new PlannedRows(compilation.table(id))) }
}

function found(plans: ReadonlyMap<ObjectId, TablePlan>, id: ObjectId): TablePlan {
  const plan = plans.get(id)
  if (plan === undefined) throw planError('no-such-table', id, `the plan does not write ${id}`)
  return plan
}

function remembered<Key, Made>(memory: Map<Key, Made>, key: Key, make: () => Made): Made {
  let made = memory.get(key)
  if (made === undefined) {
    made = make()
    memory.set(key, made)
  }
  return made
}
