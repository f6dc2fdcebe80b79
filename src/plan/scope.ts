import type { Association } from '../model/allotting/association.ts'
import type { Assets } from '../model/assets/assets.ts'
import type { Catalog, Relation } from '../model/catalog.ts'
import type { Config, TableWish } from '../model/config.ts'
import type { FakerAt } from '../model/given/fixture-row.ts'
import type { Past } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import { nearest } from '../model/nearest.ts'
import type { LeftOut } from '../model/plan.ts'
import { SeedError } from '../model/seed-error.ts'
import type { Effect, FixtureRows, Study } from '../model/study.ts'
import { poolsByTable } from './assets/pools-by-table.ts'
import { findReferences } from './assets/references/find-references.ts'
import type { AssetReference } from './assets/references/reference.ts'
import { settleAssociations } from './associations/settle-associations.ts'
import { joins, takePart } from './associations/take-part.ts'
import { checkColumns } from './check-columns.ts'
import type { Fixture } from './fixtures/fixture.ts'
import { settleFixtures } from './fixtures/settle-fixtures.ts'
import { ownOf } from './own-of.ts'
import { type Adoption, settleAdoption } from './people/adoption.ts'
import { type People, settlePeople } from './people/people.ts'
import { resolveName } from './resolve-name.ts'

/** Which tables the plan is about. */
export interface Scope {
  /** Tables to write, or whose own rows are there already (`frozen`: nothing is added to them). Catalog order. */
  readonly tables: readonly ScopeTable[]
  readonly left: readonly LeftOut[]
  /** Fields of pools that speak of rows of other tables. */
  readonly references: readonly AssetReference[]
  /** What is shared out among what. */
  readonly associations: readonly Association[]
  /** Rows of others that are adopted as parents; null: none are. */
  readonly adoption: Adoption | null
}

export interface ScopeTable {
  readonly relation: Relation
  readonly wish: TableWish | null
  /** Rows that the user asked for by name; null: the plan chooses. */
  readonly count: number | null
  /** Named by the user, so it must be met (exit 2 when it cannot). */
  readonly named: boolean
  /** Own rows are there and none are added in this run. */
  readonly frozen: boolean
  /** Rows that are given; they count. */
  readonly fixtures: readonly Fixture[]
  /** It gets nothing but its fixtures. */
  readonly onlyFixtures: boolean
  /** Pools of assets whose items become its rows. */
  readonly pools: readonly string[]
}

interface Asked {
  readonly config: Config
  readonly assets: Assets
  readonly catalog: Catalog
  readonly study: Study
  /** Rows in each table that could be filled; null: could not be counted. */
  readonly counts: Readonly<Record<ObjectId, number | null>>
  readonly past: Past
  /** Rows that the framework brings for this configuration. */
  readonly standard: FixtureRows
  /** Milliseconds since the epoch, frozen. */
  readonly now: number
  readonly fakerAt: FakerAt
}

interface Inputs extends Asked {
  /** Tables whose rows are adopted: what they hold is no reason to leave them alone. */
  readonly adopts: ReadonlySet<ObjectId>
}

