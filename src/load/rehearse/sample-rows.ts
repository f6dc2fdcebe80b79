import type { ObjectId } from '../../model/name.ts'
import type { Plan, Step, TogetherStep } from '../../model/plan.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { tablesOf } from '../steps/run-step.ts'
import { allTogether, togetherRanges } from '../steps/together-ranges.ts'
import type { Range } from '../write/slices.ts'

/** How many rows of a table are tried, parents of others not counted: the first ones, or those and some that are spread over the others. */
export interface SampleSize {
  readonly count: number
  readonly spread: boolean
}

/** Rows of all tables at most: parents beyond them are not looked for, nor are their children tried then. */
const MOST = 60_000

/**
 * The rows that a rehearsal writes, by table, ascending: the first of each table and some spread over the others, whole groups of tables that go in together, and
 * all the new rows that these lead to. `also`: rows that are tried besides.
 */
export function sampleRows(
  plan: Plan,
  rows: Rows,
  size: (table: ObjectId) => SampleSize,
  also: ReadonlyMap<ObjectId, readonly number[]> = new Map(),
): Map<ObjectId, number[]> {
  const chosen = new Map<ObjectId, Set<number>>(plan.tables.map(({ id }) => [id, new Set<number>()]))
  const open: [ObjectId, number][] = []
  let left = MOST
  const take = (table: ObjectId, row: number): void => {
    const known = chosen.get(table)
    if (known === undefined || known.has(row) || left <= 0) return
    known.add(row)
    left--
    open.push([table, row])
  }
  for (const { table, numbers } of firstChoice(plan, rows, size)) for (const row of numbers) take(table, row)
  for (const [table, numbers] of also) {
    // What was learned may have taken the table out of the plan since.
    if (!chosen.has(table)) continue
    const made = rows.table(table)
    for (const row of numbers) if (made.plan.present <= row && made.split(row, row + 1).length > 0) take(table, row)
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [table, row] = next
    const made = rows.table(table)
    for (const { name, parent, choose } of made.plan.links) {
      if (parent.pool !== null || choose.kind === 'none') continue
      const up = made.parentRow(row, name)
      if (up !== null && up >= rows.table(parent.table).plan.present) take(parent.table, up)
    }
  }
  return new Map([...chosen].map(([table, numbers]) => [table, [...numbers].sort((a, b) => a - b)]))
}

function* firstChoice(
  plan: Plan,
  rows: Rows,
  size: (table: ObjectId) => SampleSize,
): Generator<{ table: ObjectId; numbers: readonly number[] }> {
  const grouped = new Set<ObjectId>()
  for (const step of plan.stages.flatMap(({ steps }) => steps)) {
    if (!isTogether(step)) continue
    for (const { table, ranges } of groupSample(rows, tablesOf(step), size)) {
      grouped.add(table)
      yield { table, numbers: ranges.flatMap(numbersOf) }
    }
  }
  for (const { id, present, rows: total } of plan.tables) {
    if (grouped.has(id)) continue
    const { count, spread } = size(id)
    yield {
      table: id,
      numbers: spaced(rows.table(id).split(present, total), count, spread ? Math.ceil(count / 2) : count),
    }
  }
}

export const isTogether = (step: Step): step is TogetherStep =>
  step.kind === 'copy-together' || step.kind === 'insert-together'

/** Rows of tables that go in together: what the first rows of the lead own; all where that cannot be told. */
export function groupSample(
  rows: Rows,
  tables: readonly ObjectId[],
  size: (table: ObjectId) => SampleSize,
): readonly { readonly table: ObjectId; readonly ranges: readonly Range[] }[] {
  const [lead] = tables
  if (lead === undefined) return []
  const { present, rows: total } = rows.table(lead).plan
  const range = { from: present, to: Math.min(total, present + size(lead).count) }
  return togetherRanges(rows, tables, range) ?? allTogether(rows, tables)
}

export const numbersOf = ({ from, to }: Range): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** The first of the rows that a sample leaves out; null where it has them all. */
export function firstLeftOut(ranges: readonly Range[], sample: readonly number[]): number | null {
  let place = 0
  for (const { from, to } of ranges) {
    for (let row = from; row < to; row++) {
      while ((sample[place] ?? row) < row) place++
      if (sample[place] !== row) return row
    }
  }
  return null
}

/** So many of the rows at most: some of them the first, the others evenly spread over the rest. Tables may be large, so rows are counted, never listed. */
function spaced(ranges: readonly Range[], count: number, first: number): readonly number[] {
  const total = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  if (total <= count) return ranges.flatMap(numbersOf)
  const more = count - first
  const step = (total - first) / more
  return Array.from({ length: count }, (_, i) =>
    numberAt(ranges, i < first ? i : Math.floor(first + (i - first + 0.5) * step)),
  )
}

/** Number of the row at a place, from 0, in ranges that follow one another. */
function numberAt(ranges: readonly Range[], place: number): number {
  let rest = place
  for (const { from, to } of ranges) {
    if (rest < to - from) return from + rest
    rest -= to - from
  }
  throw new RangeError(`place ${place} is beyond all rows`)
}
