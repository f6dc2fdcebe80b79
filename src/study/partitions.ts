import type { Check, Relation } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import { quote, quoteQualified } from '../model/name.ts'
import type { SqlParser } from '../model/study.ts'
import { boundsName } from './bounds-name.ts'
import { list, strings, text, tree } from './sql/tree.ts'

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
  const columns = partitionKey.columns.includes(null)
    ? columnsRead(parser.expression(partsOf(partitionKey)?.[0] ?? 'NULL'))
    : partitionKey.columns.filter((column) => column !== null)
  const check = (expression: string): Check => ({
    name: boundsName(relation.id),
    expression,
    columns,
    validated: true,
  })
  const bounds = partitions.map((partition) =>
    partition.partitionOf?.bound.trim().toUpperCase() === 'DEFAULT'
      ? 'default'
      : boundOf(partition.partitionOf?.bound ?? '', parser),
  )
  const parts = partsOf(partitionKey)
  const conditions = partitions.map((partition, index) => {
    const bound = bounds[index] ?? null
    const own = bound === 'default' ? '' : bound === null || parts === null ? null : conditionOf(bound, parts)
    const inner = partition.kind === 'partitioned' ? partitionCheck(partition, byParent, parser) : null
    if (own === null || inner?.expression === '') return null
    return [own, inner?.expression ?? '']
      .filter(Boolean)
      .map((part) => `(${part})`)
      .join(' AND ')
  })
  if (conditions.includes('')) return null
  if (partitionKey.strategy === 'hash') return isCovered(bounds) ? null : check(hashed(relation, bounds, columns))
  return check(conditions.includes(null) ? '' : conditions.join(' OR '))
}

/** Columns that an expression names. */
function columnsRead(node: unknown): string[] {
  if (Array.isArray(node)) return [...new Set(node.flatMap(columnsRead))]
  if (typeof node !== 'object' || node === null) return []
  const reference = tree(node).ColumnRef
  if (reference !== undefined) return strings(tree(reference).fields).slice(-1)
  return [...new Set(Object.values(node).flatMap(columnsRead))]
}

/** What the key is made of, as SQL; null for several expressions. */
function partsOf({ columns, definition }: NonNullable<Relation['partitionKey']>): readonly string[] | null {
  const plain = columns.flatMap((column) => (column === null ? [] : [quote(column)]))
  if (plain.length === columns.length) return plain
  const inside = /^[A-Z]+ \((.*)\)$/s.exec(definition.trim())?.[1]
  return columns.length === 1 && inside !== undefined ? [inside] : null
}

/** A bound: lists of values, or from and to (null: MINVALUE or MAXVALUE), or one remainder of a hash. */
type Bound =
  | { readonly kind: 'list'; readonly values: readonly (string | null)[] }
  | { readonly kind: 'range'; readonly from: readonly (string | null)[]; readonly to: readonly (string | null)[] }
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }

function boundOf(printed: string, parser: SqlParser): Bound | null {
  const statement = list(parser.statements(`CREATE TABLE p PARTITION OF t ${printed}`))[0]
  const spec = tree(tree(tree(statement).CreateStmt).partbound)
  switch (spec.strategy) {
    case 'l':
      return { kind: 'list', values: list(spec.listdatums).map(literal) }
    case 'r':
      return { kind: 'range', from: list(spec.lowerdatums).map(literal), to: list(spec.upperdatums).map(literal) }
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
function conditionOf(bound: Bound, parts: readonly string[]): string | null {
  const [column] = parts
  if (bound.kind === 'hash' || column === undefined) return null
  if (bound.kind === 'range')
    return [...parts.map((part) => `${part} IS NOT NULL`), `(${between(parts, bound.from, bound.to)})`].join(' AND ')
  if (parts.length > 1) return null
  const values = bound.values.filter((value) => value !== null)
  const listed = `(${column} IS NOT NULL AND ${column} IN (${values.join(', ')}))`
  if (values.length === 0) return `${column} IS NULL`
  return bound.values.includes(null) ? `${column} IS NULL OR ${listed}` : listed
}

type Edges = readonly (string | null)[]

/** Rows are compared part by part: the first ones lie between the edges, or at one of them and the others decide. */
function between([part, ...rest]: readonly string[], [from, ...below]: Edges, [to, ...above]: Edges): string {
  const none = rest.map(() => null)
  if (part === undefined) return 'TRUE'
  const last = rest.length === 0
  if (from != null && from === to) return `${part} = ${from} AND (${between(rest, below, above)})`
  const low = from == null ? [] : [`${part} ${last ? '>=' : '>'} ${from}`]
  const high = to == null ? [] : [`${part} < ${to}`]
  const inside = [...low, ...high].join(' AND ') || 'TRUE'
  if (last) return inside
  return [
    `(${inside})`,
    ...(from == null ? [] : [`(${part} = ${from} AND (${between(rest, below, none)}))`]),
    ...(to == null ? [] : [`(${part} = ${to} AND (${between(rest, none, above)}))`]),
  ].join(' OR ')
}

/** Only the server knows which partition of a hash a row goes to: it says so by its own function. */
function hashed(relation: Relation, bounds: readonly (Bound | 'default' | null)[], columns: readonly string[]): string {
  const name = quoteQualified(relation.schema, relation.name).replaceAll("'", "''")
  return bounds
    .flatMap((bound) =>
      bound !== null && bound !== 'default' && bound.kind === 'hash'
        ? [
            `satisfies_hash_partition('${name}'::regclass, ${bound.modulus}, ${bound.remainder}, ${columns.map(quote).join(', ')})`,
          ]
        : [],
    )
    .join(' OR ')
}

/** Every remainder has a partition. */
function isCovered(bounds: readonly (Bound | 'default' | null)[]): boolean {
  const share = bounds.reduce(
    (sum, bound) => sum + (bound !== null && bound !== 'default' && bound.kind === 'hash' ? 1 / bound.modulus : 0),
    0,
  )
  return share > 1 - 1e-9
}
