import type { Assets } from '../model/assets/assets.ts'
import { childrenOfAll } from '../model/children-of.ts'
import { type Database, DatabaseError, type Queryable } from '../model/database.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Past, PastTable } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import { uniqueOf } from '../model/unique-of.ts'
import { compileRows } from '../values/rows/rows.ts'
import { asFirstMade } from './find/as-first-made.ts'
import { countByParents } from './find/count-by-parents.ts'
import { type FoundTable, findTable, fits } from './find/find-table.ts'
import { givenByOthers } from './find/given-by-others.ts'
import { type DbTable, readTables } from './sql/read-columns.ts'

/** Rows that were recognised, and what was not quite as it should be. */
export interface Recognised extends Past {
  readonly findings: readonly Finding[]
  /** Given rows that were there before ours, by table: the plan must be made without them. */
  readonly others: Readonly<Record<ObjectId, readonly string[]>>
}

/**
 * Finds out which rows of a plan are there without a journal. `plan` is made as if nothing were there (`present` 0 everywhere). Tables go in the plan's
 * order, since keys of children hang on the serials of their parents, and how many children each parent has on how many there were.
 */
export async function recognise(db: Database, plan: Plan, assets?: Assets): Promise<Recognised> {
  try {
    return await db.transaction((tx) => new Recognition(tx, plan, assets).run(), {
      readOnly: true,
      isolation: 'repeatable read',
    })
  } catch (error) {
    // What the database cannot read as a value of the column is not there. Whoever writes the plan is told where it is said.
    if (error instanceof DatabaseError && error.code?.startsWith(INVALID_VALUE)) return recognised(plan, {})
    throw error
  }
}

