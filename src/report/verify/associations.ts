import type { AssociationPlan } from '../../model/allotting/association.ts'
import type { Queryable } from '../../model/database.ts'
import { type Finding, finding } from '../../model/finding.ts'
import { idToSql, quote } from '../../model/name.ts'
import { spellCount } from '../spell-number.ts'
import type { Look } from './look-at-table.ts'

/** Has every target as many as its association allows? Where others have rows of their own there, or rows take no part in it, nobody can tell. */
export const checkAssociations: Look = async (tx, table) => {
  const findings: Finding[] = []
  let judged = 0
  for (const association of table.associations) {
    const columns = table.rows.plan.links.find(({ name }) => name === association.link)?.columns
    if (columns === undefined || association.perTarget === null || (table.others ?? 1) > 0) continue
    const counts = await countsOf(tx, table.id, columns)
    if (counts.pairs !== association.pairs) continue
    judged++
    const { min, max } = boundsOf(association)
    const without = counts.targets < served(association)
    if (counts.least >= min && counts.most <= max && !without) continue
    findings.push(broken(association, { min, max }, counts))
  }
  return { judged, findings }
}

interface Counts {
  readonly pairs: number
  readonly targets: number
  readonly least: number
  readonly most: number
}

async function countsOf(tx: Queryable, table: string, columns: readonly string[]): Promise<Counts> {
  const refs = columns.map((name) => `t.${quote(name)}`)
  const led = refs.map((ref) => `${ref} is not null`).join(' and ')
  const [row] = await tx.query<{ pairs: number; targets: number; least: number; most: number }>(
    `select coalesce(sum(n), 0)::float8 as pairs, count(*)::float8 as targets, coalesce(min(n), 0)::float8 as least, coalesce(max(n), 0)::float8 as most
     from (select count(*) as n from ${idToSql(table)} t where ${led} group by ${refs.join(', ')}) g`,
  )
  return row ?? { pairs: 0, targets: 0, least: 0, most: 0 }
}

/** What was asked for; what the plan could not keep to is as the plan has it. */
function boundsOf({ min, max, perTarget }: AssociationPlan): { readonly min: number; readonly max: number } {
  return {
    min: Math.min(min, perTarget?.min ?? 0),
    max: Math.max(max ?? Number.POSITIVE_INFINITY, perTarget?.max ?? 0),
  }
}

/** Targets that have something, at least: bars that begin with 0 say nothing of how many have none. */
const served = ({ perTarget, targets }: AssociationPlan): number => ((perTarget?.min ?? 0) > 0 ? targets : 0)

function broken(association: AssociationPlan, { min, max }: { min: number; max: number }, counts: Counts): Finding {
  const { table, name, source, target, targets } = association
  const expected = Number.isFinite(max) ? `${min} to ${max} each` : `at least ${min} each`
  const none = targets - counts.targets
  return finding(
    'association-out-of-bounds',
    'error',
    { table, path: association.path },
    `${name}: rows of ${target} do not have as many of ${source} as were asked for.`,
    {
      expected,
      found: `${spellCount(none > 0 ? 0 : counts.least)} to ${spellCount(counts.most)}`,
      next: 'supa-seed reset restores the rows of supa-seed.',
    },
  )
}
