import type { Queryable } from '../model/database.ts'
import { idToSql } from '../model/name.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import type { Serial } from '../model/recipe.ts'
import { SeedError } from '../model/seed-error.ts'

type Range = Serial['ranges'][number]

/**
 * Draws the numbers of all rows that are to be written from their sequences, one statement for each column, and puts them into the plan: what is in it
 * for rows that are there stays, a forecast for others is replaced. Others may draw at the same time, so the numbers come as ranges.
 * Returns the plan with its new hash. Throws SeedError `sequence-exhausted`.
 */
export async function freezeSerials(
  tx: Queryable,
  plan: Plan,
  hash: (plan: Omit<Plan, 'hash'>) => string,
): Promise<Plan> {
  const tables: TablePlan[] = []
  for (const table of plan.tables) tables.push(await freezeTable(tx, table))
  const { hash: _, ...frozen } = { ...plan, tables }
  return { ...frozen, hash: hash(frozen) }
}

async function freezeTable(tx: Queryable, table: TablePlan): Promise<TablePlan> {
  const count = table.rows - table.present
  if (count <= 0 || table.writer.kind === 'update') return table
  const columns: TablePlan['columns'][number][] = []
  for (const column of table.columns) {
    const { recipe } = column
    if (recipe.kind !== 'serial' || recipe.sequence === null) {
      columns.push(column)
      continue
    }
    const kept = recipe.ranges.filter(({ row }) => row < table.present)
    let drawn = await draw(tx, table, column.name, recipe, recipe.sequence, count)
    // Each number that is given can be met once: sequences do not go back.
    while (meetsGiven(column, drawn, recipe.step, table.rows))
      drawn = await draw(tx, table, column.name, recipe, recipe.sequence, count)
    columns.push({ ...column, recipe: { ...recipe, ranges: [...kept, ...drawn] } })
  }
  return { ...table, columns }
}

/** Is a number that a fixture gives to its row among those that were drawn for another one? */
function meetsGiven(
  { fixed = [] }: TablePlan['columns'][number],
  ranges: readonly Range[],
  step: number,
  rows: number,
): boolean {
  const given = new Set(fixed.map(([row]) => row))
  return fixed.some(([own, value]) =>
    ranges.some(({ row: from, value: first }, i) => {
      const row = from + (Number(value) - first) / step
      const to = ranges[i + 1]?.row ?? rows
      return Number.isInteger(row) && row >= from && row < to && row !== own && !given.has(row)
    }),
  )
}

// Numbers of which each is one step further than the one before lie in one island: the number less its place times the step is the same.
const DRAW = `
with drawn as materialized (
  select g.n, pg_catalog.nextval($1::text::regclass) as v from pg_catalog.generate_series(0, $2::int8 - 1) as g(n)
)
select min(d.n)::text as first, (case when $3::int8 > 0 then min(d.v) else max(d.v) end)::text as value
from drawn d
group by d.v - d.n * $3::int8
order by min(d.n)`

async function draw(
  tx: Queryable,
  table: TablePlan,
  column: string,
  { step }: Serial,
  sequence: string,
  count: number,
): Promise<Range[]> {
  const rows = await tx.query<{ first: string; value: string }>(DRAW, [idToSql(sequence), count, step])
  const ranges = rows.map(({ first, value }) => ({ row: table.present + Number(first), value: Number(value) }))
  const unsafe = ranges.some(({ value }) => !Number.isSafeInteger(value + count * step))
  if (!unsafe) return ranges
  throw new SeedError({
    code: 'sequence-exhausted',
    message: `The sequence ${sequence} of ${table.id}.${column} gives numbers beyond 2^53, which supa-seed does not count with.`,
    place: { table: table.id, column },
    found: rows.at(-1)?.value,
    next: `Restart the sequence at a smaller number, or leave ${table.id} out with --except ${table.id}.`,
  })
}
