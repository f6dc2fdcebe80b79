import type { Association } from '../../model/allotting/association.ts'
import type { Config, TableWish } from '../../model/config.ts'
import type { Past } from '../../model/journal.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Study } from '../../model/study.ts'

/** Is the table nothing but what joins source and target of an association? */
export const joins = (associations: readonly Association[], table: ObjectId): boolean =>
  associations.some(({ via }) => via.kind === 'join' && via.table === table)

interface Given {
  readonly config: Pick<Config, 'users'>
  readonly study: Pick<Study, 'auth'>
  readonly counts: Readonly<Record<ObjectId, number | null>>
  readonly past: Pick<Past, 'tables'>
}

/**
 * Rows that an association asks for where nothing else says how many: of its target `target.count`, of a source whose rows all lead somewhere `totalItems`.
 * Tables that hold rows of others keep to them.
 */
export function takePart(
  associations: readonly Association[],
  wishes: Map<ObjectId, TableWish>,
  { config, study, counts, past }: Given,
  filled: ReadonlySet<ObjectId>,
): void {
  const isSaid = (table: ObjectId): boolean =>
    ((table === 'users' || table === study.auth?.users) && (config.users?.count ?? null) !== null) ||
    ((counts[table] ?? 0) > 0 && past.tables[table] === undefined)
  for (const { wish, source, target, via } of associations) {
    const isTotal = via.kind === 'source' && !filled.has(source.table)
    for (const [table, count] of [
      [target.table, wish.target.type === null ? wish.target.count : null],
      [source.table, isTotal ? (wish.constraints.totalItems ?? null) : null],
    ] as const) {
      const said = wishes.get(table)
      if (count === null || isSaid(table) || (said?.count ?? null) !== null || (said?.perParent ?? null) !== null)
        continue
      wishes.set(table, { ...(said ?? { perParent: null, columns: {} }), count })
    }
  }
}
