import type { Catalog, Check, Column, Exclusion, FunctionInfo, Relation } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import type { ObjectId } from '../model/name.ts'
import type { ColumnStudy, Domain, TableStudy } from '../model/study.ts'
import { accessTo } from './access.ts'
import { useOf } from './checks/columns.ts'
import { studyChecks } from './checks/study-checks.ts'
import { withoutTextsInOrder } from './checks/texts-in-order.ts'
import { studyExclusion } from './exclusions.ts'
import { authRecipes } from './frameworks/supabase-auth.ts'
import { teamworkOf } from './frameworks/teamwork-of.ts'
import { generatedLimits, limitsName } from './generated-limits.ts'
import { jsonMembers } from './json-members.ts'
import { studyKeys } from './keys.ts'
import { meaningsOf } from './meaning/meaning-of.ts'
import { openScene } from './parents/open-scene.ts'
import { parentNeeds } from './parents/parent-needs.ts'
import { partitionCheck } from './partitions.ts'
import { readAs, readAsName } from './read-as.ts'
import { referenceOf } from './reference/reference-of.ts'
import type { SqlReader } from './sql/sql-reader.ts'
import { standingOf } from './standing.ts'
import { callsOn, effectsOf, touchedOnUpdate } from './triggers/effects-of.ts'
import { raiseChecks } from './triggers/raise-checks.ts'
import { baseOf } from './types/base-of.ts'
import { encodingOf } from './types/encoding-of.ts'
import type { Types } from './types/type-use.ts'

/** What is the same for all tables of a catalog. */
export interface Shelf {
  readonly catalog: Catalog
  readonly types: Types
  readonly functions: ReadonlyMap<ObjectId, FunctionInfo>
  readonly partitions: ReadonlyMap<ObjectId, readonly Relation[]>
  readonly sql: SqlReader
}

/** Everything about one table. Checks are only read where it may be filled. */
export function studyTable(relation: Relation, shelf: Shelf): { study: TableStudy; findings: readonly Finding[] } {
  const { effects, serialised, raises } = effectsOf(relation, shelf.functions, shelf.catalog, shelf.sql.parser)
  const touched = touchedOnUpdate(relation, shelf.functions, shelf.catalog, shelf.sql.parser)
  const calls = (event: 'update' | 'delete') =>
    callsOn(event, relation, shelf.functions, shelf.catalog, shelf.sql.parser)
  const callsOut = { update: calls('update'), delete: calls('delete') }
  const standing = standingOf(relation, shelf.catalog, raises)
  const demanded = standing.kind === 'app' ? checksOf(relation, shelf) : []
  const checks = studyChecks(relation, demanded, shelf.types, shelf.sql)
  const plain = Object.fromEntries(
    relation.columns.map((column) => {
      const use = useOf(column)
      const domain = { ...(checks.domains[column.name] ?? { notNull: column.notNull }), ...always(column, shelf) }
      return [
        column.name,
        { name: column.name, encoding: encodingOf(shelf.types, use), base: baseOf(shelf.types, use), domain },
      ]
    }),
  )
  const facts = Object.fromEntries(
    Object.entries(plain).map(([name, { base, encoding, domain }]) => [
      name,
      { base, isArray: encoding.kind === 'array', domain },
    ]),
  )
  const meanings = meaningsOf(relation, facts)
  const columns = withMembers(
    relation,
    Object.fromEntries(
      Object.entries(plain).map(([name, column]) => [name, { ...column, meaning: meanings[name] ?? null }]),
    ),
    demanded,
    shelf,
  )
  const reference = referenceOf(relation, columns)
  const parents =
    standing.kind === 'app'
      ? parentNeeds(openScene(relation, shelf.catalog, shelf.sql.parser), shelf.types, shelf.functions)
      : { needs: [], checks: [] }
  const { rules, unsolved } = withoutTextsInOrder(relation, checks, columns)
  const study: TableStudy = {
    id: relation.id,
    standing,
    access: accessTo(relation, shelf.catalog.role, shelf.catalog.schemas),
    columns,
    rules,
    keys: studyKeys(withEqualKeys(relation), columns, shelf.sql.parser),
    exclusions: relation.exclusions.filter((one) => !isKey(one)).map((one) => studyExclusion(one, shelf.sql)),
    unsolved: unsolved.filter(
      ({ check }) =>
        !parents.checks.includes(check) &&
        !relation.columns.some(({ name }) => [limitsName(name), readAsName(name)].includes(check)),
    ),
    effects,
    serialised,
    ...(touched.length === 0 ? {} : { touched }),
    ...(callsOut.update.length + callsOut.delete.length === 0 ? {} : { callsOut }),
    ...(reference === null ? {} : { reference }),
    ...(parents.needs.length === 0 ? {} : { needs: parents.needs }),
    ...frameworkOf(relation, shelf.catalog),
  }
  return { study, findings: standing.kind === 'app' ? checks.findings : [] }
}

