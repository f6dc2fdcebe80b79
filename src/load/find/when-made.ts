import type { Database } from '../../model/database.ts'
import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import type { Rows } from '../../values/rows.ts'
import { type DbTable, readTables } from '../sql/read-columns.ts'
import { matchedRows } from './matched-rows.ts'

const DAY = 86_400_000
/** Days that are tried: those before the first one, and after it. */
const BACK = 400
const AHEAD = 35
/** Rows that are looked at. */
const SAMPLE = 24

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
      const table = (await readTables(tx, [plan.id])).get(plan.id)
      if (table === undefined || !isReadable(table, names)) return guess
      // Days beside the right one may give the same here and there; somebody may have changed a row.
      let best = { now: null as number | null, found: rows.length / 2 }
      for (const now of candidates(guess)) {
        const { size } = await matchedRows(tx, table, rowsAt(now).table(plan.id), rows, names, false)
        if (size === rows.length) return now
        if (size > best.found) best = { now, found: size }
      }
      return best.now
    },
    { readOnly: true, isolation: 'repeatable read' },
  )
}

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
