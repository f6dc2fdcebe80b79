import type { ForeignKey } from '../model/catalog.ts'
import type { Draft } from './draft.ts'

/**
 * Tables of whose rows a trigger of this one demands some by the end of the transaction (an order has at least one line): those that it looks at and that lead
 * here. As keys without columns that can be deferred: they order the tables.
 */
export function awaited(draft: Draft, byId: ReadonlyMap<string, Draft>): ForeignKey[] {
  return draft.study.effects.flatMap(({ trigger, awaits = [], raises }) =>
    awaits
      .filter((id) => raises.length > 0 && id !== draft.id && leadsTo(byId.get(id), draft))
      .map((id) => ({
        name: `${trigger} → ${id}`,
        columns: [],
        parent: id,
        parentColumns: [],
        match: 'simple' as const,
        onDelete: 'no action' as const,
        onUpdate: 'no action' as const,
        deferrable: true,
        deferred: true,
        validated: false,
      })),
  )
}

const leadsTo = (from: Draft | undefined, to: Draft): boolean =>
  from?.relation.foreignKeys.some(({ parent }) => parent === to.id) ?? false
