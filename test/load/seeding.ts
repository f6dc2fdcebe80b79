import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadOptions } from '../../src/load/load.ts'
import { type ReadPast, readPast } from '../../src/load/read-past.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { TestDatabase } from '../support/database.ts'
import { atFileEnd } from '../support/file-end.ts'
import { journalOf, type Seeded, seedWith } from './plans.ts'

export { codec, type Extra, journalOf, planWith } from './plans.ts'

const folders: string[] = []
atFileEnd(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A project folder of one's own. */
export function temporaryRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'supa-seed-load-'))
  folders.push(folder)
  return folder
}

/** See `seedWith`. */
export const seed = (
  { db }: Pick<TestDatabase, 'db'>,
  root: string,
  plan: Plan | ((read: ReadPast) => Plan),
  options: Partial<LoadOptions> = {},
): Promise<Seeded> => seedWith(db, root, plan, options)

/** Opens the journal for looking only and reads the past. */
export async function look({ db }: Pick<TestDatabase, 'db'>, root: string): Promise<ReadPast> {
  const journal = await journalOf(db, root, false)
  return readPast(db, journal)
}

/** All rows of the given tables as text, sorted. */
export async function contents(
  database: Pick<TestDatabase, 'raw'>,
  tables: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await database.raw<{ row: string }>(
      `select t::text as row from ${table} t order by t::text collate "C"`,
    )
    found[table] = rows.map(({ row }) => row)
  }
  return found
}
