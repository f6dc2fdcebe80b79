import type { Check, Relation } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import { refusedRows } from './accepted-rows.ts'
import { candidateRows, isLed, isOwn } from './candidate-rows.ts'

/** Planned rows that are tried. */
const SAMPLE = 48

export interface Sampled {
  /** Checks that refuse some row of the plan. */
  readonly refusing: readonly Check[]
  /** Names of those over generated columns that refuse none. */
  readonly kept: readonly string[]
}

const NOTHING: Sampled = { refusing: [], kept: [] }

/** Tries rows of the plan against the table's own checks, those over columns that do not hang on other tables. */
export async function sampleChecks(
  db: Database,
  plan: Plan,
  relation: Relation,
  led: ReadonlySet<string> = new Set(),
): Promise<Sampled> {
  const table = plan.tables.find((one) => one.id === relation.id)
  if (table === undefined) return NOTHING
  const plain = await sample(
    db,
    plan,
    table,
    relation.checks.filter(
      ({ columns }) => columns.length > 0 && columns.every((name) => isOwn(table, name) || isLed(table, name, led)),
    ),
    [],
    led,
  )
  const generated = relation.columns.filter((column) => column.generated !== null)
  const names = generated.map(({ name }) => name)
  const through = relation.checks.filter(
    ({ columns }) =>
      columns.some((name) => names.includes(name)) &&
      columns.every((name) => names.includes(name) || isOwn(table, name)),
  )
  if (through.length === 0) return plain
  const seen = await sample(db, plan, table, through, generated)
  const refused = seen.refusing.map(({ name }) => name)
  return {
    refusing: plain.refusing,
    kept: seen.kept.filter((name) => !refused.includes(name)),
  }
}

async function sample(
  db: Database,
  plan: Plan,
  table: TablePlan,
  checks: readonly Check[],
  generated: Relation['columns'] = [],
  led: ReadonlySet<string> = new Set(),
): Promise<Sampled> {
  if (checks.length === 0) return NOTHING
  const own = table.columns.map(({ name }) => name).filter((name) => isOwn(table, name))
  const columns = generated.length > 0 ? own : [...new Set(checks.flatMap((check) => check.columns))]
  const rows = candidateRows(plan, table, columns, SAMPLE, undefined, { columns: led, as: 'planned' })
  if (rows === null) return NOTHING
  const refused = await refusedRows(db, table, columns, checks, rows, generated)
  if (refused === null) return generated.length > 0 ? NOTHING : oneByOne(db, plan, table, checks, led)
  return {
    refusing: checks.filter((_, n) => (refused[n] ?? 0) > 0),
    kept: generated.length === 0 ? [] : checks.filter((_, n) => refused[n] === 0).map(({ name }) => name),
  }
}

/** Where rows make the server stop (a text that is no uuid), the check that stops it refuses them. */
async function oneByOne(
  db: Database,
  plan: Plan,
  table: TablePlan,
  checks: readonly Check[],
  led: ReadonlySet<string>,
): Promise<Sampled> {
  const [only] = checks
  if (only !== undefined && checks.length === 1) return { refusing: [only], kept: [] }
  const refusing: Check[] = []
  for (const check of checks) refusing.push(...(await sample(db, plan, table, [check], [], led)).refusing)
  return { refusing, kept: [] }
}
