import type { Check, Relation } from '../model/catalog.ts'
import type { Database } from '../model/database.ts'
import type { Plan, TablePlan } from '../model/plan.ts'
import type { Rule, TableStudy } from '../model/study.ts'
import type { Value } from '../model/value.ts'
import { acceptedRows } from './accepted-rows.ts'
import { candidateRows, isLed, isOwn, type Led, type Texts } from './candidate-rows.ts'
import { widened } from './wide-candidates.ts'

/** Rows that are proposed to the database for one group of columns. */
const CANDIDATES = 400
/** With fewer accepted ones, others are proposed as well. */
const ENOUGH = 12
/** Some values as usual, others not: more rows, for few of them fit. */
const MIXED = 3000

/** Queries for one round, where some rows are no values of their types: few for rows as usual, for then all of them are none. */
const FEW_TRIES = 24
const TRIES = 400

type Tuples = Extract<Rule, { kind: 'tuples' }>

/**
 * Checks that nobody understood are asked about: rows as the plan would make them are judged by the checks themselves, in a transaction that only reads, and
 * what they accept becomes the domain of their columns. Columns that other checks tie to them are judged along. No tuples where nothing was accepted;
 * nothing is said of columns that hang on other tables, or that the database cannot judge alone. `literals`: what the checks name. `led`: columns that links fill, of which
 * the checks only ask whether they are NULL.
 */
export async function judgeChecks(
  db: Database,
  plan: Plan,
  relation: Relation,
  study: TableStudy,
  literals: readonly (string | number)[] = [],
  led: ReadonlySet<string> = new Set(),
): Promise<Tuples[]> {
  const table = plan.tables.find((one) => one.id === relation.id)
  if (table === undefined) return []
  const rules: Tuples[] = []
  for (const columns of groups(relation, study)) {
    const judged = await judge(db, plan, table, relation, columns, literals, led)
    if (judged !== null) rules.push(judged)
  }
  return rules
}

/** Columns of the unsolved checks, with all that other checks tie to them. */
function groups(relation: Relation, study: TableStudy): string[][] {
  const ties = relation.checks.map((check) => check.columns).filter((columns) => columns.length > 1)
  const found: Set<string>[] = []
  for (const { columns } of study.unsolved) {
    const group = new Set(columns)
    for (let size = 0; size < group.size; ) {
      size = group.size
      for (const tie of ties) if (tie.some((name) => group.has(name))) for (const name of tie) group.add(name)
    }
    if (!found.some((other) => [...group].some((name) => other.has(name)))) found.push(group)
  }
  return found.map((group) => [...group])
}

async function judge(
  db: Database,
  plan: Plan,
  table: TablePlan,
  relation: Relation,
  columns: readonly string[],
  literals: readonly (string | number)[],
  led: ReadonlySet<string>,
): Promise<Tuples | null> {
  const checks = relation.checks.filter((check) => check.columns.every((name) => columns.includes(name)))
  if (!columns.some((name) => isOwn(table, name))) return null
  if (columns.some((name) => !isOwn(table, name) && !isLed(table, name, led))) return null
  const required = new Set(relation.columns.flatMap(({ name, notNull }) => (notNull ? [name] : [])))
  const accepted = await propose(db, plan, table, columns, checks, literals, { columns: led, required, as: 'drawn' })
  if (accepted === null) return null
  const distinct = [...new Map(accepted.map((tuple) => [JSON.stringify(tuple), tuple])).values()].slice(0, CANDIDATES)
  return {
    kind: 'tuples',
    check: checks.map((check) => check.name).join(', ') || `the types of ${columns.join(', ')}`,
    columns,
    tuples: distinct.map((tuple) => tuple.map((text, i) => plainValue(text, table, columns[i] as string))),
  }
}

/** Rows as planned; where few of them fit, others; null where the database could not judge any. */
async function propose(
  db: Database,
  plan: Plan,
  table: TablePlan,
  columns: readonly string[],
  checks: readonly Check[],
  literals: readonly (string | number)[],
  led: Led,
): Promise<Texts[] | null> {
  const wide: Parameters<typeof candidateRows>[4] = (recipe, column) => widened(recipe, column, literals, plan.now)
  const rounds = [
    candidateRows(plan, table, columns, CANDIDATES, undefined, led),
    candidateRows(plan, table, columns, CANDIDATES, wide, led),
    ...columns
      .slice(0, 4)
      .map((name) =>
        candidateRows(
          plan,
          table,
          columns,
          MIXED,
          (recipe, column) => (column.name === name ? wide(recipe, column) : recipe),
          led,
        ),
      ),
    candidateRows(plan, table, columns, MIXED, wide, led),
  ]
  let accepted: Texts[] | null = null
  const seen = new Set<string>()
  for (const [round, rows] of rounds.entries()) {
    const fresh = (rows ?? []).filter((row) => seen.size < seen.add(JSON.stringify(row)).size)
    if (fresh.length === 0) continue
    const found = await acceptedRows(db, table, columns, checks, fresh, round === 0 ? FEW_TRIES : TRIES)
    if (found !== null) accepted = [...(accepted ?? []), ...found]
    if ((accepted?.length ?? 0) >= ENOUGH) break
  }
  return accepted
}

/** Any text stands for itself, but for json, where it would be a string. */
function plainValue(text: string | null, table: TablePlan, name: string): Value {
  const json = table.columns.find((column) => column.name === name)?.encoding.kind === 'json'
  return json && text !== null ? (JSON.parse(text) as Value) : text
}
