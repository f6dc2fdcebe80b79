import { type ObjectId, objectId } from '../model/name.ts'
import { nearest } from '../model/nearest.ts'
import { SeedError } from '../model/seed-error.ts'

/** What a name may lead to. */
export interface Named {
  readonly id: ObjectId
  readonly schema: string
  readonly name: string
}

/**
 * Finds the table that a person means: its id, `schema.name` without quotes, or a bare name that only one table has (letters' case aside
 * when nothing else fits).
 * @throws SeedError `unknown-table` with the nearest names, `ambiguous-table` with the candidates.
 */
export function resolveName<Table extends Named>(wanted: string, tables: readonly Table[], path: string): Table {
  const [found, ...others] = tablesCalled(wanted, tables)
  if (found !== undefined && others.length === 0) return found
  if (found !== undefined) throw ambiguous(wanted, [found, ...others], path)
  const close = nearest(wanted, [...tables.map((table) => table.id), ...tables.map((table) => table.name)])
  throw new SeedError({
    code: 'unknown-table',
    message: `There is no table ${wanted}.`,
    place: { path, table: wanted },
    expected: 'a table of this database',
    found: wanted,
    next: close === null ? 'Look at the tables with: supa-seed plan' : `Did you mean ${close}?`,
  })
}

/** The tables that a name may mean: of the first way to read it that means any. */
export function tablesCalled<Table extends Named>(wanted: string, tables: readonly Table[]): readonly Table[] {
  const exact = tables.find((table) => table.id === wanted)
  if (exact !== undefined) return [exact]
  const tests: readonly ((table: Table) => boolean)[] = [
    (table) => `${table.schema}.${table.name}` === wanted || objectId(table.schema, table.name) === wanted,
    (table) => table.schema === 'public' && table.name === wanted,
    (table) => table.name === wanted,
    (table) => `${table.schema}.${table.name}`.toLowerCase() === wanted.toLowerCase(),
    (table) => table.name.toLowerCase() === wanted.toLowerCase(),
  ]
  for (const test of tests) {
    const found = tables.filter(test)
    if (found.length > 0) return found
  }
  return []
}

const ambiguous = (wanted: string, found: readonly Named[], path: string): SeedError =>
  new SeedError({
    code: 'ambiguous-table',
    message: `Several tables are called ${wanted}.`,
    place: { path, table: wanted },
    expected: 'a name that only one table has',
    found: found.map((table) => table.id).join(', '),
    next: `Write one of: ${found.map((table) => table.id).join(', ')}`,
  })
