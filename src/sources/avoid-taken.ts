import type { Assets } from '../model/assets/assets.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import type { Answers } from '../model/question.ts'
import { isIn } from '../model/row-spans.ts'
import { uniqueOf } from '../model/unique-of.ts'
import { withUnique } from '../model/with-unique.ts'
import { compileRows } from '../values/rows/rows.ts'

/** Joins the texts of a key's columns; the same in `ask`. */
const SEPARATOR = '\u001f'

/**
 * Rows of others hold values of unique keys: rows of ours that would meet them take another of their private candidates. Returns a plan that names
 * those rows, and findings where the candidates did not suffice.
 */
export function avoidTaken(
  plan: Plan,
  taken: Answers['taken'],
  keys: Readonly<Record<string, readonly string[]>>,
  assets?: Assets,
): { plan: Plan; findings: Finding[] } {
  const findings: Finding[] = []
  let current = plan
  for (const [name, values] of Object.entries(taken)) {
    const table = plan.tables.find((one) => name.startsWith(`${one.id} `) && keys[name] !== undefined)
    const columns = keys[name]
    if (table === undefined || columns === undefined || values.length === 0) continue
    const result = avoid(current, table.id, columns, new Set(values), assets)
    current = result.plan
    if (result.stuck > 0)
      findings.push(
        finding(
          'value-taken',
          'error',
          { table: table.id, constraint: name.slice(table.id.length + 1) },
          `${result.stuck} rows of ${table.id} would take values that rows of others hold.`,
          {
            next: 'Ask for fewer rows, or settle the column in the configuration.',
          },
        ),
      )
  }
  return { plan: current, findings }
}

function avoid(
  plan: Plan,
  id: string,
  columns: readonly string[],
  taken: ReadonlySet<string>,
  assets: Assets | undefined,
): { plan: Plan; stuck: number } {
  const table = plan.tables.find((one) => one.id === id) as TablePlan
  const carrier = table.columns.find((column) => columns.includes(column.name) && uniqueOf(column.recipe) !== null)
  const unique = carrier === undefined ? null : uniqueOf(carrier.recipe)
  if (carrier === undefined || unique === null) return { plan, stuck: 0 }
  const given = givenRows(plan, id, columns)
  const most = unique.by === 'path' ? 8 : unique.candidates
  const chosen = new Map<number, number>(unique.chosen ?? [])
  let open: number[] | null = null
  let current = plan
  for (let k = 0; k < most; k++) {
    const rows = compileRows(current, assets).table(id)
    const clashing: number[] = []
    const check = (row: number): void => {
      if (!given.has(row) && !isIn(table.skipped ?? [], row) && taken.has(rows.texts(row, columns).join(SEPARATOR)))
        clashing.push(row)
    }
    if (open === null) for (let row = table.present; row < table.rows; row++) check(row)
    else open.forEach(check)
    if (clashing.length === 0) return { plan: current, stuck: 0 }
    if (k === most - 1) return { plan: current, stuck: clashing.length }
    for (const row of clashing) chosen.set(row, k + 1)
    open = clashing
    current = withChosen(plan, id, columns, [...chosen])
  }
  return { plan: current, stuck: open?.length ?? 0 }
}

/** Rows whose key is what their files say; the plan has looked at them. */
function givenRows(plan: Plan, id: string, columns: readonly string[]): ReadonlySet<number> {
  const items = (plan.assetPools ?? []).filter(({ table }) => table === id).flatMap((pool) => pool.items)
  return new Set(
    items.filter(({ keys }) => columns.every((name) => typeof keys?.[name] === 'string')).map(({ row }) => row),
  )
}

/** All parts of one key take the same candidate, for they share its index. */
function withChosen(
  plan: Plan,
  id: string,
  columns: readonly string[],
  chosen: readonly (readonly [number, number])[],
): Plan {
  const sorted = [...chosen].sort(([a], [b]) => a - b)
  return {
    ...plan,
    tables: plan.tables.map((table) =>
      table.id !== id
        ? table
        : {
            ...table,
            columns: table.columns.map((column) => {
              const unique = uniqueOf(column.recipe)
              if (!columns.includes(column.name) || unique === null) return column
              return { ...column, recipe: withUnique(column.recipe, { ...unique, chosen: sorted }) }
            }),
          },
    ),
  }
}
