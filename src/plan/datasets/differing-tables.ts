import type { Past } from '../../model/journal.ts'
import type { Pool } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { AssetPoolPlan, Plan, TablePlan } from '../../model/plan.ts'
import type { Study } from '../../model/study.ts'
import { encodeJson } from '../codec.ts'

/**
 * Tables with rows of ours that a plan made as if nothing were there would fill otherwise, or not at all, and all whose rows hang on those of such a table: by
 * links, by recipes that look there, by triggers. All other tables hold just what that plan would put there.
 */
export function differingTables(past: Past, fresh: Plan, study: Pick<Study, 'tables'>): ReadonlySet<ObjectId> {
  const now = new Map(fresh.tables.map((table) => [table.id, table]))
  const before = new Map(Object.entries(past.tables).map(([id, { plan }]) => [id, plan]))
  const open = new Set([...now.keys(), ...before.keys()])
  for (const [id, { rows, plan }] of Object.entries(past.tables)) {
    const other = now.get(id)
    if (other === undefined || rows !== other.rows) continue
    if (contents(plan, past.pools, past.assetPools) === contents(other, fresh.pools, fresh.assetPools)) open.delete(id)
  }
  for (const [id, table] of now) if (table.rows === 0 && !before.has(id)) open.delete(id)
  const hanging = hangingOn(now, before, study)
  for (const id of open) for (const other of hanging.get(id) ?? []) open.add(other)
  return new Set([...open].filter((id) => before.has(id)))
}

type Tables = ReadonlyMap<ObjectId, TablePlan>

/** Which tables hold other rows where a table does. */
function hangingOn(now: Tables, before: Tables, { tables }: Pick<Study, 'tables'>): Map<ObjectId, Set<ObjectId>> {
  const all = new Set([...now.keys(), ...before.keys()])
  const hanging = new Map([...all].map((id) => [id, new Set<ObjectId>()]))
  for (const table of [...now.values(), ...before.values()]) {
    for (const id of textsIn([table.columns, table.links], all)) if (id !== table.id) hanging.get(id)?.add(table.id)
    // Its rows come with those of the table whose trigger makes them.
    for (const maker of [table.made?.of, table.writer.kind === 'update' ? table.writer.of : undefined])
      if (maker !== undefined) hanging.get(table.id)?.add(maker)
  }
  for (const id of before.keys())
    for (const other of (tables[id]?.effects ?? []).flatMap(({ updates }) => updates))
      if (other !== id && all.has(other)) hanging.get(id)?.add(other)
  return hanging
}

/** Those of the texts that stand anywhere in a part of a plan. */
function textsIn(part: unknown, wanted: ReadonlySet<string>, found = new Set<string>()): ReadonlySet<string> {
  if (typeof part === 'string' && wanted.has(part)) found.add(part)
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return found
  for (const inner of Object.values(part)) textsIn(inner, wanted, found)
  return found
}

/** What a table holds, as text: equal where the rows are, apart from numbers that a sequence gives. */
function contents(table: TablePlan, pools: readonly Pool[], assets: readonly AssetPoolPlan[] = []): string {
  const { present, chunkRows, parallel, rowBytes, harvest, writer, columns, links, ...rest } = table
  return encodeJson({
    ...rest,
    by: writer.kind === 'update' ? writer.of : null,
    columns: columns.map(({ why, recipe, ...column }) => ({ ...column, recipe: withoutNumbers(recipe) })),
    links: links.map(({ why, parent, ...link }) => {
      const pool = pools.find(({ id }) => id === parent.pool)
      return { ...link, parent: { ...parent, pool: pool === undefined ? null : { ...pool, id: '' } } }
    }),
    assets: assets.filter((pool) => pool.table === table.id),
  })
}

/** A part of a recipe without the numbers that a sequence gave. */
function withoutNumbers(part: unknown): unknown {
  if (typeof part !== 'object' || part === null || part instanceof Uint8Array) return part
  if (Array.isArray(part)) return part.map(withoutNumbers)
  const isSerial = 'kind' in part && part.kind === 'serial' && 'sequence' in part && part.sequence !== null
  const isLeft = 'kind' in part && part.kind === 'leave'
  const entries = Object.entries(part).filter(
    ([name]) => !(isSerial && name === 'ranges') && !(isLeft && name === 'why'),
  )
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNumbers(inner)]))
}
