import type { Assets } from '../../model/assets/assets.ts'
import type { Catalog } from '../../model/catalog.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { Lesson } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import { countIn } from '../../model/row-spans.ts'
import type { Scope, ScopeTable } from '../../plan/scope.ts'
import { skipRows } from '../../values/rows/skip-rows.ts'
import { isRequired } from './is-required.ts'
import { madeAs } from './made-as.ts'

interface Given {
  readonly lessons: readonly Lesson[]
  readonly catalog: Catalog
  readonly scope: Scope
  readonly assets: Assets
}

/** Leaves rows out of a plan that the database refused when it was rehearsed, and says so. */
export function skipRefused(plan: Plan, given: Given): { readonly plan: Plan; readonly findings: readonly Finding[] } {
  const learned = new Map<ObjectId, Extract<Lesson, { kind: 'skip-rows' }>>()
  for (const lesson of given.lessons)
    if (lesson.kind === 'skip-rows' && lesson.made === madeAs(plan, lesson.table)) learned.set(lesson.table, lesson)
  const skipped = skipRows(
    plan,
    new Map([...learned].map(([table, { rows }]) => [table, rows])),
    (table, columns) => isRequired(given.catalog, table, columns),
    given.assets,
  )
  const named = new Set(given.scope.tables.filter(isNamed).map((one) => one.relation.id))
  const findings = skipped.tables.flatMap((table) => {
    const count =
      countIn(table.skipped, table.present) -
      countIn(plan.tables.find(({ id }) => id === table.id)?.skipped, table.present)
    return count === 0 ? [] : [told(table, count, learned.get(table.id)?.why ?? null, named.has(table.id))]
  })
  return { plan: skipped, findings }
}

/** The user said how many rows there are, or gave them. */
const isNamed = ({ named, count, fixtures, pools }: ScopeTable): boolean =>
  (named && count !== null) || fixtures.length > 0 || pools.length > 0

function told(table: TablePlan, count: number, why: string | null, named: boolean): Finding {
  const all = table.rows - table.present
  const reason = why === null ? 'rows that they hang on are refused' : `the database refuses them: ${why}`
  return finding(
    'rows-skipped',
    named ? 'error' : 'warning',
    { table: table.id },
    `${count} of ${all} rows of ${table.id} are not written: ${reason}`,
    {
      expected: `${all} rows`,
      found: `${all - count} rows`,
      next: `Say in the configuration which values the rows may have (tables.${table.id}.columns), or mend the schema and take the table's line out of .supa-seed/lessons.json.`,
    },
  )
}
