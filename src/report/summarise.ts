import type { Address } from '../model/database.ts'
import type { Finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import type { LeftOut, Plan, TablePlan } from '../model/plan.ts'
import type { Report, TableReport } from '../model/report.ts'

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
  readonly framework: { readonly family: string; readonly evidence: readonly string[] }
}

const USERS = 'auth.users'

/** Holds what was done against what the plan promised. `ok`: all of it is there, and no finding is an error. */
export function summarise(plan: Plan, loaded: Loaded, { address, counts, framework }: Surroundings): Report {
  const planned = plan.tables.map((table) => plannedTable(table, loaded, counts))
  const left = plan.left.map((one) => leftTable(one, loaded))
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
    database: { host: address.host, database: address.database, source: address.source },
    users: {
      created: users?.inserted ?? 0,
      existing: users?.existing ?? 0,
      total: (users?.inserted ?? 0) + (users?.existing ?? 0),
    },
    accounts: { personal: 0, team: 0 },
    tables,
    phases: { completed: loaded.stages, total: plan.stages.length },
    relationships: { verified: complete },
    compatibility: { makerkit: framework.family.startsWith('makerkit'), version: null, evidence: framework.evidence },
    relaxations: [],
    warnings: findings.filter(({ level }) => level === 'warning' || level === 'danger'),
    errors,
    notes: findings.filter(({ level }) => level === 'info'),
    timings: loaded.timings,
  }
}

/** Rows that triggers made count as well where the table is enriched by UPDATE. */
function isComplete(table: TablePlan, { inserted, updated }: Loaded): boolean {
  const done = table.writer.kind === 'update' ? updated[table.id] : inserted[table.id]
  return (done ?? 0) >= table.rows - table.present
}

function plannedTable(
  table: TablePlan,
  { inserted, updated, made }: Loaded,
  counts: Surroundings['counts'],
): TableReport {
  const byTrigger = table.writer.kind === 'update'
  const more = made[table.id] ?? 0
  return {
    table: table.id,
    planned: table.rows,
    inserted: byTrigger ? more : (inserted[table.id] ?? 0),
    updated: updated[table.id] ?? 0,
    existing: counts[table.id] ?? table.present,
    source: byTrigger ? 'trigger' : 'generated',
    ...(more > 0 && !byTrigger ? { note: `triggers made ${more} more` } : {}),
  }
}

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
    note: flag === null ? why : `${why}; fill it with ${flag}`,
  }
}

const madeTable = (table: ObjectId, { made }: Loaded, counts: Surroundings['counts']): TableReport => ({
  table,
  planned: 0,
  inserted: made[table] ?? 0,
  updated: 0,
  existing: counts[table] ?? 0,
  source: 'trigger',
})
