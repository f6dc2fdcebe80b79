import type { Queryable } from '../../model/database.ts'
import type { ObjectId } from '../../model/name.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Serial } from '../../model/recipe.ts'
import { countIn, isIn } from '../../model/row-spans.ts'
import type { TableRows } from '../../values/rows/rows.ts'
import { missingRows } from '../restore/missing-rows.ts'
import type { DbTable } from '../sql/read-columns.ts'
import { cut } from '../write/slices.ts'
import { comparableColumns, serialColumns } from './comparable-columns.ts'
import { isTelling, type TableOf, tellingColumns } from './is-telling.ts'
import { matchedRows, serialsByContent, valuesByKey } from './matched-rows.ts'
import { serialRanges } from './serial-ranges.ts'

/** Rows of a table that were found under one supposition of how they were made. */
export interface FoundTable {
  readonly plan: TablePlan
  /** The last row that was found and all before it; 0: none. */
  readonly rows: number
  /** How many of them are really there. */
  readonly found: number
}

/** Rows in one statement. */
const SLICE = 5000
/** Share of the rows that must be there for a supposition to fit. */
const MOST = 0.9
/** A list of known words so long that nobody else has the very same one. */
const LONG = 20
/** Rows that are recognised by their contents at most, when their numbers do not follow one another. */
const BY_CONTENT = 200_000

/** What a table is looked for among. */
export interface Search {
  /** Compiles a table of the plan, replaced by this one. */
  readonly compile: (table: TablePlan) => TableRows
  /** Tables that were not looked for yet: their serial numbers are not known. */
  readonly unknown: ReadonlySet<ObjectId>
  readonly tableOf: TableOf
}

/**
 * How serial numbers are supposed to lie: one after the other from the first row on, or anywhere. Contents may be the same in rows of others, so anywhere
 * is a last resort.
 */
export type SerialOrder = 'in order' | 'anywhere'

/** Looks for the rows of a table as `plan` makes them: a few first, then all. Serial keys are found by the other columns. */
export async function findTable(
  tx: Queryable,
  table: DbTable,
  plan: TablePlan,
  search: Search,
  order: SerialOrder,
): Promise<FoundTable> {
  const { compile } = search
  const rows = compile(plan)
  const serials = serialColumns(rows)
  const keySerial = plan.key.columns.find((name) => serials.includes(name))
  const found =
    keySerial === undefined
      ? await byKey(tx, table, rows, search)
      : await bySerial(tx, table, rows, keySerial, search, order)
  if (found.found === 0) return found
  const others = serials.filter((name) => name !== keySerial)
  return { ...found, plan: await withSerials(tx, table, compile(found.plan), others, found.rows, compile) }
}

/** Do all rows, or nearly all, fit the supposition? */
export const fits = ({ plan, rows, found }: FoundTable): boolean =>
  found > 0 && rows === plan.rows && found >= MOST * rows

async function byKey(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  { unknown, tableOf }: Search,
): Promise<FoundTable> {
  const { plan } = rows
  if (plan.key.exact && isTelling(plan, tableOf) && (await isBesideGiven(tx, table, rows, tableOf)))
    return { plan, ...(await countRows(tx, table, rows, plan.key.columns, true)) }
  if (plan.key.exact) {
    const others = comparableColumns(rows, table, unknown, false).filter((name) => !plan.key.columns.includes(name))
    const isSure = others.some((name) => isOwnWords(plan, name))
    if (others.length === 0 || (!isSure && plan.rows < LONG)) return { plan, rows: 0, found: 0 }
    const found = { plan, ...(await countRows(tx, table, rows, [...plan.key.columns, ...others], false)) }
    return fits(found) && (isSure || found.found === plan.rows) ? found : { plan, rows: 0, found: 0 }
  }
  // Rows without a key may be the same as rows of others, and as one another: only if nearly all are there, each as often as planned.
  if (plan.rows > BY_CONTENT) return { plan, rows: 0, found: 0 }
  let found = countIn(plan.skipped)
  for (const { from, to } of rows.split(0, plan.rows)) {
    const missing = await missingRows(tx, table, { table: plan.id, rows, from, to })
    found += to - from - missing.reduce((sum, range) => sum + range.to - range.from, 0)
  }
  const whole = { plan, rows: plan.rows, found }
  return fits(whole) ? whole : { plan, rows: 0, found: 0 }
}

