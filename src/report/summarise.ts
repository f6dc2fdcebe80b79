import type { Catalog } from '../model/catalog.ts'
import type { Address } from '../model/database.ts'
import type { Finding } from '../model/finding.ts'
import type { FrameworkStudy } from '../model/framework-study.ts'
import type { ObjectId } from '../model/name.ts'
import type { LeftOut, Plan, TablePlan } from '../model/plan.ts'
import type { Switching } from '../model/reports/preview.ts'
import type { Report, SignIn, TableReport } from '../model/reports/report.ts'
import { countIn } from '../model/row-spans.ts'
import { cheapTables } from './cheap-tables.ts'
import { fromAssets } from './from-assets.ts'
import { graphOf } from './graph.ts'
import { originsOf } from './origins.ts'
import { phasesOf } from './phases.ts'
import { type SampledRows, samplesOf } from './samples.ts'
import { isSelfEvident } from './self-evident.ts'
import { type CountedRows, sharesOf } from './shares.ts'

/** What a load did. Records by table id. */
export interface Loaded {
  readonly run: string | null
  readonly inserted: Readonly<Record<ObjectId, number>>
  readonly updated: Readonly<Record<ObjectId, number>>
  /** Rows that triggers made, of tables in the plan and others. */
  readonly made: Readonly<Record<ObjectId, number>>
  readonly findings: readonly Finding[]
  /** Stages that are finished. */
  readonly stages: number
  /** Milliseconds by step of the story. */
  readonly timings: Readonly<Record<string, number>>
}

/** What is known beside plan and load. */
export interface Surroundings {
  readonly address: Address
  /** Rows that were there before, by table; null where they could not be counted. */
  readonly counts: Readonly<Record<ObjectId, number | null>>
  readonly framework: Pick<FrameworkStudy, 'family' | 'version' | 'evidence'>
  /** The one that the plan was made for. */
  readonly catalog: Pick<Catalog, 'relations'>
  /** The rows of the plan, compiled. */
  readonly rows: SampledRows & CountedRows
  readonly signIns: readonly SignIn[]
  /** The dataset that was chosen. */
  readonly dataset?: string | null
  /** What was removed because another one was there. */
  readonly switching?: Switching | null
}

const USERS = 'auth.users'

/** Holds what was done against what the plan promised. `ok`: all of it is there, and no finding is an error. */
export function summarise(plan: Plan, loaded: Loaded, surroundings: Surroundings): Report {
  const { address, counts, framework } = surroundings
  const planned = plan.tables.map((table) => plannedTable(table, loaded, counts, plan))
  const left = plan.left
    .filter((one) => !isSelfEvident(one) || (loaded.made[one.table] ?? 0) > 0)
    .map((one) => leftTable(one, loaded))
  const known = new Set([...planned, ...left].map(({ table }) => table))
  const made = Object.keys(loaded.made).filter((table) => !known.has(table) && (loaded.made[table] ?? 0) > 0)
  const tables = [...planned, ...left, ...made.map((table) => madeTable(table, loaded, counts))]
  const findings = [...plan.findings, ...loaded.findings]
  const errors = findings.filter(({ level }) => level === 'error')
  const complete = plan.tables.every((table) => isComplete(table, loaded))
  const users = tables.find(({ table }) => table === USERS)
  return {
    ok: complete && errors.length === 0,
    run: loaded.run,
    seed: plan.seed,
    dataset: surroundings.dataset ?? null,
    ...(surroundings.switching == null ? {} : { switching: surroundings.switching }),
    database: { host: address.host, database: address.database, source: address.source },
    users: {
      created: users?.inserted ?? 0,
      existing: users?.existing ?? 0,
      total: (users?.inserted ?? 0) + (users?.existing ?? 0),
    },
    accounts: accountsOf(plan),
    tables,
    phases: phasesOf(plan, loaded.stages),
    relationships: { verified: complete },
    compatibility: {
      makerkit: framework.family.startsWith('makerkit'),
      version: framework.version,
      evidence: framework.evidence,
    },
    relaxations: (plan.associations ?? []).flatMap(({ relaxations }) => relaxations),
    ...(plan.associations === undefined ? {} : { associations: plan.associations }),
    warnings: findings.filter(({ level }) => level === 'warning' || level === 'danger'),
    errors,
    notes: findings.filter(({ level }) => level === 'info'),
    timings: loaded.timings,
    ...pictures(plan, tables, surroundings),
  }
}