/** Settles which tables are written and why the others are not. @throws SeedError for names that lead nowhere, and for wishes that cannot be met. */
export function settleScope(given: Asked): Scope {
  checkSchemas(given)
  const adoption = settleAdoption(given, candidates(given))
  const inputs: Inputs = { ...given, adopts: new Set(adoption?.tables.map(({ id }) => id)) }
  const wishes = wishesById(inputs)
  const pools = poolsByTable(inputs.config, candidates(inputs))
  for (const id of pools.keys()) if (!wishes.has(id)) wishes.set(id, { count: null, perParent: null, columns: {} })
  const associations = settleAssociations({ config: inputs.config, tables: candidates(inputs), pools })
  takePart(associations, wishes, inputs, new Set(pools.keys()))
  const references = findReferences(inputs.config, inputs.assets, candidates(inputs), pools)
  const fixtures = settleFixtures({
    ...inputs,
    candidates: candidates(inputs),
    relations: inputs.catalog.relations,
  })
  const only = named(inputs, inputs.config.only, 'only')
  const { auth } = inputs.study
  // Users are no users without what belongs to each of them.
  if (auth !== null && only?.has(auth.users)) for (const id of auth.with) only.add(id)
  const except = named(inputs, inputs.config.except, 'except')
  const tables: ScopeTable[] = []
  const left: LeftOut[] = []
  const needed =
    inputs.config.named && only === null ? askedFor(inputs, wishes, fixtures, references, associations) : null
  const people = settlePeople(inputs, {
    wishes,
    fixtures: new Set(fixtures.keys()),
    ours: new Set(Object.keys(inputs.past.tables)),
    emptied: new Set(inputs.past.emptied),
    needed,
  })
  if (people.table !== null && !wishes.has(people.table))
    wishes.set(people.table, { count: inputs.config.users?.count ?? null, perParent: null, columns: {} })
  for (const id of [...people.tables, ...(people.table === null ? [] : [people.table])]) needed?.add(id)

  if (people.users !== null && only?.has(people.users.id)) for (const id of people.dealt) only.add(id)
  const alongWith = followersOf(inputs.catalog, inputs.study, people)
  for (const relation of inputs.catalog.relations) {
    const isPeople = people.tables.has(relation.id)
    const comesAlong = alongWith.has(relation.id) || people.dealt.has(relation.id)
    const dealt = people.dealt.has(relation.id)
    const joined = joins(associations, relation.id)
    const beside = !dealt && (inputs.study.auth?.others.includes(relation.id) ?? false)
    const wish = wishes.get(relation.id) ?? (relation.id === people.users?.id ? peopleWish(people.users.count) : null)
    const reason = whyLeft(inputs, relation, wish !== null, isPeople)
    const own = inputs.past.tables[relation.id]
    const given = fixtures.get(relation.id) ?? []
    const asked = isAsked(relation.id, { only, except, needed, wishes })
    const said = joined ? null : (wish?.count ?? null)
    const count = relation.id === people.users?.id ? people.users.count : said
    const named = relation.id === people.users?.id ? people.users.named : wishes.has(relation.id)
    const table = {
      relation,
      wish,
      count,
      named,
      fixtures: given,
      onlyFixtures:
        (relation.id === people.users?.id && people.users.onlyGiven) ||
        joined ||
        (wish === null && references.some(({ join }) => join?.table === relation.id)),
      pools: pools.get(relation.id) ?? [],
    }
    const onlyGiven =
      given.length > 0 && wish === null && (beside || (!dealt && own?.rows === own?.plan.fixtures?.length))
    if (reason !== null) {
      if (wishes.has(relation.id) || only?.has(relation.id) || given.length > 0) throw cannot(relation, reason)
      left.push(reason)
    } else if (own !== undefined) {
      tables.push({ ...table, frozen: !asked && given.length === 0, onlyFixtures: table.onlyFixtures || onlyGiven })
    } else if (
      given.length > 0 &&
      wish === null &&
      (!asked || beside || (holdsRows(inputs, relation.id) && !comesAlong))
    ) {
      tables.push({ ...table, count: given.length, frozen: false, onlyFixtures: true })
    } else if (!asked) {
      left.push(leave(inputs, relation, 'not-asked', 'not among the tables that were asked for'))
    } else if (
      wish === null &&
      !isPeople &&
      !comesAlong &&
      !joined &&
      holdsRows(inputs, relation.id) &&
      !only?.has(relation.id)
    ) {
      left.push(leave(inputs, relation, 'holds-rows', 'holds rows: treated as reference data'))
    } else {
      tables.push({ ...table, frozen: false })
    }
  }
  return { tables, left, references, associations, adoption }
}

function checkSchemas({ config, catalog }: Asked): void {
  const names = catalog.schemas.map((schema) => schema.name)
  const wrong = config.schemas?.find((name) => !names.includes(name))
  if (wrong === undefined) return
  const close = nearest(wrong, names)
  throw new SeedError({
    code: 'unknown-schema',
    message: `There is no schema ${wrong}.`,
    place: { path: 'schemas' },
    expected: `one of ${names.join(', ')}`,
    found: wrong,
    next:
      close === null
        ? 'Name a schema of this database, or leave schemas out for all of the app.'
        : `Did you mean ${close}?`,
  })
}

const peopleWish = (count: number | null): TableWish => ({ count, perParent: null, columns: {} })

/**
 * Everything that a configuration that names tables asks for: these, those of its phases, pools and fixtures, what they need, and what triggers make beside
 * them.
 */
