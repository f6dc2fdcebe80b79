import type { Past, PastTable } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import { encodeJson } from '../codec.ts'

/**
 * What is there, as it would have been made with another `now`. `before` and `after`: the same tables made afresh, with the `now` of the rows and with the other
 * one. What differs between these two comes from `now` alone, and is carried over; what differs from both (the configuration has changed since) stays.
 */
export function movedPast(past: Past, before: readonly TablePlan[], after: readonly TablePlan[], now: number): Past {
  const byId = (tables: readonly TablePlan[]) => new Map(tables.map((table) => [table.id, table]))
  const [then, later] = [byId(before), byId(after)]
  const moved = (id: ObjectId, { rows, plan }: PastTable): PastTable => {
    const [from, to] = [then.get(id), later.get(id)]
    return from === undefined || to === undefined ? { rows, plan } : { rows, plan: movedTable(plan, from, to) }
  }
  return {
    ...past,
    now,
    tables: Object.fromEntries(Object.entries(past.tables).map(([id, table]) => [id, moved(id, table)])),
  }
}

function movedTable(plan: TablePlan, before: TablePlan, after: TablePlan): TablePlan {
  const named = ({ columns }: TablePlan, name: string) => columns.find((column) => column.name === name)
  const columns = plan.columns.map((column) => {
    const [from, to] = [named(before, column.name), named(after, column.name)]
    return from === undefined || to === undefined ? column : movedColumn(column, from, to)
  })
  return { ...plan, columns }
}

function movedColumn(column: ColumnPlan, before: ColumnPlan, after: ColumnPlan): ColumnPlan {
  const { fixed, ...rest } = column
  const { fixed: from = [], ...restBefore } = before
  const { fixed: to = [], ...restAfter } = after
  const merged = merge(rest, restBefore, restAfter) as Omit<ColumnPlan, 'fixed'>
  const [then, later] = [new Map(from), new Map(to)]
  const moved = fixed?.map(([row, value]) => [row, merge(value, then.get(row), later.get(row))] as const)
  // Rows that a rule of ours settled only now (a status that suits a time that has passed).
  const more = to.filter(([row]) => then.has(row) && !fixed?.some(([known]) => known === row))
  return {
    ...merged,
    ...(moved === undefined && more.length === 0 ? {} : { fixed: [...(moved ?? []), ...more] }),
  } as ColumnPlan
}

const text = (value: unknown): string => (value === undefined ? '' : encodeJson(value))

/** `mine` with what changes from `before` to `after`. Numbers that were others already keep their distance. */
function merge(mine: unknown, before: unknown, after: unknown): unknown {
  if (text(before) === text(after)) return mine
  if (text(mine) === text(before)) return after
  if (typeof mine === 'number' && typeof before === 'number' && typeof after === 'number') return mine + after - before
  if (Array.isArray(mine) && Array.isArray(before) && Array.isArray(after))
    return mine.length === before.length && mine.length === after.length
      ? mine.map((one, i) => merge(one, before[i], after[i]))
      : mine
  if (!isRecord(mine) || !isRecord(before) || !isRecord(after)) return mine
  return Object.fromEntries(Object.entries(mine).map(([key, one]) => [key, merge(one, before[key], after[key])]))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
