import type { UniqueKey } from '../../model/catalog.ts'
import type { Choose } from '../../model/link.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { Draft, DraftLink, Workshop } from '../draft.ts'

type Order = Extract<Choose, { kind: 'pair' }>['order']

/** Two links to one table whose rows are put in order, or must name no two rows twice in either order. */
interface Couple {
  readonly low: string
  readonly high: string
  readonly ordered: boolean
}

/**
 * `check (a < b)` and `unique (least(a, b), greatest(a, b))` over two foreign keys to one table: friends, matches, merges. Both links are drawn as one pair of
 * different rows, and which of them is which follows from their keys. Neither owns the rows then.
 */
export function pairUp(workshop: Workshop, draft: Draft): void {
  const couple = coupleOf(draft)
  if (couple === null) return
  const link = (column: string): DraftLink | undefined =>
    draft.links.find(({ columns }) => columns.length === 1 && columns[0] === column)
  const [low, high] = [link(couple.low), link(couple.high)]
  if (low === undefined || high === undefined || !isPlain(draft, low) || !isPlain(draft, high)) return
  const order = orderOf(workshop, draft, couple)
  const alike =
    low.parent === high.parent &&
    low.pool === high.pool &&
    low.key.parentColumns.join() === high.key.parentColumns.join()
  if (!alike || order === null || isAloneInKey(draft, couple)) return
  const names = couple.ordered ? (['low', 'high'] as const) : (['one', 'other'] as const)
  for (const [at, one] of [low, high].entries()) {
    one.choose = { kind: 'pair', with: (at === 0 ? high : low).name, side: names[at] as 'low' | 'high', order }
    one.nulls = 0
    one.why = `one of two different rows of ${one.key.parent}${couple.ordered ? ', in their order' : ''}`
  }
}

/** The columns of such a couple, by the checks and keys of the table alone. */
export function coupleOf({ study, relation }: Draft): Couple | null {
  const isLink = (name: string): boolean => relation.foreignKeys.some(({ columns }) => columns.join() === name)
  for (const rule of study.rules)
    if (rule.kind === 'order' && isLink(rule.lower) && isLink(rule.higher))
      return { low: rule.lower, high: rule.higher, ordered: true }
  for (const key of study.keys) {
    const [one, other, ...more] = key.columns.filter((name) => /^(least|greatest)$/.test(key.through[name] ?? ''))
    if (one !== undefined && other !== undefined && more.length === 0 && isLink(one) && isLink(other))
      return { low: one, high: other, ordered: false }
  }
  return null
}

const isPlain = (draft: Draft, { choose, self, patch, columns, parent, pool }: DraftLink): boolean =>
  choose.kind === 'hash' &&
  choose.avoid === undefined &&
  !self &&
  !patch &&
  (parent !== null || pool !== null) &&
  draft.scope.wish?.columns[columns[0] ?? ''] === undefined

/** A key that holds one of them without the other: each row of the parent once, which pairs do not promise. */
const isAloneInKey = ({ relation }: Draft, { low, high }: Couple): boolean =>
  [relation.primaryKey, ...relation.uniques].some((key: UniqueKey | null) => {
    const columns = key === null ? null : plainColumns(key.columns)
    return columns !== null && columns.includes(low) !== columns.includes(high) && columns.length === 1
  })

const NUMBERS = /^(int[248]|numeric|float[48]|oid|money)$/

/** How Postgres compares the keys; null where that is not known. */
function orderOf({ inputs }: Workshop, { study, relation }: Draft, { low, ordered }: Couple): Order | null {
  if (!ordered) return 'text'
  const base = study.columns[low]?.base ?? ''
  if (NUMBERS.test(base)) return 'number'
  if (/^(uuid|date|bytea)$/.test(base)) return 'text'
  if (base === 'citext') return 'word'
  if (!/^(text|varchar|bpchar|name)$/.test(base)) return null
  const own = relation.columns.find(({ name }) => name === low)?.collation ?? null
  const collation = own === null || /default/.test(own) ? inputs.catalog.server.collation : own
  return /(^|\W)(C|POSIX|ucs_basic)(\W|$)/i.test(collation) ? 'text' : 'word'
}