function askedFor(
  inputs: Inputs,
  wishes: ReadonlyMap<ObjectId, TableWish>,
  fixtures: ReadonlyMap<ObjectId, readonly Fixture[]>,
  references: readonly AssetReference[],
  associations: readonly Association[],
): Set<ObjectId> {
  const { config, study } = inputs
  const fillable = candidates(inputs)
  const asked = new Set(wishes.keys())
  for (const [at, phase] of config.phases.entries())
    for (const name of phase.tables) asked.add(resolveName(name, fillable, `phases[${at}].tables`).id)
  for (const [name, pool] of Object.entries(config.assetPools))
    if (typeof pool.table === 'string') asked.add(resolveName(pool.table, fillable, `assetPools.${name}.table`).id)
  const auth = study.auth?.users
  if (auth !== undefined && (config.users !== null || config.strategy.kind !== 'create-new' || fixtures.has(auth)))
    asked.add(auth)
  for (const { parent, join } of references) {
    if (!holdsRows(inputs, parent)) asked.add(parent)
    if (join !== null) asked.add(join.table)
  }
  for (const { source, target, via } of associations) {
    for (const { table } of [source, target]) if (!holdsRows(inputs, table)) asked.add(table)
    asked.add(via.table)
  }
  for (const id of unsaidParents(inputs, fixtures)) asked.add(id)
  const teams =
    config.accounts !== null || [...fixtures.keys()].some((id) => study.tables[id]?.membership !== undefined)
  if (teams) for (const table of Object.values(study.tables)) if (table.membership !== undefined) asked.add(table.id)
  for (;;) {
    const needed = parentsOf(inputs, new Set([...asked].filter((id) => !fixtures.has(id) || !holdsRows(inputs, id))))
    const made = [...needed].flatMap((id) =>
      (study.tables[id]?.effects ?? []).flatMap(({ timing, inserts }) =>
        timing === 'after' ? inserts.filter((insert) => isKeyed(inputs.catalog, insert)).map(({ table }) => table) : [],
      ),
    )
    const more = [...needed, ...made.filter((id) => study.tables[id]?.standing.kind === 'app')].filter(
      (id) => !asked.has(id),
    )
    if (more.length === 0) return asked
    for (const id of more) asked.add(id)
  }
}

/** Empty tables that a fixture needs a row of, and does not say which. */
function unsaidParents(inputs: Inputs, fixtures: ReadonlyMap<ObjectId, readonly Fixture[]>): ObjectId[] {
  return inputs.catalog.relations.flatMap(({ id, columns, foreignKeys }) =>
    foreignKeys.flatMap((key) => {
      const required = key.columns.every((name) => columns.find((column) => column.name === name)?.notNull)
      const unsaid = (fixtures.get(id) ?? []).some(({ values }) =>
        key.columns.some((name) => values[name] === undefined),
      )
      return required && unsaid && !fixtures.has(key.parent) && !holdsRows(inputs, key.parent) ? [key.parent] : []
    }),
  )
}

/** A row that the trigger always makes, under a key that it takes from the new row: it is enriched. Others (a log) are only found. */
function isKeyed({ relations }: Catalog, { table, columns, conditional }: Effect['inserts'][number]): boolean {
  const relation = relations.find(({ id }) => id === table)
  const keys = [relation?.primaryKey, ...(relation?.uniques ?? [])].flatMap((key) => key ?? [])
  const isTaken = (name: string | null): boolean => name !== null && columns[name] != null
  return !conditional && keys.some((key) => key.predicate === null && key.columns.every(isTaken))
}

/** Tables that get rows with every user, whatever they hold: what triggers make for them, and memberships in their teams. */
function followersOf(catalog: Catalog, study: Study, people: People): Set<ObjectId> {
  if (people.users === null) return new Set()
  const made = study.tables[people.users.id]?.effects.flatMap(({ timing, inserts }) =>
    timing === 'after' ? inserts.filter((insert) => isKeyed(catalog, insert)).map(({ table }) => table) : [],
  )
  const members = Object.values(study.tables).filter(({ membership }) => membership !== undefined)
  return new Set([...(made ?? []), ...members.map(({ id }) => id)])
}

const holdsRows = ({ counts, adopts, past }: Inputs, id: ObjectId): boolean =>
  (counts[id] ?? 0) > 0 && !adopts.has(id) && !past.emptied?.includes(id)

