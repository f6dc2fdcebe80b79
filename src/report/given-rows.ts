import type { Plan, TablePlan } from '../model/plan.ts'
import type { FixturePreview } from '../model/reports/preview.ts'
import type { Value } from '../model/value.ts'

/** The rows that are given, in the order of their tables, with what is said of them. */
export function givenRows({ tables }: Plan): FixturePreview[] {
  const handles = new Map(
    tables.map(({ id, fixtures = [] }) => [id, new Map(fixtures.map(({ row, handle }) => [row, handle]))]),
  )
  return tables.flatMap((table) => {
    const own = (table.fixtures ?? []).filter(({ pool }) => pool === undefined)
    const values = own.length === 0 ? new Map<number, Record<string, Value>>() : valuesOf(table)
    const leads = own.length === 0 ? new Map<number, Record<string, Value>>() : leadsOf(table, handles)
    return own.map(({ row, handle }) => ({
      table: table.id,
      handle,
      there: row < table.present,
      said: { ...values.get(row), ...leads.get(row) },
    }))
  })
}

/** Milliseconds that a `Date` can hold. */
const LAST_DAY = 8.64e15

const SECRET = /passw|secret|token|hash/i

function valuesOf({ columns }: TablePlan): Map<number, Record<string, Value>> {
  const values = new Map<number, Record<string, Value>>()
  for (const { name, encoding, fixed = [] } of columns)
    for (const [row, value] of fixed) put(values, row, name, SECRET.test(name) ? '…' : shown(value, encoding.kind))
  return values
}

function leadsOf(
  { links }: TablePlan,
  handles: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Map<number, Record<string, Value>> {
  const values = new Map<number, Record<string, Value>>()
  for (const { columns, parent, fixed = [] } of links)
    for (const [row, to] of fixed) {
      const handle = to === null || parent.pool !== null ? undefined : handles.get(parent.table)?.get(to)
      if (handle !== undefined) put(values, row, columns.join(', '), { $ref: handle })
    }
  return values
}

function put(all: Map<number, Record<string, Value>>, row: number, name: string, value: Value): void {
  const values = all.get(row) ?? (Object.create(null) as Record<string, Value>)
  values[name] = value
  all.set(row, values)
}

/** As JSON can say it. */
const shown = (value: Value, kind: string): Value =>
  kind === 'timestamp' && typeof value === 'number' && Math.abs(value) <= LAST_DAY
    ? new Date(value).toISOString()
    : typeof value === 'bigint' || value instanceof Uint8Array
      ? String(value).slice(0, 80)
      : value
