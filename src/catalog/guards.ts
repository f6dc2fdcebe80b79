import { createHash } from 'node:crypto'
import type { Catalog, Relation } from '../model/catalog.ts'
import type { Guards } from '../model/guards.ts'

/** Hashes what guards the data. The catalog is sorted already, so equal definitions give equal hashes; the current role does not matter. */
export function guardsOf(catalog: Pick<Catalog, 'schemas' | 'relations' | 'types' | 'functions'>): Guards {
  const relations = catalog.relations.filter(isLasting)
  const bodies = new Map(catalog.functions.map(({ id, body, securityDefiner }) => [id, { body, securityDefiner }]))
  const digest = (parts: (relation: Relation) => unknown, more: unknown = null): string =>
    sha256([relations.map((relation) => [relation.id, parts(relation)]), more])
  return {
    policies: digest(({ policies }) => policies),
    rowSecurity: digest(({ rowSecurity: { enabled, forced } }) => [enabled, forced]),
    triggers: digest(({ triggers }) =>
      triggers.map(({ name, enabled, definition, function: id }) => [name, enabled, definition, id, bodies.get(id)]),
    ),
    constraints: digest(
      ({ columns, primaryKey, uniques, exclusions, foreignKeys, checks }) => [
        columns.flatMap(({ name, notNull }) => (notNull ? [name] : [])).sort(),
        [primaryKey, uniques, exclusions, foreignKeys, checks],
      ],
      catalog.types.flatMap(({ id, kind, extension, notNull, checks }) =>
        kind === 'domain' && extension === null ? [[id, notNull, checks]] : [],
      ),
    ),
    grants: digest(
      ({ privileges }) => privileges,
      catalog.schemas.map(({ name, privileges }) => [name, privileges]),
    ),
  }
}

/** Partitions are made and dropped by the clock, and what extensions own changes with their version. */
const isLasting = ({ partitionOf, extension }: Relation): boolean => partitionOf === null && extension === null

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')