function isAsked(
  id: ObjectId,
  by: {
    only: ReadonlySet<ObjectId> | null
    except: ReadonlySet<ObjectId> | null
    needed: ReadonlySet<ObjectId> | null
    wishes: ReadonlyMap<ObjectId, TableWish>
  },
): boolean {
  if (by.except?.has(id)) return false
  if (by.only !== null) return by.only.has(id)
  return by.needed === null || by.needed.has(id) || by.wishes.has(id)
}

function whyLeft(inputs: Inputs, relation: Relation, wanted: boolean, isPeople: boolean): LeftOut | null {
  const study = inputs.study.tables[relation.id]
  if (study === undefined) return leave(inputs, relation, 'cannot', 'not a table that holds rows of its own')
  if (study.standing.kind !== 'app' && !isPeople)
    return leave(inputs, relation, study.standing.kind, study.standing.why)
  if (inputs.config.schemas !== null && !inputs.config.schemas.includes(relation.schema) && !wanted && !isPeople)
    return leave(inputs, relation, 'other-schema', `schema ${relation.schema} was not asked for`)
  if (study.access.write === 'none')
    return leave(inputs, relation, 'no-privilege', study.access.why ?? 'may not be written')
  return null
}

function leave(inputs: Inputs, relation: Relation, code: string, why: string): LeftOut {
  const flag = code === 'holds-rows' ? `--rows ${relation.id}=N` : code === 'not-asked' ? `--only ${relation.id}` : null
  return { table: relation.id, code, why, flag, rows: inputs.counts[relation.id] ?? null }
}

function wishesById(inputs: Inputs): Map<ObjectId, TableWish> {
  const fillable = candidates(inputs)
  const wishes = new Map<ObjectId, TableWish>()
  for (const [name, wish] of Object.entries(inputs.config.tables)) {
    const path = `tables.${name}`
    const relation = resolveName(name, fillable, path)
    if (wishes.has(relation.id)) throw twice(relation, path)
    checkColumns(relation, wish, path)
    wishes.set(
      relation.id,
      wish.total === undefined ? wish : { ...wish, count: ownOf(inputs, relation.id, wish.total, path) },
    )
  }
  return wishes
}

function named(inputs: Inputs, names: readonly string[], path: string): Set<ObjectId> | null {
  if (names.length === 0) return null
  const fillable = candidates(inputs)
  return new Set(names.map((name) => resolveName(name, fillable, path).id))
}

/** Tables that a name may mean: those of the app first, so that `users` is not ambiguous beside `auth.users`. */
function candidates(inputs: Asked): readonly Relation[] {
  const tables = inputs.catalog.relations.filter(
    (relation) => relation.kind === 'table' || relation.kind === 'partitioned',
  )
  const app = tables.filter((relation) => inputs.study.tables[relation.id]?.standing.kind === 'app')
  const names = new Set(app.map((relation) => relation.name))
  return [...app, ...tables.filter((relation) => !app.includes(relation) && !names.has(relation.name))]
}

/** The wished tables and, transitively, the empty tables that their NOT NULL foreign keys need. */
function parentsOf(inputs: Inputs, wished: ReadonlySet<ObjectId>): Set<ObjectId> {
  const byId = new Map(inputs.catalog.relations.map((relation) => [relation.id, relation]))
  const needed = new Set(wished)
  const open = [...wished]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const relation = byId.get(id)
    for (const key of relation?.foreignKeys ?? []) {
      const required = key.columns.every((name) => relation?.columns.find((column) => column.name === name)?.notNull)
      if (!required || key.found !== undefined || needed.has(key.parent) || holdsRows(inputs, key.parent)) continue
      needed.add(key.parent)
      open.push(key.parent)
    }
  }
  return needed
}

const twice = (relation: Relation, path: string): SeedError =>
  new SeedError({
    code: 'table-twice',
    message: `The configuration speaks of ${relation.id} under two names.`,
    place: { table: relation.id, path },
    next: 'Say it all under one of them.',
  })

const cannot = (relation: Relation, reason: LeftOut): SeedError =>
  new SeedError({
    code: reason.code === 'no-privilege' ? 'no-privilege' : 'cannot-fill',
    message: `The table ${relation.id} cannot be filled: ${reason.why}.`,
    place: { table: relation.id },
    next:
      reason.code === 'no-privilege'
        ? 'Connect as a role that may insert into it, or leave the table out of the configuration.'
        : 'Leave the table out of the configuration.',
  })
