import type { Database, Queryable } from '../../model/database.ts'
import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { type DbTable, readTables } from '../sql/read-columns.ts'
import { matchedRows } from './matched-rows.ts'

const DAY = 86_400_000
/** Days that are tried: those before the first one, and after it. */
const BACK = 400
const AHEAD = 35
/** Times that are drawn by the hours in which people work move a week at a time: so many days beside the first that fits are tried as well. */
const BESIDE = 8
/** Rows that are looked at: of one table first, then of each. */
const SAMPLE = 24
const MORE = 1000

/**
 * The `now` with which rows were made that were recognised without a journal (`past.now` is a guess): the guess itself, else the noon (UTC) of a day around it at which
 * times come out as they are in the database. Null: none of these days, or nothing to tell it by. `rowsAt` makes the rows as of a `now`, an estimate will do.
 */
export async function whenMade(db: Database, past: Past, rowsAt: (now: number) => Rows): Promise<number | null> {
  const guess = past.now
  const telling = tellingColumn(past)
  if (guess === null) return null
  if (telling === null) return Object.values(past.tables).some(({ plan }) => plan.columns.some(isTime)) ? null : guess
  const { plan, column, rows } = telling
  const names = [...plan.key.columns, column]
  return db.transaction(
    async (tx) => {
      const tables = await readTables(tx, Object.keys(past.tables))
      const table = tables.get(plan.id)
      if (table === undefined || !isReadable(table, names)) return guess
      let found: { readonly nows: readonly number[]; readonly size: number } = { nows: [], size: rows.length / 2 }
      let left = Number.POSITIVE_INFINITY
      for (const now of candidates(guess)) {
        if (left-- <= 0) break
        const { size } = await matchedRows(tx, table, rowsAt(now).table(plan.id), rows, names, false)
        if (size > found.size) found = { nows: [now], size }
        else if (size === found.size) found = { nows: [...found.nows, now], size }
        if (size === rows.length) left = Math.min(left, 2 * BESIDE)
      }
      return best(tx, past, tables, rowsAt, found.nows)
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

/** The one of several days at which most rows of all tables have the times that they have; the first of those. */
async function best(
  tx: Queryable,
  past: Past,
  tables: ReadonlyMap<ObjectId, DbTable>,
  rowsAt: (now: number) => Rows,
  nows: readonly number[],
): Promise<number | null> {
  const [only, ...others] = nows
  if (only === undefined || others.length === 0) return only ?? null
  let most: { readonly now: number; readonly found: number } = { now: only, found: -1 }
  for (const now of nows) {
    let found = 0
    for (const [id, { plan, rows }] of Object.entries(past.tables)) {
      const table = tables.get(id)
      const names = [...plan.key.columns, ...plan.columns.filter(isLasting).map(({ name }) => name)]
      if (table === undefined || !isReadable(table, names) || !plan.columns.some(isLasting)) continue
      const made = rowsAt(now).table(id)
      const some = made.split(0, Math.min(rows, MORE)).flatMap(({ from, to }) => span(from, to))
      found += (await matchedRows(tx, table, made, some, names, false)).size
    }
    if (found > most.found) most = { now, found }
  }
  return most.now
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Times that are as they were written. */
const isLasting = (column: ColumnPlan): boolean => isTime(column) && column.overwritten === undefined

const isReadable = ({ readable, hidden, columns }: DbTable, names: readonly string[]): boolean =>
  readable && !hidden && names.every((name) => columns.has(name))

/** A column of times that every row has, drawn to the second: hardly two days give the same. */
function tellingColumn(past: Past): { plan: TablePlan; column: string; rows: readonly number[] } | null {
  const drawn = ({ recipe }: ColumnPlan): boolean => recipe.kind === 'draw' && recipe.shape === 'timestamp'
  const leaning = ({ recipe }: ColumnPlan): boolean => recipe.kind === 'derive' && recipe.with === 'after'
  const staged = ({ recipe }: ColumnPlan): boolean => recipe.kind === 'match'
  for (const fits of [drawn, leaning, staged])
    for (const { plan, rows } of Object.values(past.tables)) {
      const { key, skipped = [], fixtures = [], made, columns } = plan
      if (!key.exact || made !== undefined || skipped.length > 0 || !standsAlone(past, plan.id)) continue
      const given = new Set(fixtures.map(({ row }) => row))
      const sample = Array.from({ length: Math.min(rows, SAMPLE) }, (_, row) => row).filter((row) => !given.has(row))
      const column = columns.find((one) => fits(one) && isWhole(one))
      if (column !== undefined && sample.length > 0) return { plan, column: column.name, rows: sample }
    }
  return null
}

/** Does all that its rows hang on stand in tables that were recognised? Rows of others that were adopted do not. */
function standsAlone({ tables }: Past, id: ObjectId): boolean {
  const seen = new Set([id])
  for (const one of seen) {
    const plan = tables[one]?.plan
    if (plan === undefined) return false
    for (const { parent, choose } of plan.links)
      if (parent.pool === null && choose.kind !== 'none') seen.add(parent.table)
  }
  return true
}

const isTime = ({ encoding, recipe }: ColumnPlan): boolean =>
  (encoding.kind === 'timestamp' || encoding.kind === 'date') && recipe.kind !== 'leave'

const isWhole = ({ encoding, nulls, when, overwritten }: ColumnPlan): boolean =>
  encoding.kind === 'timestamp' && nulls === 0 && when.length === 0 && overwritten === undefined

/** `now: 'today'` is noon. */
function* candidates(guess: number): Generator<number> {
  const noon = Math.floor(guess / DAY) * DAY + DAY / 2
  yield guess
  for (let days = 0; days <= BACK; days++) {
    yield noon - days * DAY
    if (days <= AHEAD) yield noon + days * DAY
  }
}
