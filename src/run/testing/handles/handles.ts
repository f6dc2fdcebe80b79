import { nearest } from '../../../model/nearest.ts'
import { SeedError } from '../../../model/seed-error.ts'
import type { Value } from '../../../model/value.ts'
import { type Manifest, readManifest } from '../../manifest/manifest.ts'
import { givenInInstance } from './given-in-instance.ts'
import { guarded } from './guarded.ts'
import { unknownWithout } from './handle-error.ts'
import type { Handles, WithFixtures } from './handle-types.ts'
import { knownValue } from './known-value.ts'
import { type GivenRow, type GivenRows, settledFixtures } from './settled-fixtures.ts'

/**
 * The rows that a configuration gives, by handle: `h.order1001.id`, `h.alice.email`, `h.alice.password`; `h.orders.order1001` where several tables have the
 * handle. No database is asked: what the fixtures say, keys of type uuid (they come from seed, table and handle), addresses and the password. With `manifest`, the file that `seed`
 * has written (or its contents), also what only the database knows. `SUPA_SEED_SEED`, `SUPA_SEED_PASSWORD` and the like count as they do for `seed`.
 * @throws SeedError `config-invalid`, `manifest-unreadable`; members that are not there: `unknown-handle`, `handle-value-unknown`
 */
export function handles<const Config extends WithFixtures>(config: Config): Handles<Config>
export function handles<const Config extends WithFixtures>(
  config: Config,
  manifest: string | object,
): Handles<Config, true>
export function handles(config: unknown, manifest?: string | object): unknown {
  const cwd = process.cwd()
  const given = settledFixtures(config, process.env, cwd)
  return handlesOf(given, manifest === undefined ? null : readManifest(manifest, cwd))
}

/** The handles of rows that are known by now: of the first instance, and by `at` of each. */
export function handlesOf(given: GivenRows, manifest: Manifest | null): unknown {
  const { instances } = given.config
  const instanceOf = memoised((instance: number) => ofInstance(given, instance, manifest, at))
  const at = (instance: number): unknown => {
    if (Number.isInteger(instance) && instance >= 1 && instance <= instances) return instanceOf(instance)
    throw noInstance(instance, instances)
  }
  return at(1)
}

/** @throws SeedError `unknown-instance` */
const noInstance = (instance: number, instances: number): SeedError =>
  new SeedError({
    code: 'unknown-instance',
    message: `There is no instance ${instance} of the rows that are given.`,
    place: { path: 'instances' },
    expected: instances === 1 ? '1' : `1 to ${instances}`,
    found: String(instance),
    next: `Ask for more in the configuration: instances: ${Math.max(2, Math.ceil(instance) || 2)}`,
  })

function ofInstance(
  all: GivenRows,
  instance: number,
  manifest: Manifest | null,
  at: (instance: number) => unknown,
): unknown {
  const given = givenInInstance(all, instance)
  const rows = [...given.rows, ...onlyIn(manifest, given, instance)]
  const tables = new Map<string, GivenRow[]>()
  const byHandle = new Map<string, GivenRow[]>()
  for (const row of rows) {
    tables.set(row.table, [...(tables.get(row.table) ?? []), row])
    const name = nameOf(row)
    byHandle.set(name, [...(byHandle.get(name) ?? []), row])
  }
  const rowOf = memoised((row: GivenRow) => rowHandle(given, row, readRow(manifest, row)))
  const tableOf = memoised((table: string) => {
    const rows = new Map(tables.get(table)?.map((row) => [nameOf(row), row]))
    return guarded(
      rows.keys(),
      (handle) => rowOf(rows.get(handle) as GivenRow),
      (name) => fail(name, [...rows.keys()], `${table}.`),
    )
  })
  const names = new Set([...tables.keys(), ...byHandle.keys(), 'at'])
  return guarded(
    names,
    (name) => {
      if (name === 'at') return at
      if (tables.has(name)) return tableOf(name)
      const [row, other] = byHandle.get(name) as GivenRow[]
      if (other !== undefined) throw shared(name, byHandle.get(name) as GivenRow[])
      return rowOf(row as GivenRow)
    },
    (name) => fail(name, [...names], ''),
  )
}

/** What a manifest has and the configuration does not: rows of another dataset, or of files. */
function onlyIn(manifest: Manifest | null, { rows, config }: GivenRows, instance: number): GivenRow[] {
  const known = new Set(rows.map(({ table, handle }) => JSON.stringify([table, handle])))
  return Object.entries(manifest?.handles ?? {}).flatMap(([table, given]) =>
    Object.keys(given)
      .filter((handle) => !known.has(JSON.stringify([table, handle])))
      .flatMap((handle): GivenRow[] => {
        const name = config.instances === 1 ? handle : nameIn(handle, instance)
        return name === null ? [] : [{ table, id: table, handle, name, values: {}, user: null }]
      }),
  )
}

const nameOf = ({ name, handle }: GivenRow): string => name ?? handle

/** What a handle is asked for by in an instance; null where it is one of another instance. */
function nameIn(handle: string, instance: number): string | null {
  const [, name, number] = /^(.+)@(\d+)$/s.exec(handle) ?? []
  if (name === undefined) return instance === 1 ? handle : null
  return Number(number) === instance ? name : null
}

/** Names may be those of members that every object has. */
function readRow(manifest: Manifest | null, { table, handle }: GivenRow): Readonly<Record<string, Value>> {
  const rows = own(manifest?.handles, table)
  return own(rows, handle) ?? {}
}

const own = <Entry>(record: Readonly<Record<string, Entry>> | undefined, name: string): Entry | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined

function rowHandle(given: GivenRows, row: GivenRow, read: Readonly<Record<string, Value>>): unknown {
  const names = new Set([
    'id',
    ...Object.keys(row.values),
    ...(row.user === null ? [] : ['email', 'password']),
    ...Object.keys(read),
  ])
  return guarded(
    names,
    (column) => (Object.hasOwn(read, column) ? read[column] : knownValue(given, row, column)),
    (column) => {
      throw unknownWithout(row, column, 'the fixture does not say it')
    },
  )
}

function fail(name: string, known: readonly string[], before: string): never {
  const close = nearest(name, known)
  throw new SeedError({
    code: 'unknown-handle',
    message: `There is no fixture ${before}${name}.`,
    expected: known.length === 0 ? 'fixtures in the configuration' : `one of ${known.join(', ')}`,
    found: name,
    next:
      close === null
        ? 'Give the handle of a fixture; those that stand in files are known to: await loadHandles(path)'
        : `Did you mean ${close}?`,
  })
}

const shared = (handle: string, rows: readonly GivenRow[]): SeedError =>
  new SeedError({
    code: 'handle-ambiguous',
    message: `Several tables have a fixture ${handle}.`,
    found: rows.map(({ table }) => table).join(', '),
    next: `Write ${rows.map(({ table }) => `h[${JSON.stringify(table)}].${handle}`).join(' or ')}.`,
  })

function memoised<Key, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const made = new Map<Key, Result>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
