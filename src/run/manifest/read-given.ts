import { sheetOfRows } from '../../load/find/matched-rows.ts'
import { type DbTable, readTables } from '../../load/sql/read-columns.ts'
import { columnsHere, sameRow, unnestNumbered } from '../../load/sql/sheet.ts'
import type { Relation } from '../../model/catalog.ts'
import type { Queryable } from '../../model/database.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { TablePlan } from '../../model/plan.ts'
import type { Value } from '../../model/value.ts'
import type { TableRows } from '../../values/rows/rows.ts'

/** A row as JSON, by column. */
export type GivenRow = Readonly<Record<string, Value>>

/** Of users nothing that opens a door. */
const OF_USERS = [
  'id',
  'email',
  'phone',
  'role',
  'is_anonymous',
  'raw_app_meta_data',
  'raw_user_meta_data',
  'created_at',
]

/** The rows of ours that are given, as they are in the database, by handle; those that are gone are left out. */
export async function readGiven(tx: Queryable, relation: Relation, rows: TableRows): Promise<Record<string, GivenRow>> {
  const { plan } = rows
  const given = (plan.fixtures ?? []).filter(({ pool }) => pool === undefined)
  const [table] = [...(await readTables(tx, [relation.id])).values()]
  if (given.length === 0 || table === undefined || !table.readable) return {}
  const numbers = given.map(({ row }) => row)
  const found = await readRows(
    tx,
    table,
    plan.key.columns,
    sheetOfRows(rows, numbers, plan.key.columns),
    plan.key.exact,
  )
  return Object.fromEntries(
    given.flatMap(({ handle, row }, at) => {
      const there = found.get(at)
      return there === undefined ? [] : [[handle, chosen(there, relation, saidOf(plan, row))]]
    }),
  )
}

/** The same of rows of others that were there already, found by a key of which the fixture says all columns. */
export async function readAdopted(
  tx: Queryable,
  relation: Relation,
  fixtures: readonly (readonly [handle: string, said: GivenRow])[],
): Promise<Record<string, GivenRow>> {
  const [table] = fixtures.length === 0 ? [] : [...(await readTables(tx, [relation.id])).values()]
  if (table === undefined || !table.readable) return {}
  const rows: Record<string, GivenRow> = {}
  for (const [handle, said] of fixtures) {
    const key = [relation.primaryKey, ...relation.uniques]
      .map((one) => (one === null || one.predicate !== null ? null : plainColumns(one.columns)))
      .find((columns) => columns?.every((name) => isPlain(said[name])))
    if (key == null) continue
    const there = (
      await readRows(
        tx,
        table,
        key,
        key.map((name) => [String(said[name])]),
        true,
      )
    ).get(0)
    if (there !== undefined) rows[handle] = chosen(there, relation, Object.keys(said))
  }
  return rows
}

const isPlain = (value: Value | undefined): boolean => ['string', 'number', 'bigint', 'boolean'].includes(typeof value)

/** Rows by their place in the sheet. */
async function readRows(
  tx: Queryable,
  table: DbTable,
  key: readonly string[],
  sheet: readonly (readonly (string | null)[])[],
  exact: boolean,
): Promise<Map<number, GivenRow>> {
  const found = await tx.query<{ n: number; row: GivenRow }>(
    `select u.n::int4 as n, pg_catalog.to_jsonb(t) as row
     from ${unnestNumbered('u', key.length)} join ${table.sql} t on ${sameRow('t', 'u', columnsHere(table, key), exact)}`,
    sheet,
  )
  return new Map(found.map(({ n, row }) => [n - 1, row]))
}

/** Columns that the fixture speaks of, and where it leads. */
const saidOf = ({ columns, links }: TablePlan, row: number): string[] => [
  ...columns.filter(({ fixed = [] }) => fixed.some(([at]) => at === row)).map(({ name }) => name),
  ...links.flatMap((link) => link.columns),
]

/** Besides what is said: the key, and what the database numbers and works out. */
function chosen(row: GivenRow, relation: Relation, said: readonly string[]): GivenRow {
  const own = relation.columns.filter(({ sequence, generated }) => sequence !== null || generated !== null)
  const names = new Set([...(relation.primaryKey?.columns ?? []), ...said, ...own.map(({ name }) => name), 'email'])
  const shown = relation.columns.filter(
    ({ name }) => names.has(name) && (relation.schema !== 'auth' || OF_USERS.includes(name)),
  )
  return Object.fromEntries(shown.map(({ name }) => [name, row[name] ?? null]))
}
