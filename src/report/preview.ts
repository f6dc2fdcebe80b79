import type { Catalog, Relation } from '../model/catalog.ts'
import type { Plan, Step, TablePlan } from '../model/plan.ts'
import type { Forecast, Preview, Switching, TablePreview } from '../model/reports/preview.ts'
import { countIn } from '../model/row-spans.ts'
import { explainRecipe } from './explain-recipe.ts'
import { givenRows } from './given-rows.ts'
import { type SampledRows, sampleOf } from './samples.ts'
import { spellCount } from './spell-number.ts'

/** Rates that the forecast assumes, in rows per second: one connection, a table of about ten columns, a laptop. */
const COPY_RATE = 60_000
const STATEMENT_RATE = 15_000
/** Users of Supabase Auth, several requests at once. */
const API_RATE = 100

/** Says what `plan` would do, with real rows of it. `catalog`: the one it was made for. */
export function preview(
  plan: Plan,
  rows: SampledRows,
  catalog: Pick<Catalog, 'relations'>,
  {
    dataset = null,
    switching = null,
  }: { readonly dataset?: string | null; readonly switching?: Switching | null } = {},
): Preview {
  const relations = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  const fixtures = givenRows(plan)
  return {
    dataset,
    ...(switching === null ? {} : { switching }),
    seed: plan.seed,
    now: new Date(plan.now).toISOString(),
    hash: plan.hash,
    catalogHash: plan.catalogHash,
    stages: plan.stages.map(({ name, steps }) => ({ name, steps: steps.map(spellStep) })),
    ...(fixtures.length === 0 ? {} : { fixtures }),
    tables: plan.tables.map((table) => previewTable(table, rows, relations.get(table.id))),
    ...(plan.associations === undefined ? {} : { associations: plan.associations }),
    left: plan.left,
    dangers: plan.findings.filter(({ level }) => level === 'danger'),
    findings: plan.findings.filter(({ level }) => level !== 'danger'),
    forecast: forecast(plan.tables),
  }
}

function previewTable(table: TablePlan, rows: SampledRows, relation: Relation | undefined): TablePreview {
  const write = rowsToWrite(table)
  return {
    table: table.id,
    rows: table.rows - countIn(table.skipped),
    present: table.present - countIn(table.skipped, 0, table.present),
    adopted: countIn(table.adopted),
    write,
    writer: table.writer.kind,
    why: table.writer.why,
    owner: table.links.find(({ name }) => name === table.owner)?.parent.table ?? null,
    triggers: triggersOf(relation),
    columns: table.columns.map((column) => ({
      column: column.name,
      type: column.typeName,
      recipe: column.recipe.kind,
      explanation: explainRecipe(column, table),
    })),
    sample: sampleOf(table, rows),
    bytes: write * table.rowBytes,
  }
}

const rowsToWrite = ({ rows, present, skipped }: TablePlan): number =>
  Math.max(0, rows - present - countIn(skipped, present))

const triggersOf = (relation: Relation | undefined): readonly string[] =>
  (relation?.triggers ?? [])
    .filter(({ events, enabled }) => events.includes('insert') && enabled !== 'D' && enabled !== 'R')
    .map(({ name }) => name)

function spellStep(step: Step): string {
  switch (step.kind) {
    case 'copy':
    case 'insert':
    case 'update':
      return `${step.kind} ${step.table}`
    case 'admin-api':
      return `make ${step.table} through the Auth admin API`
    case 'copy-together':
      return `copy together ${step.tables.join(', ')}`
    case 'insert-together':
      return `insert together ${step.tables.join(', ')}`
    case 'patch':
      return `mend ${step.table} (${step.links.join(', ')})`
    case 'sequences':
      return `move sequences ${step.columns.map(({ sequence }) => sequence).join(', ')}`
    case 'analyze':
      return `analyze ${step.tables.length === 1 ? '1 table' : `${step.tables.length} tables`}`
    case 'refresh':
      return `refresh ${step.views.join(', ')}`
  }
}

function rateOf({ writer, id }: TablePlan): number {
  if (writer.kind === 'admin-api') return id === 'auth.users' ? API_RATE : STATEMENT_RATE
  return writer.kind === 'copy' ? COPY_RATE : STATEMENT_RATE
}

function forecast(tables: readonly TablePlan[]): Forecast {
  let rows = 0
  let bytes = 0
  let seconds = 0
  for (const table of tables) {
    const write = rowsToWrite(table)
    rows += write
    bytes += write * table.rowBytes
    seconds += write / rateOf(table)
  }
  return {
    rows,
    bytes,
    seconds,
    basis: `${spellCount(COPY_RATE)} rows/s with COPY, ${spellCount(STATEMENT_RATE)} with statements`,
  }
}
