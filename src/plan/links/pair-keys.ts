import type { ForeignKey } from '../../model/catalog.ts'
import type { TableStudy } from '../../model/study.ts'

/** What the pairs of a table may lead to, as keys without columns of their own: they order the tables, as far as nothing else speaks against it. */
export const pairKeys = (study: TableStudy): ForeignKey[] =>
  (study.pairs ?? []).flatMap(({ type, id, targets }) =>
    targets.map(({ table, column }) => ({
      name: `${id} → ${table}`,
      columns: [],
      parent: table,
      parentColumns: [column],
      match: 'simple' as const,
      onDelete: 'no action' as const,
      onUpdate: 'no action' as const,
      deferrable: false,
      deferred: false,
      validated: false,
      found: `as ${type} says`,
    })),
  )
