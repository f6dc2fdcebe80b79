import type { AssociatedRow } from '../../model/allotting/association-wish.ts'
import type { Assets } from '../../model/assets/assets.ts'
import type { Relation } from '../../model/catalog.ts'
import type { Link, Pool } from '../../model/link.ts'
import type { ObjectId } from '../../model/name.ts'
import type { Plan, TablePlan } from '../../model/plan.ts'
import { isIn } from '../../model/row-spans.ts'
import { AssetRows } from '../../values/rows/asset-rows.ts'
import { hexOf, poolIdentity } from '../../values/rows/identity.ts'
import type { Rows } from '../../values/rows/rows.ts'
import { seeing } from './seeing.ts'

/** The rows of a table that are shared out, or that get some: those of a plan, or rows of others that a link leads to. */
export interface Side {
  readonly table: ObjectId
  /** Numbers of the rows: in the table, or in the pool. */
  readonly rows: readonly number[]
  /** Rows from this one on are new. */
  readonly present: number
  /** The row as functions of a configuration see it; the same object for the same row. */
  see(row: number): AssociatedRow
  /** What the row is known by, as hex. */
  identity(row: number): string
  /** What an item of the user's content is called, else what the row is known by. */
  label(row: number): string
  texts(row: number, columns: readonly string[]): readonly (string | null)[]
}

/** What sides are made of. */
export interface Ground {
  readonly plan: Plan
  readonly rows: Rows
  readonly relations: readonly Relation[]
  readonly assets: Assets
  /** Rows of ours that are looked for: so many of a table are there. Empty: all that are planned take part. */
  readonly there: Readonly<Record<ObjectId, number | null>>
}

/** The rows of a table of the plan. `pool`: those that are its items, and with `more` those that are made beside them. */
export function sideOfTable(
  ground: Ground,
  table: TablePlan,
  { pool, more }: { readonly pool: string | null; readonly more: boolean },
): Side {
  const rows = ground.rows.table(table.id)
  const books = (ground.plan.assetPools ?? [])
    .filter((one) => one.table === table.id)
    .map((one) => new AssetRows(one, ground.assets))
  const itemAt = (row: number) => {
    for (const book of books) {
      const item = book.at(row)
      if (item !== undefined) return { book, item }
    }
    return null
  }
  const takesPart = (row: number): boolean => {
    if (table.skipped !== undefined && isIn(table.skipped, row) && !isIn(table.adopted ?? [], row)) return false
    if (pool === null) return true
    const found = itemAt(row)
    return found === null ? more : found.book.plan.name === pool
  }
  const texts = (row: number, columns: readonly string[]) => rows.texts(row, columns)
  const see = seeing({
    relation: relationOf(ground, table.id),
    text: (row, column) => texts(row, [column])[0] ?? null,
    columns: table.columns.map(({ name }) => name),
    item: (row) => {
      const found = itemAt(row)
      return found === null ? null : found.book.content(found.item)
    },
    itemFirst: pool !== null,
  })
  return {
    table: table.id,
    rows: Array.from({ length: lengthOf(ground, table) }, (_, row) => row).filter(takesPart),
    present: table.present,
    see,
    texts,
    identity: (row) => rows.identity(row),
    label: (row) => {
      const item = itemAt(row)?.item
      return item !== undefined && 'identity' in item ? item.identity : `row ${row + 1}`
    },
  }
}

/** Where rows are looked for that are there without a journal, no others had a part. */
const lengthOf = ({ there }: Ground, { id, rows }: TablePlan): number => Math.min(rows, there[id] || rows)

/** Rows of others. */
function sideOfPool(ground: Ground, pool: Pool, link: Link): Side {
  const keys = pool.identity ?? link.parent.columns
  const texts = (row: number, columns: readonly string[]) =>
    columns.map((column) => pool.rows[row]?.[pool.columns.indexOf(column)] ?? null)
  return {
    table: pool.table,
    rows: pool.rows.map((_, row) => row),
    present: Number.POSITIVE_INFINITY,
    see: seeing({
      relation: relationOf(ground, pool.table),
      text: (row, column) => texts(row, [column])[0] ?? null,
      columns: pool.columns,
      item: () => null,
      itemFirst: false,
    }),
    texts,
    identity: (row) => hexOf(poolIdentity(pool.table, texts(row, keys) as (string | null)[])),
    label: (row) => texts(row, keys).join(', '),
  }
}

/** The rows that a link leads to. */
export function sideOfLink(
  ground: Ground,
  link: Link,
  which: { readonly pool: string | null; readonly more: boolean },
): Side | null {
  if (link.parent.pool !== null) {
    const pool = ground.plan.pools.find(({ id }) => id === link.parent.pool)
    return pool === undefined || which.pool !== null ? null : sideOfPool(ground, pool, link)
  }
  const table = ground.plan.tables.find(({ id }) => id === link.parent.table)
  return table === undefined || link.choose.kind === 'none' ? null : sideOfTable(ground, table, which)
}

const relationOf = ({ relations }: Ground, id: ObjectId): Relation | undefined =>
  relations.find((relation) => relation.id === id)
