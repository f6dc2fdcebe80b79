import type { ParentCondition, Pool } from '../../model/link.ts'
import type { ColumnPlan } from '../../model/plan.ts'
import type { Value } from '../../model/value.ts'
import { type Draft, type DraftLink, edgeKey, type Workshop } from '../draft.ts'
import { look } from './look.ts'

/** Links whose parents must be like something lead only to those: counted here, chosen by the rows. */
export function limitParents(workshop: Workshop, draft: Draft): void {
  for (const link of draft.links) {
    const conditions = conditionsOf(workshop, draft, link)
    if (conditions.length === 0 || link.self || link.patch || workshop.late.has(edgeKey(draft.id, link.name))) continue
    if (link.choose.kind === 'implied') continue
    if (link.pool !== null) link.pool = narrowed(workshop, link.pool, conditions)
    else if (link.parent !== null) limit(workshop, draft, link, link.parent, conditions)
  }
}

function conditionsOf({ wants }: Workshop, draft: Draft, { key, name }: DraftLink): ParentCondition[] {
  return (wants.get(key.parent) ?? [])
    .filter(({ child, link }) => child === draft.id && link === name)
    .map(({ column, values }) => ({ column, values }))
}

/** Rows that are there already: those that fit are a pool of their own. */
function narrowed(workshop: Workshop, pool: Pool, conditions: readonly ParentCondition[]): Pool | null {
  const known = conditions.filter(({ column }) => pool.columns.includes(column))
  const tests = known.map(({ column, values }) => ({ place: pool.columns.indexOf(column), looks: looksOf(values) }))
  const rows = pool.rows.filter((row) => tests.every(({ place, looks }) => looks.has(row[place] ?? '')))
  if (rows.length === pool.rows.length) return pool
  if (rows.length === 0) return null
  const id = `${pool.id} where ${known.map(({ column, values }) => `${column} in (${values.map(look).join(', ')})`).join(' and ')}`
  const few: Pool = { ...pool, id, rows }
  workshop.pools.set(id, few)
  return few
}

const looksOf = (values: readonly Value[]): ReadonlySet<string> => new Set(values.map(look))

function limit(
  workshop: Workshop,
  draft: Draft,
  link: DraftLink,
  parent: Draft,
  conditions: readonly ParentCondition[],
): void {
  const tests = conditions.flatMap((condition) => {
    const column = columnOf(workshop, parent, condition.column)
    const values = column === null ? null : inTurn(column)
    if (values === null) return []
    const looks = looksOf(condition.values)
    const fits = values.map((value) => value !== null && looks.has(look(value)))
    return fits.every((one) => one) ? [] : [{ condition, fits }]
  })
  if (tests.length === 0) return
  let count = 0
  for (let row = 0; row < parent.rows; row++) if (tests.every(({ fits }) => fits[row % fits.length])) count++
  const said = tests
    .map(({ condition }) => `${condition.column} is ${condition.values.map(look).join(' or ')}`)
    .join(' and ')
  if (count === 0) {
    if (!link.nullable) draft.impossible ??= `it needs a row of ${parent.id} whose ${said}, and there is none`
    link.choose = { kind: 'none' }
    link.why = `no row of ${parent.id} has the ${said}`
    return
  }
  link.where = tests.map(({ condition }) => condition)
  link.fits = count
  link.why = `${link.why} whose ${said}`
}

/** How a column is filled. */
type Held = Pick<ColumnPlan, 'recipe' | 'nulls' | 'when'>

/** As its rows were made, where they are there already. */
function columnOf(workshop: Workshop, parent: Draft, name: string): Held | null {
  const past = workshop.inputs.past.tables[parent.id]
  const column = past === undefined ? parent.columns.get(name) : past.plan.columns.find((one) => one.name === name)
  if (column === undefined || (column.fixed?.length ?? 0) > 0 || column.made != null) return null
  return column
}

/** What it holds, row by row and over again; null where that is not known without looking at rows. */
function inTurn({ recipe, nulls, when }: Held): readonly Value[] | null {
  if (nulls > 0 || when.length > 0) return null
  if (recipe.kind === 'constant') return [recipe.value]
  return recipe.kind === 'pick' && recipe.ordered === true ? recipe.values : null
}
