import type { Catalog, Column, ForeignKey, Relation } from '../model/catalog.ts'
import { singularOf } from './singular-of.ts'
import { snakeCase } from './snake-case.ts'

/** Columns that name somebody who acts, whatever the table of people is called. */
const ROLES =
  /^(author|owner|creator|assignee|sender|recipient|receiver|reviewer|approver|editor|uploader|inviter|organi[sz]er|host)_id$|^(created|updated|deleted|approved|invited|uploaded|assigned|reviewed|posted|submitted)_by(_id)?$|^assigned_to(_id)?$/
const PEOPLE = ['user', 'profile', 'person', 'member', 'account']

/**
 * The catalog with relations that nobody declared: a column `user_id` whose type is that of the key of `users`, as frameworks that keep foreign keys out
 * of the database leave it. None where the name fits several tables, where a check or a default speaks of the column, and for keys of more than one column.
 */
export function withFoundRelations(catalog: Catalog): Catalog {
  const tables = catalog.relations.filter(
    ({ kind, extension, partitionOf }) =>
      (kind === 'table' || kind === 'partitioned') && extension === null && partitionOf === null,
  )
  const byName = new Map<string, Relation[]>()
  for (const table of tables) {
    const name = singularOf(snakeCase(table.name))
    byName.set(name, [...(byName.get(name) ?? []), table])
  }
  const relations = catalog.relations.map((relation): Relation => {
    if (!tables.includes(relation)) return relation
    const found = relation.columns.flatMap((column) => foundKey(relation, column, byName) ?? [])
    return found.length === 0 ? relation : { ...relation, foreignKeys: [...relation.foreignKeys, ...found] }
  })
  return { ...catalog, relations }
}

function foundKey(
  relation: Relation,
  column: Column,
  byName: ReadonlyMap<string, readonly Relation[]>,
): ForeignKey | null {
  if (!mayLead(relation, column)) return null
  const parent = parentOf(relation, column, byName)
  const key = parent === null ? null : keyOf(parent)
  if (parent === null || key === null || !sameType(column, key)) return null
  if (parent === relation && key.name === column.name) return null
  return {
    name: `${column.name} → ${parent.id}`,
    columns: [column.name],
    parent: parent.id,
    parentColumns: [key.name],
    match: 'simple',
    onDelete: 'no action',
    onUpdate: 'no action',
    deferrable: false,
    deferred: false,
    validated: false,
    found: `named after ${parent.id}, of the type of its key; no constraint says so`,
  }
}

const mayLead = (
  { foreignKeys, checks, columns, partitionKey }: Relation,
  { name, default: standard, ...column }: Column,
): boolean =>
  !foreignKeys.some((key) => key.columns.includes(name)) &&
  !checks.some((check) => check.columns.includes(name)) &&
  !(partitionKey?.columns.includes(name) ?? false) &&
  !(standard?.includes('(') ?? false) &&
  column.generated === null &&
  column.identity === null &&
  column.insertable &&
  // One half of a pair that says its table in each row.
  !columns.some((other) => other.name === `${stemOf(name)}_type` || other.name === `${stemOf(name)}Type`)

function parentOf(
  relation: Relation,
  { name }: Column,
  byName: ReadonlyMap<string, readonly Relation[]>,
): Relation | null {
  const plain = snakeCase(name)
  const own = singularOf(snakeCase(relation.name))
  if (plain === 'parent_id' || plain === `parent_${own}_id`) return relation
  const stem = /^(.+)_id$/.exec(plain)?.[1]
  const named = stem === undefined ? [] : near(relation, byName.get(stem) ?? [])
  if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null
  if (!ROLES.test(plain) && stem !== 'user') return null
  const people =
    PEOPLE.map((one) => near(relation, byName.get(one) ?? []).filter((table) => table !== relation)).find(
      (tables) => tables.length > 0,
    ) ?? []
  const signed = signedIn(relation, name, byName)
  if (signed !== null && !people.some((table) => isKeyedBy(table, signed))) return signed
  if (people.length === 1 && (stem !== 'user' || people[0]?.name === 'profiles')) return people[0] ?? null
  return null
}

/** Its rows have the keys of the other's rows: profiles and their users. */
const isKeyedBy = ({ primaryKey, foreignKeys }: Relation, other: Relation): boolean =>
  foreignKeys.some(({ columns, parent }) => parent === other.id && columns.join() === primaryKey?.columns.join())

/** Tables of the same schema, else of `public`. */
function near(relation: Relation, tables: readonly Relation[]): readonly Relation[] {
  const same = tables.filter(({ schema }) => schema === relation.schema)
  return same.length > 0 ? same : tables.filter(({ schema }) => schema === 'public')
}

/** Users of Supabase Auth, where a policy compares the column with who is signed in. */
function signedIn(
  { policies }: Relation,
  column: string,
  byName: ReadonlyMap<string, readonly Relation[]>,
): Relation | null {
  const own = `"?${column.replaceAll(/[^\w]/g, '\\$&')}"?`
  const told = new RegExp(
    `auth\\.uid\\(\\)( AS uid)?\\)*(::text)? = \\(*(\\w+\\.)?${own}($|[^\\w])|(^|[^\\w])${own}\\)*(::text)? = \\(*( SELECT )?auth\\.uid\\(\\)`,
  )
  const says = policies.some(({ using, check }) => [using, check].some((text) => text !== null && told.test(text)))
  return says ? ((byName.get('user') ?? []).find(({ schema }) => schema === 'auth') ?? null) : null
}

function keyOf({ primaryKey, columns }: Relation): Column | null {
  const [name, ...more] = primaryKey?.columns ?? []
  return more.length > 0 ? null : (columns.find((column) => column.name === name) ?? null)
}

/** A text that is shorter than the key might not hold it. */
const sameType = (column: Column, key: Column): boolean =>
  column.type === key.type && (column.length === null || (key.length !== null && key.length <= column.length))

const stemOf = (name: string): string => name.replace(/(_id|Id|ID)$/, '')
