import type { Catalog, Relation } from '../model/catalog.ts'
import type { Past } from '../model/journal.ts'
import type { ObjectId } from '../model/name.ts'
import { isInvented, naturalKey } from '../model/natural-key.ts'
import type { Question } from '../model/question.ts'
import type { Study } from '../model/study.ts'
import { names } from './assets/references/names-of.ts'
import { columnsLookedAt } from './associations/columns-looked-at.ts'
import { namedQuestions } from './fixtures/named-questions.ts'
import { pairKeys } from './links/pair-keys.ts'
import { adoptQuestions } from './people/adopt-questions.ts'
import { authTables } from './people/auth-tables.ts'
import type { Scope } from './scope.ts'

/** Rows of a table that serve as parents are gathered up to this many: enough for variety, small enough to freeze in a plan. */
const POOL_LIMIT = 10_000
const COUNT_LIMIT = 1_000_000

/** First round: how many rows each table of the app (and each parent of one) holds. */
export function countQuestions(catalog: Catalog, study: Study): Question[] {
  const wanted = new Set<ObjectId>()
  for (const relation of catalog.relations) {
    if (study.tables[relation.id]?.standing.kind !== 'app') continue
    wanted.add(relation.id)
    for (const key of relation.foreignKeys) wanted.add(key.parent)
  }
  for (const id of authTables(study.auth)) wanted.add(id)
  return [...wanted]
    .filter((id) => catalog.relations.some((relation) => relation.id === id && relation.grants.select))
    .map((table) => ({ kind: 'count', table, limit: COUNT_LIMIT }))
}

/** Second round, once the scope is known: rows to lead to, values that are taken, largest keys without a sequence. */
export function scopeQuestions(
  catalog: Catalog,
  study: Study,
  scope: Scope,
  counts: Readonly<Record<ObjectId, number | null>>,
  past: Past,
): Question[] {
  const byId = new Map(catalog.relations.map((relation) => [relation.id, relation]))
  // Rows of others beside which only fixtures come may still be led to.
  const planned = new Set(
    scope.tables
      .filter(
        ({ relation: { id }, onlyFixtures, count }) =>
          (!onlyFixtures || areOurs(counts[id], past.tables[id]?.rows)) && (count !== 0 || scope.adoption !== null),
      )
      .map((table) => table.relation.id),
  )
  const pools = new Map<ObjectId, Set<string>>()
  const questions: Question[] = []
  for (const { relation, frozen, fixtures } of scope.tables) {
    const own = study.tables[relation.id]
    for (const key of [...relation.foreignKeys, ...(own === undefined ? [] : pairKeys(own))]) {
      const parent = byId.get(key.parent)
      if (parent === undefined || planned.has(key.parent) || (counts[key.parent] ?? 0) === 0) continue
      const columns = pools.get(key.parent) ?? new Set(poolColumns(parent, study))
      for (const column of key.parentColumns) columns.add(column)
      for (const name of [...namedBy(scope, parent), ...columnsLookedAt(scope, parent)]) columns.add(name)
      for (const need of own?.needs ?? []) if (need.parent === key.parent) columns.add(need.column)
      pools.set(key.parent, columns)
    }
    const holdsRows = (counts[relation.id] ?? 0) > (past.tables[relation.id]?.rows ?? 0)
    if (!frozen) questions.push(...keyQuestions(relation, holdsRows))
    if (!frozen && holdsRows) questions.push(...namedQuestions(relation, fixtures))
  }
  for (const [table, columns] of pools) questions.push(poolQuestion(table, byId.get(table), columns))
  questions.push(...adoptQuestions(byId, study, scope, past))
  return questions
}

/** No rows of others are there. */
const areOurs = (there: number | null | undefined, ours: number | undefined): boolean =>
  ours !== undefined && there != null && there <= ours

/** What files may call its rows by. */
const namedBy = ({ references }: Scope, { id, columns }: Relation): string[] =>
  references
    .filter(({ parent }) => parent === id)
    .flatMap(({ by }) => columns.map(({ name }) => name).filter((name) => names(name, by)))

function poolQuestion(table: ObjectId, parent: Relation | undefined, wanted: ReadonlySet<string>): Question {
  const natural = parent === undefined ? null : identityOf(parent)
  const columns = [...new Set([...wanted, ...(natural ?? [])])].sort()
  const order = natural ?? (parent?.primaryKey?.columns ?? []).filter((name) => name !== null)
  return {
    kind: 'pool',
    id: poolId(table),
    table,
    columns,
    order: order.length > 0 ? order : columns,
    ...(natural === null ? {} : { identity: natural }),
    limit: POOL_LIMIT,
  }
}

/** What tells the rows apart everywhere, where the database invents their key: so that the same ones are chosen. */
function identityOf(parent: Relation): readonly string[] | null {
  const key = (parent.primaryKey?.columns ?? []).filter((name) => name !== null)
  return key.some((name) => isInvented(parent, name)) ? naturalKey(parent) : null
}

/** One pool per table. */
const poolId = (table: ObjectId): string => table

/** Besides keys: what tenants' paths and time need, so that children agree with parents that were there before. */
function poolColumns(parent: Relation, study: Study): string[] {
  const created = Object.values(study.tables[parent.id]?.columns ?? {})
    .filter(
      (column) =>
        column.meaning?.shape === 'created' &&
        (column.base === 'timestamptz' || column.base === 'timestamp' || column.base === 'date'),
    )
    .map((column) => column.name)
  return [...created, ...parent.foreignKeys.flatMap((key) => key.columns)]
}

function keyQuestions(relation: Relation, holdsRows: boolean): Question[] {
  const questions: Question[] = []
  for (const column of relation.columns) {
    const unique = [relation.primaryKey, ...relation.uniques].some(
      (key) => key?.columns.length === 1 && key.columns[0] === column.name,
    )
    if (unique && holdsRows && column.sequence === null && /^(bigint|integer|smallint)$/.test(column.typeName))
      questions.push({ kind: 'largest', table: relation.id, column: column.name })
  }
  if (!holdsRows) return questions
  for (const key of [relation.primaryKey, ...relation.uniques]) {
    const columns = key?.columns.filter((name): name is string => name !== null) ?? []
    if (key !== null && columns.length === key.columns.length)
      questions.push({ kind: 'taken', table: relation.id, key: key.name, columns, limit: COUNT_LIMIT })
  }
  return questions
}