/** What there is to look at beside the numbers. */
function pictures(
  plan: Plan,
  tables: readonly TableReport[],
  { rows, catalog, signIns }: Surroundings,
): Pick<Report, 'shares' | 'samples' | 'signIns' | 'graph'> {
  const cheap = cheapTables(plan)
  return {
    shares: sharesOf(plan, rows, cheap),
    samples: samplesOf(plan, rows, cheap),
    signIns,
    graph: graphOf(
      tables.map(({ table }) => table),
      catalog.relations,
    ),
  }
}

/** Rows that a trigger makes are enriched by UPDATE; of a table with both kinds, all of either must have arrived. */
function isComplete(table: TablePlan, { inserted, updated }: Loaded): boolean {
  const made = madeRows(table, table.present) - skippedOfMade(table)
  const written = table.rows - table.present - made - countIn(table.skipped, table.present)
  return (updated[table.id] ?? 0) >= made && (inserted[table.id] ?? 0) >= written
}

/** Rows from `present` on that a trigger makes. */
function madeRows({ writer, made, rows }: TablePlan, present: number): number {
  if (writer.kind === 'update') return rows - present
  return (made?.ranges ?? []).reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, present)), 0)
}

/** Rows that a trigger would make, had the rows that it hangs on not been refused. */
function skippedOfMade({ writer, made, skipped, present }: TablePlan): number {
  if (writer.kind === 'update') return countIn(skipped, present)
  return (made?.ranges ?? []).reduce((sum, { from, to }) => sum + countIn(skipped, Math.max(from, present), to), 0)
}

/** Accounts of both kinds stand in one table: a trigger makes the personal ones. Organizations are accounts of teams. */
function accountsOf(plan: Plan): Report['accounts'] {
  const table = plan.tables.find(({ made }) => made?.of === USERS)
  if (table === undefined) {
    const members = plan.tables.find(({ links }) => links.some(({ held }) => held === 'first'))
    const group = members?.links.find(({ name }) => name === members.owner)?.parent.table
    return { personal: 0, team: plan.tables.find(({ id }) => id === group)?.rows ?? 0 }
  }
  const personal = madeRows(table, 0)
  return { personal, team: table.rows - personal }
}

function plannedTable(
  table: TablePlan,
  { inserted, updated, made }: Loaded,
  counts: Surroundings['counts'],
  plan: Plan,
): TableReport {
  const content = fromAssets(plan, table.id)
  const byTrigger = table.writer.kind === 'update'
  const expected = byTrigger ? Number.POSITIVE_INFINITY : madeRows(table, table.present)
  const arrived = Math.min(made[table.id] ?? 0, expected)
  // A row that a trigger has made before it was to be inserted is no row more.
  const met = table.writer.kind === 'insert' && table.writer.over !== undefined ? (inserted[table.id] ?? 0) : 0
  const more = (made[table.id] ?? 0) - arrived - met
  const notes = [...(content === null ? [] : [content]), ...(more > 0 ? [`triggers made ${more} more`] : [])]
  return {
    table: table.id,
    planned: table.rows - countIn(table.skipped),
    inserted: arrived + (byTrigger ? 0 : (inserted[table.id] ?? 0)),
    updated: updated[table.id] ?? 0,
    existing: counts[table.id] ?? table.present,
    source: byTrigger ? 'trigger' : content === null ? 'generated' : 'assets',
    origins: withMore(
      originsOf(
        table,
        plan.assetPools ?? [],
        Math.max(0, (counts[table.id] ?? 0) - table.present + countIn(table.skipped, 0, table.present)),
      ),
      more,
    ),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  }
}

/** Rows that triggers made beside those that were planned. */
const withMore = (origins: TableReport['origins'], more: number): TableReport['origins'] =>
  more > 0 ? { ...origins, trigger: (origins.trigger ?? 0) + more } : origins

function leftTable({ table, code, why, flag, rows }: LeftOut, { made }: Loaded): TableReport {
  const inserted = made[table] ?? 0
  const source = inserted > 0 ? 'trigger' : code === 'holds-rows' ? 'existing rows' : 'left out'
  return {
    table,
    planned: 0,
    inserted,
    updated: 0,
    existing: rows ?? 0,
    source,
    origins: { ...(inserted > 0 ? { trigger: inserted } : {}), ...(rows ? { existing: rows } : {}) },
    note: flag === null ? why : `${why}; fill it with ${flag}`,
  }
}

function madeTable(table: ObjectId, { made }: Loaded, counts: Surroundings['counts']): TableReport {
  const [inserted, existing] = [made[table] ?? 0, counts[table] ?? 0]
  const origins = { trigger: inserted, ...(existing > 0 ? { existing } : {}) }
  return { table, planned: 0, inserted, updated: 0, existing, source: 'trigger', origins }
}