/** A column that the database generates from nothing but a constant holds that. */
function always({ generated }: Column, { sql }: Shelf): Pick<Domain, 'values'> {
  let expr = generated === null ? null : sql.expression(generated.expression)
  while (expr?.kind === 'cast') expr = expr.of
  return expr?.kind === 'constant' && expr.value !== null ? { values: [expr.value] } : {}
}

/** Objects in JSON columns have what generated columns and indexes read out of them. */
function withMembers(
  relation: Relation,
  columns: Readonly<Record<string, ColumnStudy>>,
  demanded: readonly Check[],
  { types, sql }: Shelf,
): Readonly<Record<string, ColumnStudy>> {
  const json = Object.values(columns).some(({ base, domain }) => /^jsonb?$/.test(base) && domain.values === undefined)
  if (!json) return columns
  const asWritten: Relation = { ...relation, columns: relation.columns.map((one) => ({ ...one, generated: null })) }
  const generated = relation.columns.some((column) => column.generated !== null)
  const domains: Readonly<Record<string, Domain>> = generated
    ? studyChecks(asWritten, demanded, types, sql).domains
    : {}
  const seen = Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, { ...column, domain: domains[name] ?? column.domain }]),
  )
  const members = jsonMembers(relation, seen, sql)
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const own = members[name]
      if (own === undefined) return [name, column]
      const domain = { ...column.domain, json: { ...column.domain.json, members: own } }
      return [name, { ...column, domain }]
    }),
  )
}

/** An exclusion constraint that only compares for equality is a unique key by another name. */
const isKey = ({ operators }: Exclusion): boolean => operators.every((operator) => operator === '=')

const withEqualKeys = (relation: Relation): Relation => ({
  ...relation,
  uniques: [
    ...relation.uniques,
    ...relation.exclusions.filter(isKey).map((one) => ({
      name: one.name,
      columns: one.columns,
      expressions: one.expressions,
      predicate: one.predicate,
      nullsNotDistinct: false,
      constraint: true,
      deferrable: false,
      deferred: false,
    })),
  ],
})

/** What frameworks know of the table. */
function frameworkOf(relation: Relation, catalog: Catalog): Pick<TableStudy, 'known' | 'membership' | 'teams'> {
  const known = authRecipes(relation)
  return { ...(known === null ? {} : { known }), ...teamworkOf(relation, catalog) }
}

/** Its own checks, those that only partitions have, that some partition must take the row, and what its triggers refuse. */
function checksOf(relation: Relation, shelf: Shelf): readonly Check[] {
  const bounds = partitionCheck(relation, shelf.partitions, shelf.sql.parser)
  const known = new Set(relation.checks.map(({ expression }) => expression))
  const further = partitionsOf(relation.id, shelf).flatMap(({ checks }) =>
    checks.filter(({ expression }) => !known.has(expression)),
  )
  const distinct = new Map(further.map((check) => [check.expression, check]))
  const isTable = (name: string) => shelf.catalog.relations.some((other) => other.name === name)
  return [
    ...relation.checks,
    ...distinct.values(),
    ...(bounds === null ? [] : [bounds]),
    ...generatedLimits(relation),
    ...raiseChecks(relation, shelf.functions, shelf.sql.parser, isTable),
    ...readAs(relation, textsOf(relation, shelf), shelf.sql),
  ]
}

/** Columns whose values are texts without a length to keep to. */
const textsOf = (relation: Relation, { types }: Shelf): ReadonlySet<string> =>
  new Set(
    relation.columns
      .filter((column) => /^(text|varchar|citext)$/.test(baseOf(types, useOf(column))) && column.generated === null)
      .map(({ name }) => name),
  )

/** Partitions over all levels. */
function partitionsOf(id: ObjectId, shelf: Shelf): readonly Relation[] {
  return (shelf.partitions.get(id) ?? []).flatMap((partition) => [partition, ...partitionsOf(partition.id, shelf)])
}
