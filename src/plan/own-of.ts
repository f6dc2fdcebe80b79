import type { Past } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import { countIn } from '../model/row-spans.ts'
import { SeedError } from '../model/seed-error.ts'

/**
 * Rows that are ours where a table is to hold `total` of them, those of others included. Rows that are there already are never too many.
 * @throws SeedError `not-countable` where nobody knows how many there are.
 */
export function ownOf(
  { counts, past }: { readonly counts: Readonly<Record<ObjectId, number | null>>; readonly past: Past },
  id: ObjectId,
  total: number,
  path: string,
): number {
  const all = counts[id]
  if (all === null || all === undefined)
    throw new SeedError({
      code: 'not-countable',
      message: `${id} is to hold ${total} rows in all, and the rows that are there cannot be counted.`,
      place: { table: id, path: `${path}.total` },
      next: 'Use a role that may read the table, or say how many rows supa-seed is to own: count',
    })
  const own = past.tables[id]
  const ours = own === undefined ? 0 : own.rows - countIn(own.plan.skipped, 0, own.rows)
  return Math.max(own?.rows ?? 0, total - Math.max(0, all - ours))
}
