import type { Plan } from '../model/plan.ts'
import type { Rule, Study, TableStudy } from '../model/study.ts'
import { judgeChecks } from '../sources/judge-checks.ts'
import type { Ground } from './ground.ts'

/**
 * Checks that were not understood, or that no recipe follows, are put to the database with rows as a tentative plan would make them; what they accept is what
 * the study says of their columns then.
 */
export async function judgeStudy(
  ground: Ground,
  study: Study,
  planFor: (study: Study) => Promise<Plan>,
): Promise<Study> {
  const open = Object.values(study.tables).filter(isOpen)
  if (open.length === 0) return study
  const plan = await planFor(study)
  const tables = { ...study.tables }
  for (const table of open) {
    const relation = ground.catalog.relations.find((one) => one.id === table.id)
    if (relation === undefined) continue
    const hard = table.rules
      .filter(isHard)
      .map((rule) => ({ check: rule.check, expression: rule.check, columns: columnsOf(rule) }))
    const asked: TableStudy = { ...table, unsolved: [...table.unsolved, ...hard] }
    const accepted = await judgeChecks(ground.db, plan, relation, asked)
    const columns = new Set(accepted.flatMap((rule) => rule.columns))
    const settled = (names: readonly string[]): boolean => names.some((name) => columns.has(name))
    tables[table.id] = {
      ...table,
      rules: [...table.rules.filter((rule) => !settled(columnsOf(rule))), ...accepted],
      unsolved: asked.unsolved.filter((check) => !settled(check.columns)),
    }
  }
  return { ...study, tables }
}

/** A table of the app with something to ask about. */
export const isOpen = (table: TableStudy | undefined): boolean =>
  table !== undefined && table.standing.kind === 'app' && (table.unsolved.length > 0 || table.rules.some(isHard))

/** Rules that recipes cannot promise to keep. */
const isHard = (rule: Rule): boolean =>
  rule.kind === 'apart' ||
  (rule.kind === 'sum' && (rule.constant !== 0 || rule.terms.some((term) => term.factor !== 1)))

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
