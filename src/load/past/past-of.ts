import type { Past, PastTable } from '../../model/journal.ts'
import type { Pool } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { AssetPoolPlan, Plan, TablePlan } from '../../model/plan.ts'
import { addSkipped } from './add-skipped.ts'
import { Cover } from './cover.ts'
import type { History } from './history.ts'

/** What a new plan must know of what is there: of each table as many rows as there are without a gap, with the plan that made them. */
export function pastOf(history: History): Past {
  const tables: Record<ObjectId, PastTable> = {}
  const pools = new PoolBook()
  const assetPools: AssetPoolPlan[] = []
  const last = history.plans.findLast((plan) => ownsSome(history, plan)) ?? history.plans.at(-1)
  for (const [table, cover] of coversOf(history)) {
    const holds = (each: Plan): boolean => each.tables.some(({ id }) => id === table)
    // A run that was to move the rows to another `now` and did not arrive has not made them.
    const plan =
      history.plans.findLast((each) => each.now === last?.now && holds(each)) ?? history.plans.findLast(holds)
    const found = plan?.tables.find(({ id }) => id === table)
    if (!plan || !found || cover.prefix === 0) continue
    tables[table] = { rows: cover.prefix, plan: pools.enter(plan, found) }
    assetPools.push(...(plan.assetPools ?? []).filter((pool) => pool.table === table))
  }
  const found = Object.keys(tables).length > 0 ? last : undefined
  return {
    tables,
    reference: history.reference ?? [],
    seed: found?.seed ?? null,
    now: found?.now ?? null,
    ...localesOf(history.plans),
    ...(found?.generators === undefined ? {} : { generators: found.generators }),
    pools: pools.pools,
    ...(assetPools.length === 0 ? {} : { assetPools }),
    unfinished: history.unfinished?.plan.hash ?? null,
  }
}

/** The words that were first used count: the rows are made of them. */
function localesOf(plans: readonly Plan[]): Pick<Past, 'locales'> {
  const locales = Object.assign({}, ...plans.toReversed().map((plan) => plan.locales))
  return Object.keys(locales).length === 0 ? {} : { locales }
}

/** Are rows there that the plan made? */
const ownsSome = ({ own }: History, { tables }: Plan): boolean => own.some(({ rows }) => tables.includes(rows.plan))

/**
 * Tables with rows of ours beyond a gap: chunks over several connections that an error stopped. Only the frozen plan of the unfinished run can go on
 * there; another one would meet its own keys.
 */
export function gapsOf(history: History): ObjectId[] {
  return [...coversOf(history)].filter(([, cover]) => cover.size > cover.prefix).map(([table]) => table)
}

function coversOf(history: History): Map<ObjectId, Cover> {
  const covers = new Map<ObjectId, Cover>()
  // Rows of others that were adopted are known even where nothing of ours stands beside them.
  if (history.own.length > 0)
    for (const { id, adopted } of history.plans.flatMap(({ tables }) => tables))
      if (adopted !== undefined) covers.set(id, new Cover())
  for (const { table, from, to } of history.own) {
    const cover = covers.get(table) ?? new Cover()
    cover.add(from, to)
    covers.set(table, cover)
  }
  for (const [table, cover] of covers) addSkipped(cover, planOf(history, table))
  return covers
}

/** The plan that made the table's latest rows. */
const planOf = (history: History, table: ObjectId): TablePlan | undefined =>
  history.plans.flatMap(({ tables }) => tables).findLast(({ id }) => id === table)

/** Pools of several plans side by side: the same id only for the same rows. */
class PoolBook {
  readonly pools: Pool[] = []
  readonly #contents = new Map<string, string>()

  /** The table's plan with its pools under the names that they have here. */
  enter(plan: Plan, table: TablePlan): TablePlan {
    const links = table.links.map((link) => {
      const pool = plan.pools.find(({ id }) => id === link.parent.pool)
      return pool ? { ...link, parent: { ...link.parent, pool: this.#name(pool) } } : link
    })
    return { ...table, links }
  }

  #name(pool: Pool): string {
    const content = JSON.stringify(pool)
    let { id } = pool
    while (this.#contents.has(id) && this.#contents.get(id) !== content) id = `${id}'`
    if (!this.#contents.has(id)) this.pools.push({ ...pool, id })
    this.#contents.set(id, content)
    return id
  }
}