/** Class of the SQLSTATEs about data: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const INVALID_VALUE = '22'

function recognised(plan: Plan, tables: Past['tables']): Recognised {
  const { seed, now, pools, assetPools, left, generators, locales } = plan
  return {
    tables,
    reference: left.filter(({ code }) => code === 'holds-rows').map(({ table }) => table),
    seed,
    now,
    ...(locales === undefined ? {} : { locales }),
    ...(generators === undefined ? {} : { generators }),
    pools,
    ...(assetPools === undefined ? {} : { assetPools }),
    unfinished: null,
    findings: [],
    others: {},
  }
}

class Recognition {
  readonly #tx: Queryable
  readonly #assets: Assets | undefined
  readonly #tentative: Plan
  /** Tables that were looked for are as they were found. */
  #plan: Plan
  readonly #findings: Finding[] = []
  readonly #others: Record<ObjectId, readonly string[]> = {}
  /** Tables that were not looked for yet. */
  readonly #unknown: Set<ObjectId>

  constructor(tx: Queryable, plan: Plan, assets: Assets | undefined) {
    this.#tx = tx
    this.#assets = assets
    this.#tentative = plan
    this.#plan = plan
    this.#unknown = new Set(plan.tables.map(({ id }) => id))
  }

  async run(): Promise<Recognised> {
    const tables = await readTables(
      this.#tx,
      this.#plan.tables.map(({ id }) => id),
    )
    const found: Record<ObjectId, PastTable> = {}
    for (const { id } of this.#plan.tables) {
      this.#unknown.delete(id)
      const table = tables.get(id)
      const rows = table?.readable && !table.hidden ? await this.#find(table) : 0
      const plan = this.#table(id)
      if (rows > 0 && plan) found[id] = { rows, plan }
    }
    return { ...recognised(this.#plan, found), findings: this.#findings, others: this.#others }
  }

  /** Tries to read the table's rows as the plan makes them, then with as many rows as are there, until one supposition fits. */
  async #find(table: DbTable): Promise<number> {
    const plan = this.#table(table.id)
    if (!plan) return 0
    const columns = plan.columns.map(({ name }) => name)
    const all = await this.#count(table)
    if (
      all === 0 ||
      plan.rows === 0 ||
      !plan.key.columns.every((name) => columns.includes(name) && table.columns.has(name))
    )
      return 0
    const others = await givenByOthers(this.#tx, table, plan, (one) =>
      compileRows(this.#with(one), this.#assets).table(table.id),
    )
    if (others.length > 0) this.#others[table.id] = others
    const best = await this.#best(table, plan, all)
    if (!best) return 0
    // Children are dealt out as a whole: of a table with an owner all rows of the supposition count, and those that are missing are told.
    const rows = plan.owner === null ? best.rows : best.plan.rows
    this.#plan = this.#with({ ...best.plan, rows, present: rows })
    if (best.found < rows) this.#findings.push(incomplete(table.id, rows, best.found))
    return rows
  }

  /** The supposition that fits in whole; else nearly; else the one under which most was found. */
  async #best(table: DbTable, plan: TablePlan, all: number): Promise<FoundTable | null> {
    let best: FoundTable | null = null
    for (const order of hasOwnKey(plan) ? (['in order'] as const) : (['in order', 'anywhere'] as const)) {
      for (const count of await this.#counts(table, plan, all)) {
        const tried = await findTable(
          this.#tx,
          table,
          this.#made(plan, count),
          {
            compile: (other) => compileRows(this.#with(other), this.#assets).table(table.id),
            unknown: this.#unknown,
            tableOf: (id) => this.#table(id),
          },
          order,
        )
        if (tried.found > 0 && tried.found === tried.plan.rows) return tried
        if (tried.found > 0 && (best === null || isBetter(tried, best))) best = tried
      }
      if (best && fits(best)) return best
    }
    return best
  }

  /**
   * How many rows there may have been: as many as planned, as belong to parents of ours, as are there. Rows of a table without an owner do not hang on
   * their number, so there as many are looked for as are there, if their keys are certain.
   */
  async #counts(table: DbTable, plan: TablePlan, all: number): Promise<number[]> {
    if (plan.owner === null) return [hasOwnKey(plan) ? Math.max(plan.rows, Math.min(all, roomOf(plan))) : plan.rows]
    const counts = [...new Set([plan.rows, await this.#owned(table, plan), all])]
    return counts.filter((count) => count > 0 && this.#isPossible(plan, count))
  }

  /** Rows that refer to parents of ours by the owner link. */
  async #owned(table: DbTable, plan: TablePlan): Promise<number> {
    const link = plan.links.find(({ name }) => name === plan.owner)
    const parent = link && link.parent.pool === null ? this.#table(link.parent.table) : undefined
    if (!link || !parent) return 0
    return countByParents(
      this.#tx,
      table,
      link.columns,
      compileRows(this.#plan, this.#assets).table(parent.id),
      link.parent.columns,
    )
  }

  /** May the parents that were found have so many children? */
  #isPossible(plan: TablePlan, count: number): boolean {
    const owner = this.#made(plan, count).links.find(({ name }) => name === plan.owner)
    if (owner?.choose.kind !== 'blocks') return true
    const { min, max, generations, only, closed = [], each } = owner.choose.spread
    if (each !== undefined) {
      const { parents: found = 0, given = 0 } = generations[0] ?? {}
      return generations.length === 1 && childrenOfAll(each, found) === count - given
    }
    const made = only === undefined ? [] : (this.#table(owner.parent.table)?.made?.ranges ?? [])
    const idle = made.reduce((sum, { from, to }) => sum + to - from, closed.length)
    const parents = Math.max(0, (generations.at(-1)?.parents ?? 0) - idle)
    const children = count - generations.reduce((sum, { given = 0 }) => sum + given, 0)
    return children >= parents * min && children <= parents * (max ?? Number.POSITIVE_INFINITY)
  }

  /** The table as a first run would have made it with so many rows, under the parents that were found. */
  #made(plan: TablePlan, rows: number): TablePlan {
    return asFirstMade(plan, rows, (id) => {
      const planned = this.#tentative.tables.find((table) => table.id === id)
      const found = this.#table(id)
      return planned && found && { planned: planned.rows, found: found.rows }
    })
  }

  #table(id: ObjectId): TablePlan | undefined {
    return this.#plan.tables.find((table) => table.id === id)
  }

  #with(table: TablePlan): Plan {
    return { ...this.#plan, tables: this.#plan.tables.map((other) => (other.id === table.id ? table : other)) }
  }

  async #count(table: DbTable): Promise<number> {
    const [row] = await this.#tx.query<{ n: number }>(`select count(*)::float8 as n from ${table.sql}`)
    return row?.n ?? 0
  }
}

const isBetter = (one: FoundTable, other: FoundTable): boolean =>
  fits(one) === fits(other) ? one.found > other.found : fits(one)

/** No part of its key is a number that a sequence gave. */
const hasOwnKey = (plan: TablePlan): boolean =>
  !plan.columns.some(({ name, recipe }) => plan.key.columns.includes(name) && recipe.kind === 'serial') &&
  plan.key.exact

/** How many rows its permutations have room for. */
function roomOf(plan: TablePlan): number {
  const uniques = plan.columns.flatMap(({ recipe }) => {
    const unique = uniqueOf(recipe)
    return unique?.by === 'permute' ? [unique] : []
  })
  const links = plan.links.flatMap(({ choose }) => {
    const unique = choose.kind === 'pair' ? choose.unique : choose.kind === 'permute' ? choose : undefined
    return unique === undefined ? [] : [{ ...unique, candidates: 1 }]
  })
  const rooms = [...uniques, ...links].map(({ radices, candidates }) =>
    Math.floor(radices.reduce((product, radix) => product * radix, 1) / candidates),
  )
  return Math.min(...rooms, Number.MAX_SAFE_INTEGER)
}

function incomplete(table: ObjectId, rows: number, found: number): Finding {
  return finding(
    'rows-missing',
    'warning',
    { table },
    `Rows of ours were recognised in ${table}, but some are missing or were changed.`,
    {
      expected: `${rows} rows`,
      found: `${found} rows`,
      next: '`supa-seed reset` brings them back; `supa-seed cleanup` removes the rest.',
    },
  )
}
