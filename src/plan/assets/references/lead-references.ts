import type { Via } from '../../../model/allotting/association.ts'
import type { Link, Pool } from '../../../model/link.ts'
import type { ObjectId } from '../../../model/name.ts'
import type { AssetPoolPlan, TablePlan } from '../../../model/plan.ts'
import { SeedError } from '../../../model/seed-error.ts'
import type { Workshop } from '../../draft.ts'
import { madeRow } from '../../fixtures/given-rows.ts'
import { poolRows } from '../../pool-rows.ts'
import type { Lead, Target } from './reference.ts'

/**
 * Puts what items refer to into the links of the rows that are to be written; by now every item has its row.
 * @throws SeedError `reference-without-row` where the item that is meant gets no row
 */
export function leadReferences(
  workshop: Workshop,
  tables: readonly TablePlan[],
  assetPools: readonly AssetPoolPlan[],
  pools: readonly Pool[],
): TablePlan[] {
  const places = new Places(workshop, tables, assetPools, pools)
  const fixed = new Map<string, [number, number | null][]>()
  const byId = new Map(tables.map((table) => [table.id, table]))
  for (const lead of workshop.references.leads) {
    const table = byId.get(lead.table)
    const link = table?.links.find(({ name }) => name === lead.link)
    const row = table === undefined ? null : places.rowOf(lead.from, table.id)
    if (table === undefined || link === undefined || row === null || row < table.present) continue
    const parent = lead.to === null ? null : places.parentOf(lead, link)
    if (parent === null && lead.to !== null) {
      if (workshop.inputs.tentative) continue
      throw withoutRow(lead, link)
    }
    const key = JSON.stringify([table.id, link.name])
    const there = fixed.get(key)
    if (there === undefined) fixed.set(key, [[row, parent]])
    else there.push([row, parent])
  }
  return tables.map((table) => told(workshop, withFixed(table, fixed)))
}

function withFixed(
  table: TablePlan,
  fixed: ReadonlyMap<string, readonly (readonly [number, number | null])[]>,
): TablePlan {
  const links = table.links.map((link) => {
    const more = fixed.get(JSON.stringify([table.id, link.name]))
    return more === undefined ? link : { ...link, fixed: [...(link.fixed ?? []), ...more].sort(([a], [b]) => a - b) }
  })
  return { ...table, links }
}

/** What `plan` shows of columns that files fill with rows of other tables. */
function told({ references, inputs }: Workshop, table: TablePlan): TablePlan {
  const shared = inputs.scope.associations.filter(({ via }) => via.table === table.id)
  const here = references.all.filter(({ table: own, join }) => (join?.table ?? own) === table.id)
  if (here.length === 0 && shared.length === 0) return table
  const whyOf = (name: string): string | null => {
    const found = here.find(({ link, join }) => {
      const names = join === null ? [link] : [link, join.back]
      return table.links.some((one) => names.includes(one.name) && one.columns.includes(name))
    })
    const link = table.links.find(({ columns }) => columns.includes(name))?.name
    const association = shared.find(({ via }) => link !== undefined && linksOf(via).includes(link))
    if (association !== undefined) return `association ${association.name}`
    return found === undefined ? null : `asset pool ${found.pool} (${found.field} names rows of ${found.parent})`
  }
  return { ...table, columns: table.columns.map((column) => ({ ...column, why: whyOf(column.name) ?? column.why })) }
}

const linksOf = (via: Via): readonly string[] => (via.kind === 'join' ? [via.source, via.target] : [via.link])

/** Which row is which. */
class Places {
  readonly #workshop: Workshop
  readonly #handles: ReadonlyMap<ObjectId, ReadonlyMap<string, number>>
  readonly #items: ReadonlyMap<string, number>
  /** Items of pools that have another name now. */
  readonly #renamed: ReadonlyMap<string, number>
  readonly #pools: ReadonlyMap<string, Pool>
  /** Columns of the pools that are there now, by their table. */
  readonly #asked: ReadonlyMap<ObjectId, readonly string[]>

  constructor(
    workshop: Workshop,
    tables: readonly TablePlan[],
    assetPools: readonly AssetPoolPlan[],
    pools: readonly Pool[],
  ) {
    this.#workshop = workshop
    this.#pools = new Map(pools.map((pool) => [pool.id, pool]))
    this.#asked = new Map(Object.values(workshop.inputs.answers.pools).map(({ table, columns }) => [table, columns]))
    this.#handles = new Map(
      tables.map(({ id, fixtures = [] }) => [id, new Map(fixtures.map(({ handle, row }) => [handle, row]))]),
    )
    this.#items = new Map(
      assetPools.flatMap(({ name, table, items }) =>
        items.map(({ identity, row }) => [JSON.stringify([table, name, identity]), row]),
      ),
    )
    this.#renamed = new Map(
      assetPools
        .filter(({ name }) => !Object.hasOwn(workshop.inputs.config.assetPools, name))
        .flatMap(({ table, items }) => items.map(({ identity, row }) => [JSON.stringify([table, identity]), row])),
    )
  }

  /** The number of a row of the table; null where it has none. */
  rowOf(target: Target, table: ObjectId): number | null {
    if (target.kind === 'item') {
      const { pool, identity } = target
      const row = this.#items.get(JSON.stringify([table, pool, identity]))
      return row ?? this.#renamed.get(JSON.stringify([table, identity])) ?? null
    }
    if (target.kind === 'planned') return target.row
    if (target.kind === 'row') return null
    const row = this.#handles.get(target.table)?.get(target.handle)
    if (row === undefined || target.table === table) return row ?? null
    const draft = this.#workshop.byId.get(table)
    return draft?.madeBy?.of === target.table ? madeRow(this.#workshop, draft, row) : null
  }

  /** The number of the row that is meant; null where it has none. */
  parentOf({ to }: Lead, link: Link): number | null {
    if (to === null) return null
    return to.kind === 'row' ? this.#inPool(to.texts, link) : this.rowOf(to, link.parent.table)
  }

  /** In the pool that the link leads to, which an earlier plan may have frozen. */
  #inPool(texts: readonly (string | null)[], { parent }: Link): number | null {
    const [column = ''] = parent.columns
    const key = texts[this.#asked.get(parent.table)?.indexOf(column) ?? -1]
    const pool = parent.pool === null ? undefined : this.#pools.get(parent.pool)
    return key == null || pool === undefined ? null : (poolRows(pool, column).get(key) ?? null)
  }
}

function withoutRow({ to, place, table }: Lead, { parent, columns }: Link): SeedError {
  return new SeedError({
    code: 'reference-without-row',
    message: `What ${place} refers to gets no row of ${parent.table}.`,
    place: { table, column: columns.join(', '), file: place },
    expected: `a row of ${parent.table}`,
    found: to?.kind === 'item' ? to.identity : to?.kind === 'given' ? to.handle : 'none',
    next: `Let ${parent.table} have a row for each of its items (tables.${parent.table}.count).`,
  })
}
