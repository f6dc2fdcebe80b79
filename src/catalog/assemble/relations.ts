import type { Column, ForeignKey, Grants, Policy, Relation, Trigger } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import { objectId } from '../../model/name.ts'
import type { ForeignKeyRow } from '../queries/foreign-keys.ts'
import type { PolicyRow } from '../queries/policies.ts'
import type { RelationRow } from '../queries/relations.ts'
import type { TriggerRow } from '../queries/triggers.ts'
import type { CatalogRows } from './catalog-rows.ts'
import { groupBy } from './group-by.ts'
import { assembleKeys } from './keys.ts'
import { liftForeignKeys } from './lift-foreign-keys.ts'
import { byId, byName, compare } from './sort.ts'
import { assembleCheck } from './types.ts'

/** Ids by oid that relations refer to, and the columns by the oid of their relation. */
export interface RelationParts {
  readonly relations: ReadonlyMap<string, ObjectId>
  readonly functions: ReadonlyMap<string, ObjectId>
  readonly columns: ReadonlyMap<string, readonly Column[]>
}

/** The relations, sorted by id. What refers to a relation that was left out (a system schema) is left out too. */
export function assembleRelations(rows: CatalogRows, { relations, functions, columns }: RelationParts): Relation[] {
  const keys = groupBy(rows.keys, (row) => row.relation)
  const foreignKeys = groupBy(rows.foreignKeys, (row) => row.relation)
  const checks = groupBy(rows.checks, (row) => row.relation)
  const triggers = groupBy(rows.triggers, (row) => row.relation)
  const rules = groupBy(rows.rules, (row) => row.relation)
  const policies = groupBy(rows.policies, (row) => row.relation)
  const known = (oids: readonly string[]): ObjectId[] => oids.flatMap((oid) => relations.get(oid) ?? [])
  const relationsHere = rows.relations.map(
    (row): Relation => ({
      ...ownFacts(row),
      partitionOf: partitionOf(row, relations),
      inherits: known(row.inherits),
      columns: columns.get(row.oid) ?? [],
      ...assembleKeys(keys.get(row.oid) ?? []),
      foreignKeys: byName(foreignKeys.get(row.oid) ?? []).flatMap((key) => foreignKey(key, relations)),
      checks: byName(checks.get(row.oid) ?? []).map(assembleCheck),
      triggers: byName(triggers.get(row.oid) ?? []).map((trigger) => assembleTrigger(trigger, functions)),
      rules: byName(rules.get(row.oid) ?? []).map(({ name, event, instead, definition }) => ({
        name,
        event,
        instead,
        definition,
      })),
      policies: byName(policies.get(row.oid) ?? []).map(policy),
      reads: known(row.reads).sort(compare),
    }),
  )
  return byId(liftForeignKeys(relationsHere))
}

function ownFacts(row: RelationRow) {
  return {
    id: objectId(row.schema, row.name),
    schema: row.schema,
    name: row.name,
    kind: row.kind,
    owner: row.owner,
    comment: row.comment,
    persistence: row.persistence,
    extension: row.extension,
    rowEstimate: row.rowEstimate,
    partitionKey: partitionKey(row),
    rowSecurity: { enabled: row.rowSecurityEnabled, forced: row.rowSecurityForced, active: row.rowSecurityActive },
    grants: grants(row),
    privileges: [...row.privileges, ...row.columnPrivileges].sort(compare),
    definition: row.definition,
    populated: row.populated,
    ...(row.indexed.length === 0 ? {} : { indexed: [...row.indexed].sort(compare) }),
    ...(row.otherIndexes.length === 0 ? {} : { otherIndexes: [...row.otherIndexes].sort(compare) }),
  }
}

function partitionKey(row: RelationRow): Relation['partitionKey'] {
  if (row.partitionStrategy === null) return null
  return {
    strategy: row.partitionStrategy,
    columns: row.partitionColumns ?? [],
    definition: row.partitionDefinition ?? '',
  }
}

function partitionOf(row: RelationRow, relations: ReadonlyMap<string, ObjectId>): Relation['partitionOf'] {
  const parent = relations.get(row.partitionParent ?? '')
  return parent === undefined || row.partitionBound === null ? null : { parent, bound: row.partitionBound }
}

function grants(row: RelationRow): Grants {
  return {
    select: row.maySelect,
    insert: row.mayInsert,
    update: row.mayUpdate,
    delete: row.mayDelete,
    truncate: row.mayTruncate,
  }
}

function foreignKey(row: ForeignKeyRow, relations: ReadonlyMap<string, ObjectId>): ForeignKey[] {
  const parent = relations.get(row.parent)
  if (parent === undefined) return []
  const { name, columns, parentColumns, match, onDelete, onUpdate, deferrable, deferred, validated } = row
  const key = { name, columns, parent, parentColumns, match, onDelete, onUpdate, deferrable, deferred, validated }
  return [row.enforced ? key : { ...key, enforced: false }]
}

function assembleTrigger(row: TriggerRow, functions: ReadonlyMap<string, ObjectId>): Trigger {
  const id = functions.get(row.function)
  if (id === undefined) throw new Error(`function ${row.function} of trigger ${row.name} was not read`)
  const { name, timing, events, level, constraint, enabled, definition } = row
  return { name, timing, events, level, function: id, constraint, enabled, definition }
}

function policy(row: PolicyRow): Policy {
  const { name, command, permissive, using, check } = row
  return { name, command, permissive, roles: [...row.roles].sort(compare), using, check }
}
