import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Sheet } from '../sql/sheet.ts'
import { readCounters } from './counters.ts'
import { type GrownTable, grownTables } from './grown-tables.ts'
import { existingKeys, type Keys, newRows } from './new-rows.ts'

/** Rows that triggers made in one table. */
export interface Harvested {
  readonly table: ObjectId
  readonly columns: readonly string[]
  /** True: the columns are a key; false: they are all columns. */
  readonly exact: boolean
  readonly keys: Keys
}

/** What a transaction writes itself, so that the rest can be told from it. */
export interface HarvestScope {
  /** Its tables, and how many rows it inserts into each; Infinity where it also updates rows, and cannot tell them from others. */
  readonly targets: readonly { readonly id: ObjectId; readonly sql: string; readonly sent: number }[]
  /** The keys of the rows that it writes to a target. */
  keysOf(target: ObjectId): { readonly key: TablePlan['key']; readonly sheet: Sheet } | null
}

export interface WrittenAndHarvested<Result> {
  readonly result: Result
  readonly harvested: readonly Harvested[]
  readonly findings: readonly Finding[]
}

/**
 * Writes, and finds the rows that triggers made meanwhile, deferred ones included. The transaction must be REPEATABLE READ, and `write` is called again after a
 * rollback to its beginning, if need be.
 *
 * Where triggers insert and also update rows of the same table (counters by upsert), a row that carries our transaction may be an older one. Then all is rolled
 * back, those keys are looked up, and it is written once more.
 */
export async function writeAndHarvest<Result>(
  tx: Queryable,
  scope: HarvestScope,
  write: () => Promise<Result>,
): Promise<WrittenAndHarvested<Result>> {
  await tx.execute('savepoint supa_seed_chunk')
  const first = await attempt(tx, scope, write)
  const mixed = first.grown.filter(({ table, keys }) => table.mixed && keys.length > 0)
  if (mixed.length === 0) return harvested(first.result, first.grown)
  await tx.execute('rollback to savepoint supa_seed_chunk')
  const old = new Map<ObjectId, ReadonlySet<string>>()
  for (const { table, keys } of mixed) old.set(table.id, new Set((await existingKeys(tx, table, keys)).map(keyText)))
  const second = await attempt(tx, scope, write)
  const grown = second.grown.map(({ table, keys }) => ({
    table,
    keys: keys.filter((key) => !old.get(table.id)?.has(keyText(key))),
  }))
  return harvested(second.result, grown)
}

interface Grown {
  readonly table: GrownTable
  readonly keys: Keys
}

async function attempt<Result>(
  tx: Queryable,
  scope: HarvestScope,
  write: () => Promise<Result>,
): Promise<{ result: Result; grown: readonly Grown[] }> {
  const before = await readCounters(tx)
  const result = await write()
  await tx.execute('set constraints all immediate')
  const tables = await grownTables(tx, before, await readCounters(tx), scope.targets)
  const grown: Grown[] = []
  for (const found of tables) {
    const own = found.target === null ? null : scope.keysOf(found.target)
    const table = own ? { ...found, ...own.key } : found
    grown.push({ table, keys: table.visible ? await newRows(tx, table, own?.sheet ?? null) : [] })
  }
  return { result, grown }
}

function harvested<Result>(result: Result, grown: readonly Grown[]): WrittenAndHarvested<Result> {
  const made = grown
    .filter(({ keys }) => keys.length > 0)
    .map(({ table, keys }) => ({ table: table.id, columns: table.columns, exact: table.exact, keys }))
  return {
    result,
    harvested: made,
    findings: grown.filter(({ table }) => !table.visible).map(({ table }) => unseen(table)),
  }
}

function unseen(table: GrownTable): Finding {
  return finding(
    'trigger-rows-unseen',
    'warning',
    { table: table.id },
    `Triggers add rows to ${table.id}, which the current role cannot read; \`supa-seed cleanup\` will not find them.`,
    {
      found: `${table.inserted} rows in one chunk`,
      next: `Use a role that may SELECT from ${table.id} and is not held by its row-level security.`,
    },
  )
}

const keyText = (key: readonly (string | null)[]): string => JSON.stringify(key)