/**
 * Rows that are given may be those of others (a kit's own test users): they only count beside rows that nobody else would have, or where a part of their key that
 * tells is not said, but comes from their handle. Nothing but given rows is told by their contents.
 */
async function isBesideGiven(tx: Queryable, table: DbTable, rows: TableRows, tableOf: TableOf): Promise<boolean> {
  const { fixtures = [], key, columns, rows: count } = rows.plan
  if (fixtures.length === 0) return true
  const given = new Set(fixtures.map(({ row }) => row))
  const telling = tellingColumns(rows.plan, tableOf).map(
    (name) => new Set(columns.find((column) => column.name === name)?.fixed?.map(([row]) => row)),
  )
  const chosen = numbers(0, Math.min(count, given.size + SLICE)).filter(
    (row) => !given.has(row) || telling.some((said) => !said.has(row)),
  )
  return chosen.length > 0 && (await matchedRows(tx, table, rows, chosen, key.columns, true)).size > 0
}

/** A column of a row that hardly anybody else would have filled like that: not a flag, a word out of few, or nothing at all. */
function isOwnWords({ columns, links }: TablePlan, name: string): boolean {
  const column = columns.find((one) => one.name === name)
  if (column === undefined || column.nulls > 0.5) return false
  const { recipe } = column
  if (recipe.kind === 'follow') return links.some((link) => link.name === recipe.link && link.parent.pool === null)
  return recipe.kind === 'draw' || recipe.kind === 'derive' || recipe.kind === 'expression'
    ? recipe.kind !== 'draw' || recipe.shape !== 'boolean'
    : false
}

async function bySerial(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  serial: string,
  { compile, unknown }: Search,
  order: SerialOrder,
): Promise<FoundTable> {
  const { plan } = rows
  const none = { plan, rows: 0, found: 0 }
  const names = comparableColumns(rows, table, unknown)
  if (names.length === 0) return none
  const ranges = await (order === 'in order' ? fromFirst : byContent)(tx, table, rows, names, serial)
  if (ranges === null) return none
  const numbered = withRanges(plan, serial, ranges)
  const all = [...plan.key.columns, ...names.filter((name) => !plan.key.columns.includes(name))]
  const found = { plan: numbered, ...(await countRows(tx, table, compile(numbered), all, false)) }
  // A few words out of few may be those of others: then only the whole table tells.
  const isSure = names.some((name) => isOwnWords(plan, name))
  const fit = fits(found) || (isSure && order === 'in order' && found.found >= MOST * found.rows)
  return fit && (await tellsBesideGiven(tx, table, compile(numbered), { unknown, names: all, found })) ? found : none
}

/**
 * Rows of others may say what given rows say: something that nobody said must be as we would have it. Other rows than those that are given, else what these hold
 * besides.
 */
async function tellsBesideGiven(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  {
    unknown,
    names,
    found,
  }: Pick<Search, 'unknown'> & { names: readonly string[]; found: { rows: number; found: number } },
): Promise<boolean> {
  const { plan } = rows
  const given = new Set(plan.fixtures?.map(({ row }) => row))
  const others = numbers(0, Math.min(found.rows, given.size + SLICE)).filter((row) => !given.has(row))
  if (given.size === 0) return true
  if (others.length > 0) return (await matchedRows(tx, table, rows, others, names, false)).size > 0
  const gone = found.rows - found.found
  let asked = 0
  for (const name of comparableColumns(rows, table, unknown, false).filter((one) => isOwnWords(plan, one))) {
    const said = new Set(plan.columns.find((one) => one.name === name)?.fixed?.map(([row]) => row))
    const unsaid = numbers(0, found.rows).filter((row) => !said.has(row))
    if (unsaid.length <= gone) continue
    const all = [...new Set([...plan.key.columns, name])]
    if ((await matchedRows(tx, table, rows, unsaid, all, false)).size < unsaid.length - gone) return false
    asked++
  }
  return asked > 0
}

