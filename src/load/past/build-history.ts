import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { Rows } from '../../values/rows/rows.ts'
import type { ChunkRecord, RunRecord } from '../journal/fold.ts'
import { begunRows } from './begun-rows.ts'
import { Cover } from './cover.ts'
import type { History, MadeRows, OwnRows, Unfinished } from './history.ts'
import { isRepeatable, ownsRows } from './resolve-open.ts'

/** A run with its plan. */
export interface PlannedRun {
  readonly record: RunRecord
  readonly plan: Plan
  readonly rows: Rows
}

/**
 * All rows that are ours, each once: of chunks that cover the same rows the latest counts (what was lost in between is there again), and what a plan found
 * without any chunk (rows that were recognised) comes last.
 */
export function buildHistory(runs: readonly PlannedRun[], reference: readonly ObjectId[] | null): History {
  const covers = new Map<ObjectId, Cover>()
  const own: OwnRows[] = []
  const take = (rows: Rows, table: ObjectId, from: number, to: number) => {
    const cover = covers.get(table) ?? new Cover()
    covers.set(table, cover)
    const made = rows.table(table)
    for (const range of cover.add(from, to))
      for (const part of made.split(range.from, range.to)) own.push({ table, rows: made, from: part.from, to: part.to })
  }
  for (const { record, rows } of runs.toReversed()) {
    for (const chunk of record.done) {
      if (ownsRows(chunk.id)) for (const { table, from, to } of chunk.parts) take(rows, table, from, to)
    }
  }
  for (const { record, plan, rows } of runs) {
    for (const { id, present } of plan.tables) if (!record.cleaned.has(id)) take(rows, id, 0, present)
  }
  own.sort((a, b) => (a.table === b.table ? a.from - b.from : a.table < b.table ? -1 : 1))
  const made = runs.flatMap(({ record }) => record.done.flatMap(madeRows))
  return {
    plans: [...new Set(runs.map(({ plan }) => plan))],
    own,
    made,
    begun: begunRows(runs, own),
    unfinished: unfinishedOf(runs),
    lastRun: runs.at(-1)?.record.run ?? null,
    reference,
    aside: false,
  }
}

function madeRows({ parts, harvested }: ChunkRecord): MadeRows[] {
  const by = [...new Set(parts.map(({ table }) => table))]
  return harvested.map(({ table, columns, exact, keys }) => ({ table, by, columns, exact, keys }))
}

/** The last run, if it has not ended. Not when rows that its plan builds on were cleaned since: then a new plan is needed. */
function unfinishedOf(runs: readonly PlannedRun[]): Unfinished | null {
  const last = runs.at(-1)
  if (!last || last.record.finished) return null
  if (last.plan.tables.some(({ id, present }) => present > 0 && last.record.cleaned.has(id))) return null
  return { run: last.record.run, plan: last.plan, done: new Set(last.record.done.map(({ id }) => id)) }
}

/**
 * Takes rows that are gone out of a history. Chunks of the unfinished run of which nothing is left are not done, nor is what has to be done again after
 * them; when rows that its plan builds on are gone, the run is not taken up.
 */
export function withoutGone(history: History, runs: readonly PlannedRun[], gone: readonly OwnRows[]): History {
  if (gone.length === 0) return history
  const lost = new Set(gone)
  const own = history.own.filter((part) => !lost.has(part))
  const { unfinished } = history
  const chunks = runs.find(({ record }) => record.run === unfinished?.run)?.record.done ?? []
  if (!unfinished) return { ...history, own }
  const meets = (part: Part) =>
    gone.some((range) => range.table === part.table && range.from < part.to && part.from < range.to)
  const within = (part: Part) =>
    gone.some((range) => range.table === part.table && range.from <= part.from && part.to <= range.to)
  if (unfinished.plan.tables.some(({ id, present }) => meets({ table: id, from: 0, to: present })))
    return { ...history, own, unfinished: null }
  const done = chunks.filter(({ id, parts }) =>
    isRepeatable(id) ? !parts.some(meets) : parts.length === 0 || !parts.every(within),
  )
  return { ...history, own, unfinished: { ...unfinished, done: new Set(done.map(({ id }) => id)) } }
}

type Part = { readonly table: ObjectId; readonly from: number; readonly to: number }
