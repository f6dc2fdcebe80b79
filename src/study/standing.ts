import type { Catalog, Relation } from '../model/catalog.ts'
import type { Standing } from '../model/study.ts'
import { BOOKKEEPING } from './bookkeeping.ts'
import { PLATFORM_SCHEMAS } from './platform.ts'

/** May the relation be filled, and if not, why? `raises`: what an insert trigger always raises, if one does. */
export function standingOf(relation: Relation, catalog: Pick<Catalog, 'relations'>, raises: string | null): Standing {
  if (relation.kind === 'view') return { kind: 'view', why: 'a view' }
  if (relation.kind === 'materialized') return { kind: 'view', why: 'a materialized view' }
  if (relation.kind === 'foreign') return { kind: 'foreign', why: 'a foreign table' }
  if (relation.extension !== null) return { kind: 'extension', why: `belongs to the extension ${relation.extension}` }
  const platform = PLATFORM_SCHEMAS.find(([schema]) => isNamed(relation.schema, schema))
  if (platform !== undefined)
    return { kind: 'platform', why: `the schema ${relation.schema} belongs to ${platform[1]}` }
  if (relation.partitionOf !== null) return { kind: 'partition', why: `a partition of ${relation.partitionOf.parent}` }
  if (relation.kind === 'partitioned' && !hasLeaf(relation, catalog))
    return { kind: 'no-partition', why: 'partitioned, and without any partition it cannot hold a row' }
  const books = BOOKKEEPING.find(
    ({ name, columns }) =>
      isNamed(relation.name, name) &&
      columns.every((one) => relation.columns.some((column) => column.name.toLowerCase() === one)),
  )
  if (books !== undefined) return { kind: 'bookkeeping', why: `bookkeeping of ${books.of}` }
  if (raises !== null) return { kind: 'raises', why: `a trigger refuses every insert: “${raises}”` }
  if (relation.columns.length === 0) return { kind: 'no-columns', why: 'it has no columns' }
  const rule = relation.rules.find((one) => one.event === 'insert' && one.instead && !isConditional(one.definition))
  if (rule !== undefined) return { kind: 'redirects', why: `its rule ${rule.name} puts every insert elsewhere` }
  return { kind: 'app' }
}

/** `ON INSERT TO t WHERE …` only turns some rows away. */
const isConditional = (definition: string): boolean => /\bWHERE\b.*\bDO\s+INSTEAD\b/is.test(definition)

/** A whole name, or with `*` at the end any ending; letters' case aside. */
function isNamed(name: string, pattern: string): boolean {
  const lower = name.toLowerCase()
  return pattern.endsWith('*') ? lower.startsWith(pattern.slice(0, -1)) : lower === pattern
}

/** A partition that holds rows itself, at any depth. */
function hasLeaf(relation: Relation, catalog: Pick<Catalog, 'relations'>): boolean {
  return catalog.relations.some(
    (other) => other.partitionOf?.parent === relation.id && (other.kind !== 'partitioned' || hasLeaf(other, catalog)),
  )
}
