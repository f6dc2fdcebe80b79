import type { Catalog, Relation } from '../../model/catalog.ts'
import type { Config } from '../../model/config.ts'
import { FACTORS, isFactorSecret } from '../../model/factor-secret.ts'
import type { ObjectId } from '../../model/name.ts'
import { nearest } from '../../model/nearest.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { FixtureRows } from '../../model/study.ts'
import type { Value } from '../../model/value.ts'
import { checkColumns } from '../check-columns.ts'
import { resolveName } from '../resolve-name.ts'

/** A row that is given. */
export interface Fixture {
  readonly handle: string
  readonly values: Readonly<Record<string, Value>>
  /** Where it is said; empty for those that a framework brings. */
  readonly path: string
  /** The pool of assets that named it; absent where it was said. */
  readonly pool?: string
}

/** A value `{ $ref: handle }`: the key of another fixture. */
export function refOf(value: Value): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) return null
  const { $ref: handle, ...others } = value as Readonly<Record<string, Value>>
  return typeof handle === 'string' && Object.keys(others).length === 0 ? handle : null
}

/**
 * The rows that are given, by table: the user's, and those that the framework brings (`standard`).
 * @throws SeedError `unknown-table`, `unknown-column`, `unknown-handle`, `column-generated`
 */
export function settleFixtures(
  config: Config,
  catalog: Catalog,
  standard: FixtureRows,
  candidates: readonly Relation[],
): Map<ObjectId, Fixture[]> {
  const fixtures = new Map<ObjectId, Fixture[]>()
  const factors: Fixture[] = []
  for (const [id, rows] of Object.entries(standard)) {
    const relation = catalog.relations.find((one) => one.id === id)
    if (relation === undefined) continue
    fixtures.set(
      id,
      Object.entries(rows).map(([handle, values]) => ({ handle, values: existing(relation, values), path: '' })),
    )
  }
  for (const [name, rows] of Object.entries(config.fixtures)) {
    const relation = resolveName(name === 'users' ? usersName(candidates) : name, candidates, `fixtures.${name}`)
    const own = Object.entries(rows).map(([handle, said]): Fixture => {
      const path = `fixtures.${name}.${handle}`
      const { values, factor } = factorOf(relation, handle, inLowerCase(relation, asAnonymous(relation, said)), path)
      if (factor !== null) factors.push(factor)
      checkColumns(relation, { count: null, perParent: null, columns: settled(values) }, path, '')
      return { handle, values, path }
    })
    const known = fixtures.get(relation.id) ?? []
    fixtures.set(relation.id, [...known.filter(({ handle }) => !Object.hasOwn(rows, handle)), ...own])
  }
  if (factors.length > 0) fixtures.set(FACTORS, [...(fixtures.get(FACTORS) ?? []), ...factors])
  refuseUnknownHandles(fixtures)
  return fixtures
}

/** Nothing is known of who has not signed up yet: what is not said of them is empty, as Supabase Auth writes it. */
const ANONYMOUS: Fixture['values'] = {
  email: null,
  email_confirmed_at: null,
  encrypted_password: '',
  raw_app_meta_data: {},
  raw_user_meta_data: {},
}

const asAnonymous = (relation: Relation, said: Fixture['values']): Fixture['values'] =>
  relation.id === 'auth.users' && said.is_anonymous === true ? { ...existing(relation, ANONYMOUS), ...said } : said

/** Supabase Auth keeps addresses in lower case, and looks them up so: nobody could sign in under another spelling. */
const inLowerCase = (relation: Relation, said: Fixture['values']): Fixture['values'] =>
  relation.id === 'auth.users' && typeof said.email === 'string' ? { ...said, email: said.email.toLowerCase() } : said

/** What a user who is given says of a second factor is a row of another table. */
function factorOf(
  relation: Relation,
  handle: string,
  said: Fixture['values'],
  path: string,
): { readonly values: Fixture['values']; readonly factor: Fixture | null } {
  if (relation.id !== 'auth.users' || said.mfa === undefined || relation.columns.some(({ name }) => name === 'mfa'))
    return { values: said, factor: null }
  const { mfa, ...values } = said
  if (mfa === false || mfa === null) return { values, factor: null }
  if (mfa !== true && !(typeof mfa === 'string' && isFactorSecret(mfa)))
    throw new SeedError({
      code: 'factor-secret',
      message: `The second factor of ${handle} cannot be made of that.`,
      place: { path: `${path}.mfa` },
      expected: 'true, or a secret: at least 26 characters of base32 (A to Z, 2 to 7), without padding',
      next: 'Say mfa: true for a secret that is made.',
    })
  const secret: Record<string, Value> = typeof mfa === 'string' ? { secret: mfa } : {}
  return {
    values,
    factor: { handle: `${handle}-totp`, values: { user_id: { $ref: handle }, ...secret }, path: `${path}.mfa` },
  }
}

/** `users` are those who sign in, unless the app has a table of that name. */
const usersName = (candidates: readonly Relation[]): string =>
  candidates.some(({ id }) => id === 'users')
    ? 'users'
    : candidates.some(({ id }) => id === 'auth.users')
      ? 'auth.users'
      : 'users'

/** Versions of the kit differ in columns. */
const existing = (relation: Relation, values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(values).filter(([name]) => relation.columns.some((column) => column.name === name)))

const settled = (values: Readonly<Record<string, Value>>) =>
  Object.fromEntries(Object.keys(values).map((name) => [name, { kind: 'value' as const, value: null, nulls: null }]))

function refuseUnknownHandles(fixtures: ReadonlyMap<ObjectId, readonly Fixture[]>): void {
  const handles = new Set([...fixtures.values()].flatMap((rows) => rows.map(({ handle }) => handle)))
  for (const { values, path } of [...fixtures.values()].flat()) {
    for (const [column, value] of Object.entries(values)) {
      const handle = refOf(value)
      if (handle === null || handles.has(handle)) continue
      const close = nearest(handle, [...handles])
      throw new SeedError({
        code: 'unknown-handle',
        message: `There is no fixture ${handle}.`,
        place: { path: `${path}.${column}` },
        expected: `one of ${[...handles].join(', ')}`,
        found: handle,
        next: close === null ? 'Give the handle of a fixture.' : `Did you mean ${close}?`,
      })
    }
  }
}
