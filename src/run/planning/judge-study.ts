import type { Catalog, Check, Relation } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import type { Rule, Study, TableStudy } from '../../model/study.ts'
import { judgeChecks } from '../../sources/judge-checks.ts'
import { sampleChecks } from '../../sources/sample-checks.ts'
import { valuesNearby } from '../../sources/values-nearby.ts'
import { boundsName } from '../../study/bounds-name.ts'
import { literalsOf } from '../../study/sql/literals-of.ts'
import { nullTested } from '../../study/sql/null-tested.ts'
import { isRaiseCheck, raiseChecks } from '../../study/triggers/raise-checks.ts'
import type { Ground } from './ground.ts'

/**
 * Checks that were not understood, that no recipe follows, or that refuse rows of a tentative plan, are put to the database with rows as that plan would make
 * them; what they accept is what the study says of their columns then.
 */
export async function judgeStudy(
  ground: Ground,
  study: Study,
  planFor: (study: Study) => Promise<Plan>,
): Promise<Study> {
  const relations = ground.catalog.relations.filter(
    (relation) =>
      study.tables[relation.id]?.standing.kind === 'app' &&
      (relation.checks.length > 0 ||
        (study.tables[relation.id]?.unsolved.length ?? 0) > 0 ||
        raisedChecks(ground, relation).length > 0),
  )
  if (relations.length === 0) return study
  const plan = await planFor(study)
  const tables = { ...study.tables }
  for (const relation of relations) {
    const table = tables[relation.id]
    if (table !== undefined) tables[relation.id] = await judgeTable(ground, plan, relation, table)
  }
  return { ...study, tables }
}

async function judgeTable(ground: Ground, plan: Plan, relation: Relation, table: TableStudy): Promise<TableStudy> {
  const led = onlyNullTested(relation, ground.parser)
  const raised = raisedChecks(ground, relation)
  const { refusing, kept } = await sampleChecks(
    ground.db,
    plan,
    { ...relation, checks: [...relation.checks, ...raised] },
    led,
  )
  const judges = withBounds({ ...relation, checks: [...relation.checks, ...raised] }, table)
  const known = new Set(table.unsolved.map(({ check }) => check))
  const asked: TableStudy = {
    ...table,
    unsolved: [
      ...table.unsolved.filter(({ check }) => !kept.includes(check)),
      ...table.rules
        .filter(isHard)
        .map((rule) => ({ check: rule.check, expression: rule.check, columns: columnsOf(rule) })),
      ...refusing
        .filter(({ name }) => !known.has(name))
        .map(({ name, expression, columns }) => ({ check: name, expression, columns })),
    ],
  }
  // What a trigger refuses is also heard in the rehearsal: no word of what was not understood.
  const untold = (check: { readonly check: string }): boolean => !isRaiseCheck(check.check)
  if (asked.unsolved.length === 0) return { ...table, unsolved: [] }
  const named = judges.checks.flatMap(({ expression }) => literalsOf(expression, ground.parser))
  const own = (id: ObjectId): boolean => id === relation.id || ground.past.tables[id] !== undefined
  const texts = judges.checks.map(({ expression }) => expression)
  const literals = [...named, ...(await valuesNearby(ground.db, ground.catalog, texts, own))]
  const judged = await judgeChecks(ground.db, plan, judges, asked, literals, led)
  // Without an accepted row the table is left out, unless the checks may see other rows by then.
  const accepted = judged.filter(
    (rule) =>
      rule.tuples.length > 0 || !relation.checks.some(({ expression }) => looksAround(expression, ground.catalog)),
  )
  const columns = new Set(accepted.flatMap((rule) => rule.columns))
  const settled = (names: readonly string[]): boolean => names.some((name) => columns.has(name))
  return {
    ...table,
    rules: [...table.rules.filter((rule) => !settled(columnsOf(rule))), ...accepted],
    unsolved: asked.unsolved.filter((check) => !settled(check.columns) && untold(check)),
  }
}

/** Columns of which no check asks more than whether they are NULL. */
function onlyNullTested({ checks }: Relation, parser: Ground['parser']): ReadonlySet<string> {
  const tested = checks.map((check) => ({ names: check.columns, only: nullTested(check.expression, parser) }))
  return new Set(
    tested
      .flatMap(({ names }) => names)
      .filter((name) => tested.every(({ names, only }) => !names.includes(name) || only.has(name))),
  )
}

function raisedChecks({ catalog, parser }: Ground, relation: Relation): readonly Check[] {
  const functions = new Map(catalog.functions.map((one) => [one.id, one]))
  return raiseChecks(relation, functions, parser, (name) => catalog.relations.some((other) => other.name === name))
}

/** That some partition takes the row is one check more. */
function withBounds(relation: Relation, { unsolved }: TableStudy): Relation {
  const bounds = unsolved.filter(({ check, expression }) => check === boundsName(relation.id) && expression !== '')
  const checks = bounds.map(({ check, expression, columns }) => ({ name: check, expression, columns, validated: true }))
  return { ...relation, checks: [...relation.checks, ...checks] }
}

/** It calls a function of the schema whose answer may change. */
const looksAround = (expression: string, { functions }: Catalog): boolean =>
  functions.some(({ name, volatility }) => volatility !== 'immutable' && expression.includes(`${name}(`))

/** Rules that recipes cannot promise to keep. */
const isHard = (rule: Rule): boolean => rule.kind === 'apart'

function columnsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'order':
    case 'apart':
      return [rule.lower, rule.higher]
    case 'presence':
      return [rule.column, rule.when]
    case 'sum':
      return [rule.target, ...rule.terms.map((term) => term.column)]
    case 'product':
      return [rule.target, ...rule.factors]
    case 'text':
      return [rule.target, ...rule.parts.flatMap((part) => (typeof part === 'string' ? [] : part.columns))]
    default:
      return rule.columns
  }
}
