import type { Relation } from '../../model/catalog.ts'
import type { ColumnStudy } from '../../model/study.ts'
import { TEXTS } from './families.ts'
import type { CheckStudy } from './study-checks.ts'

/** Which of two texts comes first hangs on the collation: only told of keys of other tables, which can be put in order; others are left to be judged. */
export function withoutTextsInOrder(
  relation: Relation,
  checks: CheckStudy,
  columns: Readonly<Record<string, Pick<ColumnStudy, 'base'>>>,
): Pick<CheckStudy, 'rules' | 'unsolved'> {
  const isText = (name: string): boolean => TEXTS.includes(columns[name]?.base ?? '')
  const isLink = (name: string): boolean => relation.foreignKeys.some((key) => key.columns.join() === name)
  const loose = checks.rules.filter(
    (rule) =>
      rule.kind === 'order' &&
      isText(rule.lower) &&
      isText(rule.higher) &&
      !(isLink(rule.lower) && isLink(rule.higher)),
  )
  const names = new Set(loose.map(({ check }) => check))
  const judged = relation.checks.filter(
    ({ name }) => names.has(name) && !checks.unsolved.some(({ check }) => check === name),
  )
  return {
    rules: checks.rules.filter((rule) => !loose.includes(rule)),
    unsolved: [
      ...checks.unsolved,
      ...judged.map(({ name, expression, columns: named }) => ({ check: name, expression, columns: named })),
    ],
  }
}
