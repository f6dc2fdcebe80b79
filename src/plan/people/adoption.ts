import type { Catalog, Relation, UniqueKey } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import type { ObjectId } from '../../model/name.ts'
import { nearest } from '../../model/nearest.ts'
import { plainColumns } from '../../model/plain-columns.ts'
import type { Among } from '../../model/question.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { Study } from '../../model/study.ts'
import { resolveName } from '../resolve-name.ts'
import { filterTexts } from './filter-texts.ts'

/** Whose rows are adopted: users that are there, and what is there of each of them (profile, account). */
export interface Adoption {
  readonly among: Among
  /** The users first, then those that hang on them, parents before children. */
  readonly tables: readonly AdoptedTable[]
}

/** A table with one row at most for each user. */
export interface AdoptedTable {
  readonly id: ObjectId
  /** The column that tells whose row it is; of the users their key. */
  readonly column: string
  /** The column of another adopted table that it holds; null for the users. */
  readonly by: { readonly table: ObjectId; readonly column: string } | null
}

interface Inputs {
  readonly config: Config
  readonly catalog: Catalog
  readonly study: Study
}

/**
 * Settles which rows are adopted. Null: users are only made.
 * @throws SeedError `no-users-table`, `unknown-table`, `unknown-column`
 */
export function settleAdoption(inputs: Inputs, candidates: readonly Relation[]): Adoption | null {
  const { config, study, catalog } = inputs
  if (config.strategy.kind === 'create-new') return null
  const users = catalog.relations.find(({ id }) => id === study.auth?.users)
  const [key] = plainColumns(users?.primaryKey?.columns ?? []) ?? []
  if (users === undefined || key === undefined) throw noUsers()
  const tables: AdoptedTable[] = [{ id: users.id, column: key, by: null }]
  for (let at = 0; at < tables.length; at++) {
    const parent = tables[at] as AdoptedTable
    for (const relation of catalog.relations) {
      if (tables.some(({ id }) => id === relation.id) || study.tables[relation.id]?.standing.kind !== 'app') continue
      const own = ownRowOf(relation, parent.id, study)
      if (own !== null) tables.push({ id: relation.id, column: own.column, by: { table: parent.id, column: own.of } })
    }
  }
  return { among: amongOf(inputs, tables, candidates), tables }
}

/** How a table holds one row at most for each row of another: a trigger makes it under a key that it takes from there, or a foreign key is unique. */
function ownRowOf(relation: Relation, parent: ObjectId, study: Study): { column: string; of: string } | null {
  const keys = [relation.primaryKey, ...relation.uniques].filter((key) => key !== null)
  for (const { timing, inserts } of study.tables[parent]?.effects ?? []) {
    for (const insert of timing === 'after' ? inserts : []) {
      if (insert.table !== relation.id) continue
      const column = keys.map(alone).find((name) => name !== null && insert.columns[name] != null)
      if (column != null) return { column, of: insert.columns[column] as string }
    }
  }
  const key = relation.foreignKeys.find(
    (foreign) =>
      foreign.parent === parent &&
      foreign.found === undefined &&
      foreign.columns.length === 1 &&
      relation.columns.some(({ name, notNull }) => name === foreign.columns[0] && notNull) &&
      keys.some((one) => alone(one) === foreign.columns[0]),
  )
  return key === undefined ? null : { column: key.columns[0] as string, of: key.parentColumns[0] as string }
}

/** The only column of a key that holds for all rows. */
const alone = ({ columns, predicate }: UniqueKey): string | null =>
  predicate === null && columns.length === 1 ? (columns[0] ?? null) : null

function amongOf({ config, study, catalog }: Inputs, tables: readonly AdoptedTable[], all: readonly Relation[]): Among {
  const { table, filter, idField } = config.strategy.existing
  const [users] = tables as [AdoptedTable]
  const personal = table === null ? personalAccounts(study, tables) : null
  const said = Object.entries(filter ?? {})
  const byId = (id: ObjectId): Relation => catalog.relations.find((one) => one.id === id) as Relation
  if (personal !== null && said.every(([name]) => byId(personal.table).columns.some((column) => column.name === name)))
    return said.length === 0
      ? personal
      : { ...personal, filter: filterTexts(byId(personal.table), study, filter ?? {}) }
  const relation = table === null ? byId(users.id) : resolveName(table, all, 'existingUsers.table')
  for (const [name, path] of [
    [idField, 'existingUsers.idField'] as const,
    ...said.map(([name]) => [name, `existingUsers.filter.${name}`] as const),
  ])
    checkColumn(relation, name, path)
  return { table: relation.id, idField, filter: filterTexts(relation, study, filter ?? {}) }
}

/** Where a trigger makes an account for each user beside accounts of another kind: those that it makes. */
function personalAccounts(study: Study, tables: readonly AdoptedTable[]) {
  const [users] = tables as [AdoptedTable]
  for (const { inserts } of study.tables[users.id]?.effects ?? []) {
    for (const { table, constants = {} } of inserts) {
      const own = tables.find(({ id, by }) => id === table && by?.table === users.id && by.column === users.column)
      if (own !== undefined && Object.values(constants).some((value) => value === true))
        return { table, idField: own.column, filter: filterTexts(null, study, constants) }
    }
  }
  return null
}

function checkColumn(relation: Relation, name: string, path: string): void {
  const names = relation.columns.map((column) => column.name)
  if (names.includes(name)) return
  const close = nearest(name, names)
  throw new SeedError({
    code: 'unknown-column',
    message: `The table ${relation.id} has no column ${name}.`,
    place: { table: relation.id, column: name, path },
    expected: `one of ${names.join(', ')}`,
    found: name,
    next: close === null ? 'Name the column that holds the id of the user.' : `Did you mean ${close}?`,
  })
}

const noUsers = (): SeedError =>
  new SeedError({
    code: 'no-users-table',
    message: 'There are no users of Supabase Auth to adopt: this database has no auth.users.',
    place: { path: 'userStrategy' },
    next: "Leave userStrategy out, or lay Supabase's tables first (supa-seed base).",
  })
