import type { Allotted } from '../../model/allotting/association.ts'
import type { Assets } from '../../model/assets/assets.ts'
import { finding } from '../../model/finding.ts'
import type { RowSpan } from '../../model/lesson.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan } from '../../model/plan.ts'
import { spansOf } from '../../model/row-spans.ts'
import { skipRows } from '../../values/rows/skip-rows.ts'

/** Do the rows lead where they led a round before? */
export const isSame = (one: Allotted | null, other: Allotted | null): boolean =>
  (one === null && other === null) || (one !== null && other !== null && textOf(one) === textOf(other))

const textOf = ({ shares, more }: Allotted): string =>
  JSON.stringify([shares.map(({ pairs, left, told }) => [pairs, left, told]), more])

/** What hangs on rows that hang on it comes to no end: the plan is as the last round has it. */
export function unsettled(plan: Plan, found: Allotted | null, before: Allotted | null): Plan {
  if (isSame(found, before)) return plan
  const moving = (found?.shares ?? []).filter(
    ({ pairs }, at) => JSON.stringify(pairs) !== JSON.stringify(before?.shares[at]?.pairs),
  )
  const findings = moving.map(({ association: { name, path, via } }) =>
    finding(
      'association-unsettled',
      'warning',
      { table: via.table, path },
      `${name}: what its weights, filters or conditions look at changes with where the rows lead, or is another each time it is asked, so they are kept as near as could be.`,
      {
        next: 'Look at columns that do not hang on the association, and let functions give the same answer for the same row.',
      },
    ),
  )
  return { ...plan, findings: [...plan.findings, ...findings] }
}

/** Rows that must lead somewhere and cannot are left out, and what hangs on them. */
export function withoutLeft(
  plan: Plan,
  allotted: Allotted | null,
  required: (table: ObjectId, columns: readonly string[]) => boolean,
  assets: Assets,
): Plan {
  const left = new Map<ObjectId, RowSpan[]>()
  for (const { association, left: rows } of allotted?.shares ?? [])
    if (rows.length > 0) left.set(association.via.table, [...(left.get(association.via.table) ?? []), ...spansOf(rows)])
  return left.size === 0 ? plan : skipRows(plan, left, required, assets)
}
