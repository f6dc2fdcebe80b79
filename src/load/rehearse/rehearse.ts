import type { Assets } from '../../model/assets/assets.ts'
import type { Database, Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan, Step, TogetherStep } from '../../model/plan.ts'
import { isIn } from '../../model/row-spans.ts'
import type { SignedIn } from '../../model/signed-in.ts'
import { compileRows, type Rows, type TableRows } from '../../values/rows/rows.ts'
import { lockAlone } from '../chunk/advisory-lock.ts'
import { interrupted } from '../chunk/interrupted.ts'
import { persist } from '../chunk/persist.ts'
import { signIn, signOut } from '../sign-in.ts'
import { type DbTable, readTables } from '../sql/read-columns.ts'
import { patchColumns } from '../steps/patch-columns.ts'
import { tablesOf } from '../steps/run-step.ts'
import { insertTogether } from '../write/insert-together.ts'
import { asAuthWrites } from './as-auth-writes.ts'
import { ask } from './ask.ts'
import { attempt } from './attempt.ts'
import { deferredConstraints } from './deferred-constraints.ts'
import { keepSequences } from './keep-sequences.ts'
import { metRows } from './met-rows.ts'
import { type Narrowed, narrow, type Writing } from './narrow.ts'
import { narrowAs } from './narrow-as.ts'
import { possibleWriters, type Users } from './possible-writers.ts'
import type { Refused } from './refused.ts'
import { reserveNumbers } from './reserve-numbers.ts'
import { firstLeftOut, groupSample, isTogether, numbersOf, type SampleSize, sampleRows } from './sample-rows.ts'
import { eachOfSample, eachOfUpdate, updateSample, writeSample } from './write-sample.ts'

export interface RehearseOptions {
  readonly db: Database
  readonly plan: Plan
  readonly assets?: Assets
  readonly size: (table: ObjectId) => SampleSize
  /** Whose first row to act as where rows want somebody who is signed in; null: there are no such users. */
  readonly users: Users | null
  /** Rows that are tried besides. */
  readonly also?: ReadonlyMap<ObjectId, readonly number[]> | undefined
  /** Tables that are not to be written, not even for a moment. */
  readonly spared: ReadonlySet<ObjectId>
  /** Tables of which a lesson says already that triggers make some of their rows. */
  readonly met: ReadonlySet<ObjectId>
  /** Stops the rehearsal: it throws `interrupted`. */
  readonly signal?: AbortSignal | undefined
}

/** What a rehearsal found out about a table. */
export type Heard =
  /** These of the rows that were tried (`tried` of them) were refused. `left`: the first row that was not chosen to be tried; null where all were. */
  | ({
      readonly kind: 'refused'
      readonly table: ObjectId
      readonly rows: readonly number[]
      readonly tried: number
      readonly left: number | null
    } & Refused)
  /** COPY was refused, INSERT was not. */
  | ({ readonly kind: 'insert'; readonly table: ObjectId } & Refused)
  /** Triggers have made some of its rows already, under this key. */
  | ({ readonly kind: 'meets'; readonly table: ObjectId; readonly columns: readonly string[] } & Refused)
  /** Rows were refused, and not where somebody is signed in. */
  | ({ readonly kind: 'signed-in'; readonly table: ObjectId; readonly as: SignedIn } & Refused)

/** Milliseconds for a statement. */
const PATIENCE = 60_000

/**
 * Writes some rows of every table as the plan would, in one transaction that is always rolled back, and tells what the database refused. Rows whose
 * parents were refused are not tried. Constraints that are deferred are checked at the end of each step, as the load's own transactions do.
 * @throws DatabaseError where the database stays away or takes too long, SeedError `run-in-progress`.
 */
export async function rehearse(options: RehearseOptions): Promise<readonly Heard[]> {
  const { db, plan, assets } = options
  const rows = compileRows(plan, assets)
  const sample = sampleRows(plan, rows, options.size, options.also)
  return keepSequences(db, () =>
    persist(async () => {
      const rehearsal = new Rehearsal(options, rows, sample)
      try {
        await db.transaction((tx) => rehearsal.run(tx), { searchPath: 'own', statementTimeout: PATIENCE })
      } catch (error) {
        if (!(error instanceof Undo)) throw error
      }
      return rehearsal.heard
    }),
  )
}

/** Ends the transaction. */
class Undo extends Error {}

