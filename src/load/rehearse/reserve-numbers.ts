import type { Queryable } from '../../model/database.ts'
import { idToSql } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { attempt } from './attempt.ts'

/**
 * Moves sequences beyond the numbers that the plan forecasts for its rows, as the load does by drawing them: so triggers that write rows of their own meet none of
 * ours. Not done where the role may not; `keepSequences` sets them back.
 */
export async function reserveNumbers(tx: Queryable, plan: Plan): Promise<void> {
  if (!plan.tables.some(({ harvest }) => harvest)) return
  const numbers = plan.tables.flatMap(({ rows, present, writer, columns }) =>
    columns.flatMap(({ recipe }) => {
      if (recipe.kind !== 'serial' || recipe.sequence === null || recipe.step <= 0) return []
      const last = recipe.ranges.at(-1)
      if (last === undefined || rows <= present || writer.kind === 'update') return []
      return [{ sequence: idToSql(recipe.sequence), value: last.value + (rows - 1 - last.row) * recipe.step }]
    }),
  )
  if (numbers.length === 0) return
  await attempt(tx, async () => {
    await tx.query(
      `select pg_catalog.setval(s.name::regclass, s.value)
       from unnest($1::text[], $2::int8[]) as s(name, value)
       where coalesce(pg_catalog.pg_sequence_last_value(s.name::regclass), 0) < s.value`,
      [numbers.map(({ sequence }) => sequence), numbers.map(({ value }) => value)],
    )
  })
}
