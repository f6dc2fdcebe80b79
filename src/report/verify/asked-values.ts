import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, quote } from '../../model/name.ts'
import type { ColumnPlan } from '../../model/plan.ts'
import type { Value } from '../../model/value.ts'
import { toText } from '../../values/encode.ts'
import { spellRows } from '../spell-number.ts'
import { columnsOf, sameKey, sheet, transposed } from './columns.ts'
import type { Look } from './look-at-table.ts'
import type { OwnTable } from './own-rows.ts'

/** Rows of a table that are looked at. */
const SAMPLE = 500

/** Do columns for which the configuration names the values hold only those? In a sample of our rows, spread over all of them. */
export const checkAsked: Look = async (tx, table, columns) => {
  const { plan } = table.rows
  const asked = plan.columns.filter(
    ({ name }) => table.asked.includes(name) && columns.has(name) && allowed(name, table) !== null,
  )
  const key = plan.key.exact ? columnsOf(columns, plan.key.columns) : null
  if (asked.length === 0 || key === null) return { judged: 0, findings: [] }
  const keys = sampleOf(table).map(({ part, row }) => part.rows.key(row))
  const given = new Map(plan.columns.map(({ name, fixed = [] }) => [name, fixed.map(([, value]) => value)]))
  const parameters: unknown[] = transposed(key.length, keys)
  const parts = asked.map(({ name, encoding }, i) => {
    const values = [...(allowed(name, table) ?? []), ...(given.get(name) ?? [])]
    parameters.push(values.flatMap((value) => toText(value, encoding) ?? []))
    const type = columns.get(name)?.type ?? 'text'
    const column = `t.${quote(name)}`
    const other = `${column} is not null and ${column}::text <> all (array(select v::${type}::text from unnest($${parameters.length}::text[]) v))`
    return `count(*) filter (where ${other})::int4 as n${i}, min(${column}::text) filter (where ${other}) as e${i}`
  })
  const [row] = await tx.query(
    `select ${parts.join(', ')} from ${sheet(key.length)} join ${idToSql(table.id)} t on ${sameKey(key)}`,
    parameters,
  )
  const findings = asked.flatMap((column, i): Finding[] => {
    const count = Number(row?.[`n${i}`] ?? 0)
    return count === 0 ? [] : [unasked(table, column, count, String(row?.[`e${i}`]))]
  })
  return { judged: asked.length, findings }
}

/** What the plan lets the column be; null: anything. */
function allowed(name: string, { rows }: OwnTable): readonly Value[] | null {
  const recipe = rows.plan.columns.find((column) => column.name === name)?.recipe
  if (recipe?.kind === 'constant') return [recipe.value]
  return recipe?.kind === 'pick' ? recipe.values : null
}

function sampleOf({ own }: OwnTable): { part: OwnTable['own'][number]; row: number }[] {
  const total = own.reduce((sum, { from, to }) => sum + to - from, 0)
  const step = Math.max(1, total / SAMPLE)
  const sample: { part: OwnTable['own'][number]; row: number }[] = []
  let before = 0
  let next = 0
  for (const part of own) {
    const end = before + part.to - part.from
    for (; next < end; next += step) sample.push({ part, row: part.from + Math.floor(next - before) })
    before = end
  }
  return sample
}

function unasked({ id }: OwnTable, { name }: ColumnPlan, count: number, example: string): Finding {
  return finding(
    'value-not-asked-for',
    'error',
    { table: id, column: name },
    `${id}.${name} holds other values than the configuration names, in ${spellRows(count)} of those that were looked at.`,
    { found: example, next: 'supa-seed reset restores the rows of supa-seed; a trigger may have changed them, too.' },
  )
}