/** Counts from row 0 on, until a whole slice is missing. A few rows are asked first: mostly there are none, or all. */
async function countRows(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  names: readonly string[],
  exact: boolean,
): Promise<{ rows: number; found: number }> {
  const total = rows.plan.rows
  const few = sampled(total).flatMap((row) => firstWritten(rows, row) ?? [])
  if (total === 0 || (await matchedRows(tx, table, rows, [...new Set(few)], names, exact)).size === 0)
    return { rows: 0, found: 0 }
  let last = 0
  let found = 0
  for (const { from, to } of cut(0, total, SLICE)) {
    const there = await matchedRows(tx, table, rows, writtenRows(rows, from, to), names, exact)
    if (there.size === 0) break
    // Rows that are skipped are as they should be.
    found += there.size + countIn(rows.plan.skipped, from, to)
    last = Math.max(last, ...there)
  }
  const { rows: whole, skipped } = rows.plan
  const after = skipped?.find(({ from, to }) => from <= last + 1 && last + 1 < to)?.to ?? last + 1
  const end = countIn(skipped, last + 1) === whole - last - 1 ? whole : after
  return { rows: found === 0 ? 0 : end, found: found === 0 ? 0 : found - countIn(skipped, end) }
}

/** The first row, found by its contents, and all others following it one by one. */
async function fromFirst(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  names: readonly string[],
  serial: string,
): Promise<Serial['ranges'] | null> {
  const row = firstWritten(rows, 0)
  if (row === null) return null
  const [first] = await serialsByContent(tx, table, rows, [row], names, serial)
  return first === null || first === undefined ? null : [{ row: 0, value: first - row * stepOf(rows.plan, serial) }]
}

/** Every row found by its contents. */
async function byContent(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  names: readonly string[],
  serial: string,
): Promise<Serial['ranges'] | null> {
  if (rows.plan.rows > BY_CONTENT) return null
  const values = await serialsByContent(tx, table, rows, numbers(0, rows.plan.rows), names, serial)
  const ranges = serialRanges(values, stepOf(rows.plan, serial))
  return ranges[0]?.row === 0 ? ranges : null
}

/** The plan with the numbers of serial columns that are no part of the key, read by key. */
async function withSerials(
  tx: Queryable,
  table: DbTable,
  rows: TableRows,
  serials: readonly string[],
  count: number,
  compile: Search['compile'],
): Promise<TablePlan> {
  let { plan } = rows
  for (const serial of serials) {
    const values: (number | null)[] = []
    for (const { from, to } of cut(0, count, SLICE)) {
      for (const value of await valuesByKey(tx, table, compile(plan), numbers(from, to), serial))
        values.push(value === null ? null : Number(value))
    }
    plan = withRanges(plan, serial, serialRanges(values, stepOf(plan, serial)))
  }
  return plan
}

const stepOf = (plan: TablePlan, name: string): number => {
  const recipe = plan.columns.find((column) => column.name === name)?.recipe
  return recipe?.kind === 'serial' ? recipe.step : 1
}

const withRanges = (plan: TablePlan, name: string, ranges: Serial['ranges']): TablePlan => ({
  ...plan,
  columns: plan.columns.map((column) =>
    column.name === name && column.recipe.kind === 'serial'
      ? { ...column, recipe: { ...column.recipe, ranges } }
      : column,
  ),
})

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Rows `from` … `to - 1` but those that are skipped. */
const writtenRows = ({ plan: { skipped } }: TableRows, from: number, to: number): number[] =>
  skipped === undefined ? numbers(from, to) : numbers(from, to).filter((row) => !isIn(skipped, row))

/** The first row from this one on that is not skipped. */
const firstWritten = (rows: TableRows, row: number): number | null => {
  const { skipped = [], rows: total } = rows.plan
  const first = skipped.find(({ from, to }) => from <= row && row < to)?.to ?? row
  return first < total ? first : null
}

/** 0, 1, 2, 4, 8, … and the last. */
function sampled(total: number): number[] {
  const picked = new Set([0, total - 1])
  for (let row = 1; row < total; row *= 2) picked.add(row)
  return [...picked].sort((a, b) => a - b)
}