class Rehearsal {
  readonly heard: Heard[] = []
  readonly #options: RehearseOptions
  readonly #rows: Rows
  readonly #sample: ReadonlyMap<ObjectId, readonly number[]>
  /** Rows that are there now, by table. */
  readonly #written = new Map<ObjectId, Set<number>>()
  #tables: ReadonlyMap<ObjectId, DbTable> = new Map()
  /** Constraints that are checked when a transaction ends. */
  #late: readonly string[] = []

  constructor(options: RehearseOptions, rows: Rows, sample: ReadonlyMap<ObjectId, readonly number[]>) {
    this.#options = options
    this.#rows = rows
    this.#sample = sample
  }

  async run(tx: Queryable): Promise<never> {
    const { plan } = this.#options
    await lockAlone(tx)
    this.#tables = await readTables(
      tx,
      plan.tables.map(({ id }) => id),
    )
    await tx.execute('set constraints all immediate')
    this.#late = await deferredConstraints(tx)
    await reserveNumbers(tx, plan)
    for (const step of plan.stages.flatMap(({ steps }) => steps)) {
      if (this.#options.signal?.aborted) throw interrupted()
      const who = tablesOf(step).flatMap((id) => this.#rows.table(id).plan.signedIn ?? [])[0]
      if (who !== undefined) await signIn(tx, plan, this.#rows, who)
      await this.#step(tx, step)
      if (who !== undefined) await signOut(tx)
    }
    throw new Undo()
  }

  async #step(tx: Queryable, step: Step): Promise<void> {
    if (isTogether(step)) return this.#together(tx, step)
    if (!('table' in step) || this.#options.spared.has(step.table)) return
    const into = this.#tables.get(step.table)
    if (into === undefined) return
    if (step.kind === 'patch') return this.#patch(tx, step.table, step.links, into)
    const made = this.#rows.table(step.table)
    const all = this.#sample.get(step.table) ?? []
    const kinds = made.split(0, made.plan.rows).filter((run) => run.made === (step.kind === 'update'))
    const mine = all.filter((row) => isIn(kinds, row))
    const { kind } = step
    if (kind === 'update') {
      const names = made.enriched.map(({ name }) => name).filter((name) => !made.plan.key.columns.includes(name))
      return this.#try(tx, into, made, mine, this.#updating(tx, into, made, names, 'written'))
    }
    const { db } = this.#options
    const ready = this.#ready(step.table, mine)
    if (kind === 'copy' && ready.length > 0) {
      const copied = await attempt(tx, () => this.#asLoaded(tx, () => writeSample(tx, db, 'copy', into, made, ready)))
      if (copied === null) return this.#arrived(step.table, ready)
      const inserted = await attempt(tx, () =>
        this.#asLoaded(tx, () => writeSample(tx, db, 'insert', into, made, ready)),
      )
      if (inserted === null) {
        this.heard.push({ kind: 'insert', table: step.table, ...copied })
        return this.#arrived(step.table, ready)
      }
    }
    const byAuth = kind === 'admin-api' && step.table === this.#options.users?.users
    if (byAuth) return this.#try(tx, into, made, mine, this.#asLoadedEach(tx, asAuthWrites(tx, into, made)))
    const writing = this.#asLoadedEach(tx, {
      all: (some) => writeSample(tx, db, 'insert', into, made, some),
      each: (some) => eachOfSample(into, made, some),
    })
    return this.#try(tx, into, made, mine, writing)
  }

  /** What is checked when a transaction ends is checked after the work. */
  async #asLoaded(tx: Queryable, work: () => Promise<void>): Promise<void> {
    if (this.#late.length === 0) return work()
    await tx.execute(`set constraints ${this.#late.join(', ')} deferred`)
    await work()
    await tx.execute('set constraints all immediate')
  }

  /** The same for rows that may have to be tried one by one. */
  #asLoadedEach(tx: Queryable, { all, each }: Writing): Writing {
    return {
      all: (rows) => this.#asLoaded(tx, () => all(rows)),
      each: (rows) => {
        const one = each(rows)
        return one && { ...one, late: this.#late }
      },
    }
  }

  #updating(tx: Queryable, into: DbTable, made: TableRows, names: readonly string[], as: 'written' | 'final'): Writing {
    return this.#asLoadedEach(tx, {
      all: (rows) => updateSample(tx, into, made, rows, names, as),
      each: (rows) => eachOfUpdate(into, made, rows, names, as),
    })
  }

  /** Rows of one table may lead to one another, so those whose parents are refused go out as it shows. */
  async #try(tx: Queryable, into: DbTable, made: TableRows, rows: readonly number[], writing: Writing): Promise<void> {
    const { plan, users } = this.#options
    const { id } = made.plan
    const met = async (refused: Refused, some: readonly number[]): Promise<readonly string[] | null> =>
      this.#options.met.has(id) ? null : ask(tx, () => metRows(tx, into, made, refused, some), null)
    const possible = (): Promise<readonly SignedIn[]> => possibleWriters(tx, plan, made.plan, users)
    const tried = await narrowAs({ tx, plan, rows: this.#rows, made, writing, possible, met }, this.#ready(id, rows))
    this.#arrived(id, tried.accepted)
    if (tried.met !== undefined)
      this.heard.push({ kind: 'meets', table: id, columns: tried.met.columns, ...tried.met.refused })
    if (tried.instead !== null)
      this.heard.push({ kind: 'signed-in', table: id, as: tried.instead.as, ...tried.instead.refused })
    this.#hear(id, tried)
  }

  /** Sets the columns of links that were cut, in rows that are there. */
  async #patch(tx: Queryable, table: ObjectId, links: readonly string[], into: DbTable): Promise<void> {
    const made = this.#rows.table(table)
    const named = made.plan.links.filter(({ name }) => links.includes(name))
    const columns = patchColumns(made.plan, links)
    const there = [...(this.#written.get(table) ?? [])].sort((a, b) => a - b)
    const leading = there.filter((row) =>
      named.every(({ name, parent }) => {
        const up = made.parentRow(row, name)
        return up === null || parent.pool !== null || this.#isThere(parent.table, up)
      }),
    )
    const some = leading.filter((row) => named.some(({ name }) => made.parentRow(row, name) !== null))
    this.#hear(table, await narrow(tx, some, this.#updating(tx, into, made, columns, 'final')))
  }

  /** Tables that go in together: refused as a whole. */
  async #together(tx: Queryable, step: TogetherStep): Promise<void> {
    const { db, size, spared } = this.#options
    const groups = groupSample(this.#rows, step.tables, size).filter(({ ranges }) => ranges.length > 0)
    const parts = groups.flatMap(({ table, ranges }) => {
      const into = this.#tables.get(table)
      const numbers = ranges.flatMap(numbersOf)
      return into === undefined ? [] : [{ table: this.#rows.table(table), into, ranges, numbers }]
    })
    const [lead] = parts
    if (lead === undefined || parts.length < groups.length || step.tables.some((id) => spared.has(id))) return
    for (const { table, numbers } of parts)
      if (this.#ready(table.plan.id, numbers, step.tables).length < numbers.length) return
    const refused = await attempt(tx, async () => {
      if (step.kind === 'insert-together') {
        await insertTogether(tx, parts).catch((error: unknown) => {
          throw error instanceof Error && error.cause ? error.cause : error
        })
        return
      }
      await tx.execute('set constraints all deferred')
      for (const { table, into, numbers } of parts) await writeSample(tx, db, 'copy', into, table, numbers)
      await tx.execute('set constraints all immediate')
    })
    for (const { table, numbers } of refused === null ? parts : []) this.#arrived(table.plan.id, numbers)
    if (refused === null) return
    const { numbers, table } = lead
    this.#hear(table.plan.id, { accepted: [], refused: numbers, why: refused })
  }

  /** Rows all of whose parents are there, rows of the same table that come before included. */
  #ready(table: ObjectId, rows: readonly number[], group: readonly ObjectId[] = []): readonly number[] {
    const made = this.#rows.table(table)
    const links = made.plan.links.filter(
      ({ parent, choose, patch }) =>
        parent.pool === null && choose.kind !== 'none' && !patch && !group.includes(parent.table),
    )
    if (links.length === 0) return rows
    const here = new Set<number>()
    for (const row of rows) {
      const whole = links.every(({ name, parent }) => {
        const up = made.parentRow(row, name)
        return (
          up === null || this.#isThere(parent.table, up) || (parent.table === table && (up === row || here.has(up)))
        )
      })
      if (whole) here.add(row)
    }
    return [...here]
  }

  #isThere(table: ObjectId, row: number): boolean {
    return row < this.#rows.table(table).plan.present || (this.#written.get(table)?.has(row) ?? false)
  }

  #arrived(table: ObjectId, rows: readonly number[]): void {
    const known = this.#written.get(table) ?? new Set()
    this.#written.set(table, known)
    for (const row of rows) known.add(row)
  }

  #hear(table: ObjectId, { accepted, refused, why }: Narrowed): void {
    if (why === null) return
    const made = this.#rows.table(table)
    const left = firstLeftOut(made.split(made.plan.present, made.plan.rows), this.#sample.get(table) ?? [])
    this.heard.push({ kind: 'refused', table, rows: refused, tried: accepted.length + refused.length, left, ...why })
  }
}
