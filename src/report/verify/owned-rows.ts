import type { Catalog } from '../../model/catalog.ts'
import { type Database, DatabaseError } from '../../model/database.ts'
import { idToSql, quote } from '../../model/name.ts'
import { askAs, type Viewer } from './ask-as.ts'
import { readColumns } from './columns.ts'
import type { Ownership } from './ownership.ts'

/** A column with the type that ids are cast to. */
export interface OwnedColumn extends Ownership {
  readonly type: string
}

/** Milliseconds for one column: a large table without an index is not worth waiting for. */
const PATIENCE = 10_000
const TOO_LONG = '57014'

/** By user id, the columns of which some row is theirs, as the current role sees them. */
export async function ownedRows(
  db: Database,
  catalog: Pick<Catalog, 'relations'>,
  ownership: readonly Ownership[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OwnedColumn[]>> {
  const owned = new Map<string, OwnedColumn[]>()
  const readable = ownership.filter(({ table }) => catalog.relations.find(({ id }) => id === table)?.grants.select)
  const columns = await db.transaction(
    (tx) =>
      readColumns(
        tx,
        readable.map(({ table }) => table),
      ),
    { readOnly: true },
  )
  for (const { table, column } of readable) {
    const type = columns.get(table)?.get(column)?.type
    if (type === undefined) continue
    for (const id of await usersOf(db, { table, column, type }, ids))
      owned.set(id, [...(owned.get(id) ?? []), { table, column, type }])
  }
  return owned
}

async function usersOf(db: Database, { table, column, type }: OwnedColumn, ids: readonly string[]): Promise<string[]> {
  const name = `t.${quote(column)}`
  const sql = `select distinct ${name}::text as id from ${idToSql(table)} t
    where ${name} in (select i::${type} from unnest($1::text[]) i)`
  try {
    const rows = await db.transaction((tx) => tx.query<{ id: string }>(sql, [ids]), {
      readOnly: true,
      statementTimeout: PATIENCE,
    })
    return rows.map(({ id }) => id)
  } catch (error) {
    if (error instanceof DatabaseError && error.code === TOO_LONG) return []
    throw error
  }
}

/** Does the user see a row of theirs in any of these? What cannot be asked counts as seen. */
export async function seesOwn(
  db: Database,
  viewer: Viewer,
  id: string,
  columns: readonly OwnedColumn[],
): Promise<boolean> {
  const questions = columns.map(
    ({ table, column, type }) =>
      `exists (select from ${idToSql(table)} t where t.${quote(column)} = $1::text::${type})`,
  )
  const answers = await askAs(db, viewer, questions, [id])
  return answers.some((answer) => 'error' in answer || answer.value === true)
}
