import type { Config } from '../model/config.ts'
import type { ConfigInput } from './schema.ts'
import type { FixtureTablesInput } from './sections/fixtures.ts'

/** Rows that the configuration gives itself, and where others are. */
export function fixturesWish({
  fixtures = {},
  traits = {},
}: Pick<ConfigInput, 'fixtures' | 'traits'>): Pick<Config, 'fixtures' | 'fixtureFiles' | 'fixturePaths' | 'traits'> {
  const parts: readonly (string | FixtureTablesInput)[] = Array.isArray(fixtures)
    ? (fixtures as readonly (string | FixtureTablesInput)[])
    : [fixtures as string | FixtureTablesInput]
  const paths = parts.filter((part) => typeof part === 'string')
  const rows: Record<string, Record<string, object>> = Object.create(null)
  for (const part of parts)
    if (typeof part !== 'string')
      for (const [table, own] of Object.entries(part)) rows[table] = Object.assign(bare(rows[table]), bareRows(own))
  return {
    fixtures: rows as Config['fixtures'],
    fixtureFiles: {},
    fixturePaths: paths.length === 0 ? null : paths,
    traits: bare(
      Object.fromEntries(Object.entries(traits).map(([table, own]) => [table, bareRows(own)])),
    ) as Config['traits'],
  }
}

/** A record without a prototype: names of the user are its only keys. */
const bare = (record: object = {}): Record<string, object> => Object.assign(Object.create(null), record)

const bareRows = (rows: Readonly<Record<string, object>>): Record<string, object> =>
  bare(Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, bare(row)])))
