import type { AllottedShare, Association } from '../../model/allotting/association.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Lead, References, Target } from '../assets/references/reference.ts'
import type { Inputs } from '../draft.ts'
import type { Fixture } from '../fixtures/fixture.ts'

/** The handle of the row that stands in for all pairs while they are not known: what hangs on them needs one. */
export const standIn = (association: Pick<Association, 'name'>): string => `${association.name}/`

/** What associations say of where rows lead, beside what files say: pairs are given rows of the table that joins. */
export function withAllotted(references: References, { scope, allotted }: Inputs): References {
  if (scope.associations.length === 0) return references
  const given = new Map<ObjectId, Fixture[]>([...references.given].map(([table, rows]) => [table, [...rows]]))
  const leads: Lead[] = [...references.leads]
  const give = (table: ObjectId, { path }: Association, handle: string): void => {
    const fixture: Fixture = { handle, values: {}, path }
    const there = given.get(table)
    if (there === undefined) given.set(table, [fixture])
    else there.push(fixture)
  }
  for (const association of scope.associations) {
    const share = allotted?.shares.find((one) => one.association.name === association.name)
    if (share !== undefined) lead(share, association, leads, give)
    else if (association.via.kind === 'join') give(association.via.table, association, standIn(association))
  }
  return {
    ...{ all: references.all, problems: references.problems, findings: references.findings, given, leads },
    passesOver: (pool, asset) => references.passesOver(pool, asset),
  }
}

function lead(
  { pairs }: AllottedShare,
  association: Association,
  leads: Lead[],
  give: (table: ObjectId, association: Association, handle: string) => void,
): void {
  const { via, path } = association
  const place = path
  for (const { source, target, handle } of pairs) {
    if (via.kind === 'join') {
      give(via.table, association, handle)
      const from: Target = { kind: 'given', table: via.table, handle }
      leads.push({ table: via.table, link: via.source, from, to: planned(source), place })
      leads.push({ table: via.table, link: via.target, from, to: planned(target), place })
      continue
    }
    const [row, to] = via.kind === 'source' ? [source, target] : [target, source]
    const from = planned(row)
    if (from !== null) leads.push({ table: via.table, link: via.link, from, to: planned(to), place })
  }
}

const planned = (row: number | null): Target | null => (row === null ? null : { kind: 'planned', row })
