import { finding } from '../../model/finding.ts'
import type { Link, Spread } from '../../model/link.ts'
import { idToSql, quote } from '../../model/name.ts'
import { spellCount } from '../spell-number.ts'
import { columnsOf } from './columns.ts'
import type { Judged, Look } from './look-at-table.ts'
import { onlyWritten } from './only-written.ts'
import type { OwnTable } from './own-rows.ts'

/** Parents whose share is computed, at most. */
const COMPUTED = 100_000
/** Parents that are named. */
const NAMED = 3

const NOTHING: Judged = { judged: 0, findings: [] }

interface Bounds {
  /** Parents that own rows by the plan; null: not known, so only those that have some are judged. */
  readonly parents: number | null
  readonly min: number
  readonly max: number | null
}

/** Has every parent as many rows as were asked for? By what the database groups, rows that are given left out: they belong to no share. */
export const checkShares: Look = async (tx, table, columns) => {
  const { plan } = table.rows
  const link = plan.links.find(({ name }) => name === plan.owner)
  if (link?.choose.kind !== 'blocks') return NOTHING
  const { spread } = link.choose
  if (spread.min === 0 && spread.max === null) return NOTHING
  const found = columnsOf(columns, [...plan.key.columns, ...link.columns])
  const filter = found === null ? null : onlyWritten(table, found.slice(0, plan.key.columns.length))
  if (filter === null) return NOTHING
  const bounds = boundsOf(table, link, spread)
  const refs = link.columns.map((name) => `t.${quote(name)}`)
  const grouped = `
    select ${refs.map((ref, i) => `${ref}::text as c${i + 1}`).join(', ')}, count(*)::float8 as n from ${idToSql(table.id)} t
    where ${refs.map((ref) => `${ref} is not null`).join(' and ')} ${filter.sql} group by ${refs.join(', ')}`
  const [row] = await tx.query<{ parents: number; least: number | null; most: number | null }>(
    `select count(*)::float8 as parents, min(n) as least, max(n) as most from (${grouped}) g`,
    filter.parameters,
  )
  const { parents = 0, least = 0, most = 0 } = row ?? {}
  const without = bounds.min > 0 && bounds.parents !== null ? Math.max(0, bounds.parents - parents) : 0
  const few = without > 0 || (parents > 0 && (least ?? 0) < bounds.min)
  const many = bounds.max !== null && (most ?? 0) > bounds.max
  if (!few && !many) return { judged: 1, findings: [] }
  const outside = `n < $${filter.parameters.length + 1}::float8 or n > $${filter.parameters.length + 2}::float8`
  const worst = await tx.query<{ parent: string[]; n: number }>(
    `select array[${refs.map((_, i) => `c${i + 1}`).join(', ')}] as parent, n from (${grouped}) g where ${outside} order by n desc, 1 limit ${NAMED}`,
    [...filter.parameters, bounds.min, bounds.max ?? 'Infinity'],
  )
  return { judged: 1, findings: [outOfBounds(table, link, bounds, worst, without)] }
}

/** The bounds that were asked for, and wider ones where the plan knew better (rows of an earlier generation stay, whatever is asked for now). */
function boundsOf({ rows }: OwnTable, link: Link, spread: Spread): Bounds {
  const parents = spread.generations.at(-1)?.parents ?? 0
  if (parents > COMPUTED) {
    const plain = spread.generations.length === 1 && spread.only === undefined
    return { parents: plain ? parents : null, min: plain ? spread.min : 0, max: plain ? spread.max : null }
  }
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let owning = 0
  for (let parent = 0; parent < parents; parent++) {
    const count = rows.childCount(parent)
    // Parents that a trigger made may own none.
    if (count === 0 && spread.only !== undefined) continue
    owning++
    least = Math.min(least, count)
    most = Math.max(most, count)
  }
  return {
    parents: link.nulls > 0 ? null : owning,
    min: link.nulls > 0 ? 0 : Math.min(spread.min, least),
    max: spread.max === null ? null : Math.max(spread.max, most),
  }
}

function outOfBounds(
  { id }: OwnTable,
  link: Link,
  { min, max }: Bounds,
  worst: readonly { readonly parent: readonly string[]; readonly n: number }[],
  without: number,
) {
  const expected = max === null ? `at least ${min} each` : min === 0 ? `at most ${max} each` : `${min} to ${max} each`
  const shown = worst.map(({ parent, n }) => `${parent.join(', ')} has ${spellCount(n)}`)
  const none = without === 0 ? [] : [`${spellCount(without)} ${without === 1 ? 'has' : 'have'} none`]
  return finding(
    'share-out-of-bounds',
    'error',
    { table: id, constraint: link.name },
    `Rows of ${link.parent.table} do not have as many rows of ${id} as were asked for.`,
    { expected, found: [...none, ...shown].join('; '), next: 'supa-seed reset restores the rows of supa-seed.' },
  )
}
