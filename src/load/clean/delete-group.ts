import type { Catalog } from '../../model/catalog.ts'
import type { Queryable } from '../../model/database.ts'
import type { Finding } from '../../model/finding.ts'
import { type ObjectId, quote } from '../../model/name.ts'
import { Parameters } from '../sql/parameters.ts'
import { type Deleted, type Doomed, deleteRows, isNamed } from './delete-rows.ts'
import { type Reference, referencesTo } from './references.ts'
import { forbids, othersFinding, rowsOfOthers } from './rows-of-others.ts'
import type { Target } from './target.ts'

/** Rows in one statement. */
const SLICE = 5000

/** What came of one group of tables: how much was deleted from each, and which rows of others stand in the way. */
export interface GroupDeleted {
  readonly counts: ReadonlyMap<ObjectId, Deleted>
  readonly others: readonly Finding[]
}

export interface DeleteOptions {
  readonly catalog: Catalog
  /** Ids of dangers that are allowed. */
  readonly allow: readonly string[]
  /** Rows of a circle of tables that go in one statement; beyond, references among them are set NULL first where they can be. */
  readonly together: number
  /** Rows of ours that wait for these to go; they are nobody else's. */
  readonly later: readonly Target[]
}

/**
 * Deletes the rows of tables that refer to one another in a circle, or of a single table. Nothing is deleted when rows of others refer to them and that is not
 * allowed. Rows of other tables that are ours must be gone already.
 */
export async function deleteGroup(
  tx: Queryable,
  group: readonly Target[],
  options: DeleteOptions,
): Promise<GroupDeleted> {
  const inner = innerReferences(options.catalog, group)
  const rows = group.reduce((sum, target) => sum + target.rows, 0)
  if (inner.length === 0) return oneByOne(tx, group, options)
  if (rows > options.together && (await cutCircle(tx, group, inner))) return oneByOne(tx, group, options)
  const doomed = group.map(
    ({ table, sheets }): Doomed => ({
      table,
      sheets: [...sheets(Number.POSITIVE_INFINITY)],
      ruled: isRuled(options.catalog, table.id),
    }),
  )
  const others = await findOthers(tx, doomed, [...doomed, ...waiting(options)], options)
  if (others.some((found) => forbids(found, options.allow))) return { counts: new Map(), others }
  const deleted = await deleteRows(tx, doomed)
  return { counts: new Map(group.map(({ id }, i) => [id, deleted[i] ?? { there: 0, gone: 0 }])), others }
}

/** References among the tables of a group. */
const innerReferences = (catalog: Catalog, group: readonly Target[]): Reference[] =>
  group.flatMap(({ id }) =>
    referencesTo(catalog, id).filter(({ child }) => group.some((other) => other.id === child.id)),
  )

/** First all checks, then all deletions, each in slices: nothing is deleted when anything stands in the way. */
async function oneByOne(tx: Queryable, group: readonly Target[], options: DeleteOptions): Promise<GroupDeleted> {
  const others = new Map<string, Finding>()
  for (const { table, sheets } of group) {
    for (const sheet of sheets(SLICE)) {
      for (const found of await findOthers(tx, [{ table, sheets: [sheet] }], waiting(options), options))
        if (!others.has(found.id)) others.set(found.id, found)
    }
  }
  const counts = new Map<ObjectId, Deleted>()
  if ([...others.values()].some((found) => forbids(found, options.allow)))
    return { counts, others: [...others.values()] }
  for (const { id, table, sheets } of group) {
    let [there, gone] = [0, 0]
    for (const sheet of sheets(SLICE)) {
      const [deleted] = await deleteRows(tx, [{ table, sheets: [sheet], ruled: isRuled(options.catalog, id) }])
      there += deleted?.there ?? 0
      gone += deleted?.gone ?? 0
    }
    counts.set(id, { there, gone })
  }
  return { counts, others: [...others.values()] }
}

const isRuled = ({ relations }: Catalog, id: ObjectId): boolean =>
  relations.find((relation) => relation.id === id)?.rules.some(({ event }) => event === 'delete') ?? false

const waiting = ({ later }: DeleteOptions): Doomed[] =>
  later.map(({ table, sheets }) => ({ table, sheets: [...sheets(Number.POSITIVE_INFINITY)] }))

async function findOthers(
  tx: Queryable,
  doomed: readonly Doomed[],
  among: readonly Doomed[],
  { catalog }: DeleteOptions,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const each of doomed) {
    for (const reference of referencesTo(catalog, each.table.id)) {
      const found = await rowsOfOthers(tx, reference, each, among)
      if (found) findings.push(othersFinding(found))
    }
  }
  return findings
}

/** Sets references within the group NULL for our rows, where every one of them can be. Returns whether that was so. */
async function cutCircle(tx: Queryable, group: readonly Target[], inner: readonly Reference[]): Promise<boolean> {
  const nullable = inner.map(({ child, key }) => ({
    child,
    columns: key.columns.filter((name) => !child.columns.find((column) => column.name === name)?.notNull),
  }))
  if (nullable.some(({ columns }) => columns.length === 0)) return false
  for (const { child, columns } of nullable) {
    const target = group.find(({ id }) => id === child.id)
    if (!target) continue
    const set = columns.map((name) => `${quote(name)} = null`).join(', ')
    const some = columns.map((name) => `t.${quote(name)} is not null`).join(' or ')
    for (const sheet of target.sheets(SLICE)) {
      const parameters = new Parameters()
      const named = isNamed(target.table, sheet, parameters)
      await tx.execute(`update ${target.table.sql} t set ${set} where ${named} and (${some})`, parameters.values)
    }
  }
  return true
}
