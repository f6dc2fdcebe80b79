import type { Association, Via } from '../../model/allotting/association.ts'
import type { AssociationWish } from '../../model/allotting/association-wish.ts'
import type { Relation } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import type { ObjectId } from '../../model/name.ts'
import { nearest } from '../../model/nearest.ts'
import { SeedError } from '../../model/seed-error.ts'
import { resolveName } from '../resolve-name.ts'
import { checkFilters } from './check-filters.ts'
import { chooseWay } from './choose-way.ts'
import { keysOf } from './find-ways.ts'
import { isCalled, sidesIn } from './name-sides.ts'
import { namedColumns } from './named-columns.ts'

interface Given {
  readonly config: Pick<Config, 'associations' | 'assetPools'>
  /** Tables that names may mean; those of the app first. */
  readonly tables: readonly Relation[]
  /** Pools by the tables whose rows their items become. */
  readonly pools: ReadonlyMap<ObjectId, readonly string[]>
}

interface Sides {
  readonly source: { readonly table: Relation; readonly pool: string | null }
  readonly target: Relation
}

/**
 * The associations of the configuration with their tables and foreign keys.
 * @throws SeedError `unknown-table`, `ambiguous-table`, `unknown-pool`, `unknown-column`, `association-sides`, `association-via`, `association-type`, `association-conflict`
 */
export function settleAssociations(given: Given): Association[] {
  const all = given.config.associations.map((wish, at) => settled(wish, `associations[${at}]`, given))
  for (const [at, one] of all.entries()) {
    const other = all.slice(0, at).find(({ via }) => via.kind === 'join' && via.table === one.via.table)
    if (other !== undefined && one.via.kind === 'join') throw joinedTwice(other, one)
  }
  return all
}

/** Its rows are pairs, and nothing tells of which association a pair is. */
const joinedTwice = (one: Association, other: Association): SeedError =>
  new SeedError({
    code: 'association-conflict',
    message: `${one.name} and ${other.name} both make the rows of ${other.via.table}.`,
    place: { table: other.via.table, path: other.path },
    expected: 'one association for each table that joins',
    found: `${one.path} and ${other.path}`,
    next: `Leave one of them out, and say in the other what both ask for: constraints with categoryBalance, perGroup, capacity or allowed`,
  })

function settled(wish: AssociationWish, path: string, given: Given): Association {
  const { source, target } = sidesOf(wish, path, given)
  checkFilters(wish, path, { source: source.table, target }, given.pools)
  const way = chooseWay(wish, path, { source: source.table, target, tables: given.tables })
  return {
    ...{ name: wish.name, wish, path, via: way.via, spelled: way.spelled },
    source: { table: source.table.id, pool: source.pool },
    target: { table: target.id },
    limits: limitsOf(way.via, given.tables),
    columns: namedColumns(wish, path, source.table, target),
  }
}

function sidesOf(wish: AssociationWish, path: string, given: Given): Sides {
  const { tables } = given
  const said = {
    source: sourceSaid(wish, path, given),
    target: wish.target.table === null ? null : resolveName(wish.target.table, tables, `${path}.target`),
  }
  if (said.source !== null && said.target !== null) return { source: said.source, target: said.target }
  const found = sidesIn(wish.name).flatMap((names): Sides[] => {
    const sources = said.source === null ? sourcesCalled(names.source, given) : [said.source]
    const targets = said.target === null ? tables.filter(({ name }) => isCalled(names.target, name)) : [said.target]
    return sources.flatMap((source) => targets.map((target) => ({ source, target })))
  })
  if (found.length === 1) return found[0] as Sides
  throw new SeedError({
    code: 'association-sides',
    message:
      found.length === 0
        ? `The name ${wish.name} does not say which tables are meant.`
        : `The name ${wish.name} could mean several tables.`,
    place: { path },
    expected: 'a source and a target, such as gear_to_setups for tables gear and setups',
    found:
      found.length === 0
        ? nearTables(wish.name, tables)
        : found.map(({ source, target }) => `${source.table.id} to ${target.id}`).join(', '),
    next: `Name them: { name: '${wish.name}', source: { table: '…' }, target: { table: '…' } }`,
  })
}

function nearTables(name: string, tables: readonly Relation[]): string {
  const [sides] = sidesIn(name)
  if (sides === undefined) return 'a name without _to_'
  const missing = [sides.source, sides.target].filter((side) => !tables.some((table) => isCalled(side, table.name)))
  return missing
    .map((side) => {
      const near = nearest(
        side,
        tables.map((table) => table.name),
      )
      return near === null ? `no table ${side}` : `no table ${side} (${near}?)`
    })
    .join(', ')
}

function sourceSaid(
  { source }: AssociationWish,
  path: string,
  { config, tables, pools }: Given,
): Sides['source'] | null {
  if (source.pool === null)
    return source.table === null ? null : { table: resolveName(source.table, tables, `${path}.source`), pool: null }
  const known = Object.keys(config.assetPools)
  const id = [...pools].find(([, names]) => names.includes(source.pool as string))?.[0]
  const table = tables.find((one) => one.id === id)
  if (table !== undefined) return { table, pool: source.pool }
  const near = nearest(source.pool, known)
  throw new SeedError({
    code: 'unknown-pool',
    message: known.includes(source.pool)
      ? `The items of the asset pool ${source.pool} become no rows.`
      : `There is no asset pool ${source.pool}.`,
    place: { path: `${path}.source.pool` },
    expected: `one of ${known.join(', ') || 'assetPools'}`,
    found: source.pool,
    next:
      near === null || near === source.pool
        ? 'Name a pool whose items become rows of a table.'
        : `Did you mean ${near}?`,
  })
}

/** A table called so, else the table of a pool called so. */
function sourcesCalled(name: string, { tables, pools }: Given): Sides['source'][] {
  const own = tables.filter((table) => isCalled(name, table.name)).map((table) => ({ table, pool: null }))
  if (own.length > 0) return own
  return [...pools].flatMap(([id, names]) => {
    const table = tables.find((one) => one.id === id)
    return table === undefined ? [] : names.filter((pool) => isCalled(name, pool)).map((pool) => ({ table, pool }))
  })
}

/** A unique key on one side alone lets no row take part twice. */
function limitsOf(via: Via, tables: readonly Relation[]): Association['limits'] {
  const table = tables.find(({ id }) => id === via.table)
  const bound = (link: string): boolean => {
    const columns = table?.foreignKeys.find(({ name }) => name === link)?.columns ?? []
    return table !== undefined && keysOf(table).some((key) => key.every((name) => columns.includes(name)))
  }
  switch (via.kind) {
    case 'source':
      return { onePerTarget: bound(via.link), onePerItem: true }
    case 'target':
      return { onePerTarget: true, onePerItem: bound(via.link) }
    case 'join':
      return { onePerTarget: bound(via.target), onePerItem: bound(via.source) }
  }
}
