import type { Check, Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import { quote } from '../model/name.ts'
import type { SqlParser } from '../model/study.ts'
import { list, text, tree } from './sql/tree.ts'

/** The partitions of each partitioned table, direct ones. */
export function partitionsByParent(relations: readonly Relation[]): ReadonlyMap<ObjectId, readonly Relation[]> {
  const byParent = new Map<ObjectId, Relation[]>()
  for (const relation of relations) {
    if (relation.partitionOf === null) continue
    const siblings = byParent.get(relation.partitionOf.parent)
    if (siblings === undefined) byParent.set(relation.partitionOf.parent, [relation])
    else siblings.push(relation)
  }
  return byParent
}

/**
 * What a row of a partitioned table must be like to find a partition, as a check on its key; null where any row finds one. `expression` is
 * empty where that cannot be said.
 */
export function partitionCheck(
  relation: Relation,
  byParent: ReadonlyMap<ObjectId, readonly Relation[]>,
  parser: SqlParser,
): Check | null {
  const { partitionKey } = relation
  const partitions = byParent.get(relation.id) ?? []
  if (partitionKey === null || partitions.length === 0) return null
  const columns = partitionKey.columns.filter((column) => column !== null)
  const check = (expression: string): Check => ({
    name: `partitions of ${relation.id}`,
    expression,
    columns,
    validated: true,
  })
  const bounds = partitions.map((partition) =>
    partition.partitionOf?.bound.trim().toUpperCase() === 'DEFAULT'
      ? 'default'
      : boundOf(partition.partitionOf?.bound ?? '', parser),
  )
  const [column] = partitionKey.columns
  const conditions = partitions.map((partition, index) => {
    const bound = bounds[index] ?? null
    const own =
      bound === 'default'
        ? ''
        : bound === null || partitionKey.columns.length > 1 || !column
          ? null
          : conditionOf(bound, quote(column))
    const inner = partition.kind === 'partitioned' ? partitionCheck(partition, byParent, parser) : null
    if (own === null || inner?.expression === '') return null
    return [own, inner?.expression ?? '']
      .filter(Boolean)
      .map((part) => `(${part})`)
      .join(' AND ')
  })
  if (conditions.includes('')) return null
  if (partitionKey.strategy === 'hash') return isCovered(bounds) ? null : check('')
  return check(conditions.includes(null) ? '' : conditions.join(' OR '))
}

/** A bound: lists of values, or from and to (null: MINVALUE or MAXVALUE), or one remainder of a hash. */
type Bound =
  | { readonly kind: 'list'; readonly values: readonly (string | null)[] }
  | { readonly kind: 'range'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }

function boundOf(printed: string, parser: SqlParser): Bound | null {
  const statement = list(parser.statements(`CREATE TABLE p PARTITION OF t ${printed}`))[0]
  const spec = tree(tree(tree(statement).CreateStmt).partbound)
  switch (spec.strategy) {
    case 'l':
      return { kind: 'list', values: list(spec.listdatums).map(literal) }
    case 'r':
      return { kind: 'range', from: literal(list(spec.lowerdatums)[0]), to: literal(list(spec.upperdatums)[0]) }
    case 'h':
      return { kind: 'hash', modulus: Number(spec.modulus ?? 0), remainder: Number(spec.remainder ?? 0) }
    default:
      return null
  }
}

/** A datum as SQL: numbers and texts as literals; null for NULL and for MINVALUE and MAXVALUE, which are column names to the grammar. */
function literal(node: unknown): string | null {
  const constant = tree(tree(node).A_Const)
  if (constant.ival !== undefined) return String(tree(constant.ival).ival ?? 0)
  if (constant.fval !== undefined) return text(tree(constant.fval).fval)
  if (constant.boolval !== undefined) return String(tree(constant.boolval).boolval ?? false)
  if (constant.sval !== undefined) return `'${text(tree(constant.sval).sval).replaceAll("'", "''")}'`
  return null
}

/** NULL fits a list that names it, and no range. */
function conditionOf(bound: Bound, column: string): string | null {
  if (bound.kind === 'hash') return null
  if (bound.kind === 'range') {
    const parts = [
      `${column} IS NOT NULL`,
      ...(bound.from === null ? [] : [`${column} >= ${bound.from}`]),
      ...(bound.to === null ? [] : [`${column} < ${bound.to}`]),
    ]
    return parts.join(' AND ')
  }
  const values = bound.values.filter((value) => value !== null)
  const listed = `(${column} IS NOT NULL AND ${column} IN (${values.join(', ')}))`
  if (values.length === 0) return `${column} IS NULL`
  return bound.values.includes(null) ? `${column} IS NULL OR ${listed}` : listed
}

/** Every remainder has a partition. */
function isCovered(bounds: readonly (Bound | 'default' | null)[]): boolean {
  const share = bounds.reduce(
    (sum, bound) => sum + (bound !== null && bound !== 'default' && bound.kind === 'hash' ? 1 / bound.modulus : 0),
    0,
  )
  return share > 1 - 1e-9
}
