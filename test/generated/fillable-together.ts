import { quote } from '../../src/model/name.ts'
import type { TestDatabase } from '../support/database.ts'
import { roomLeft } from './room-left.ts'

interface Reference extends Record<string, unknown> {
  readonly table: string
  readonly parent: string
  readonly name: string
  readonly required: boolean
}

const REFERENCES = `
select c.conrelid::regclass::text as table, c.confrelid::regclass::text as parent, c.conname::text as name,
  (select bool_and(a.attnotnull) from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)) as required
from pg_constraint c where contype = 'f' and c.conparentid = 0`

/**
 * Those of the empty tables that take a row once foreign keys are set aside, and all the empty tables that they must lead to as well: one statement could
 * fill them together. Takes their foreign keys away.
 */
export async function fillableTogether(
  database: Pick<TestDatabase, 'raw'>,
  empty: readonly string[],
): Promise<string[]> {
  const references = (await database.raw<Reference>(REFERENCES)).filter(({ table }) => empty.includes(table))
  for (const { table, name } of references) await database.raw(`alter table ${table} drop constraint ${quote(name)}`)
  const stuck = new Set<string>()
  for (const table of empty) if ((await roomLeft(database, table)) === null) stuck.add(table)
  for (let before = -1; before !== stuck.size; ) {
    before = stuck.size
    for (const { table, parent, required } of references) if (required && stuck.has(parent)) stuck.add(table)
  }
  return empty.filter((table) => !stuck.has(table))
}
