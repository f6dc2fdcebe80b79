import type { AllotCondition } from '../../model/allotting/allot-condition.ts'
import type { Association } from '../../model/allotting/association.ts'
import type { AssociationWish, RowFilter, RowWeights } from '../../model/allotting/association-wish.ts'
import type { Relation } from '../../model/catalog.ts'
import type { Comparison } from '../../model/config.ts'
import { SeedError } from '../../model/seed-error.ts'

/** The columns that an association speaks of; null on the side that a function looks at. @throws SeedError `association-type` */
export function namedColumns(
  wish: AssociationWish,
  path: string,
  source: Relation,
  target: Relation,
): Association['columns'] {
  const { categoryBalance, categoryOf, dateDistribution, dateOf, perGroup, capacity, allowed } = wish.constraints
  const kinds = Object.keys(typeFilter(wish, path, target))
  const conditions = typeof allowed === 'function' ? null : (allowed ?? [])
  const items: Looked[] = [
    inFilter(wish.source.filter),
    inWeights(wish.itemWeights),
    categoryBalance === undefined ? [] : inReader(categoryOf ?? 'category'),
    dateDistribution === undefined ? [] : inReader(dateOf ?? 'date'),
    inReader(perGroup?.of),
    conditions?.flatMap(({ item }) => item ?? []) ?? null,
  ]
  const targets: Looked[] = [
    inFilter(wish.target.filter),
    inWeights(wish.weights),
    inReader(capacity),
    kinds,
    conditions?.flatMap((one) => membersIn(one)) ?? null,
  ]
  return {
    source: wish.custom === null ? inRelation(items, source) : null,
    target: wish.custom === null ? inRelation(targets, target) : null,
  }
}

/** Names; null: a function may look anywhere. */
type Looked = readonly string[] | null

/** A name, an object of names, or a function. */
function inReader(reader: unknown): Looked {
  if (typeof reader === 'function') return null
  if (typeof reader === 'string') return [reader]
  const names = typeof reader === 'object' && reader !== null ? Object.values(reader) : []
  return names.filter((one) => typeof one === 'string')
}

/** What a condition asks of the target: by itself, and in place of values. */
function membersIn({ item, target, ...operands }: AllotCondition): string[] {
  const members = Object.values(operands)
    .flat()
    .flatMap((one) => (typeof one === 'object' && one !== null && 'target' in one ? [one.target] : []))
  return target === undefined ? members : [target, ...members]
}

const inFilter = (filter: RowFilter | null): Looked =>
  filter === null ? [] : typeof filter === 'function' ? null : Object.keys(filter)

function inWeights(weights: RowWeights | null): Looked {
  if (weights === null || Array.isArray(weights)) return []
  if (typeof weights === 'string') return [weights]
  return typeof weights === 'function' ? null : [(weights as { readonly by: string }).by]
}

function inRelation(parts: readonly Looked[], { columns }: Relation): readonly string[] | null {
  if (parts.some((part) => part === null)) return null
  // A path begins with a column.
  const names = new Set(parts.flatMap((part) => (part ?? []).flatMap((name) => [name, name.split('.')[0] ?? ''])))
  return columns.map(({ name }) => name).filter((name) => names.has(name))
}

const KINDS = ['type', 'kind', 'role'] as const

/** What `target.type` says of the rows of a table. @throws SeedError `association-type` */
export function typeFilter(
  { target: { type } }: AssociationWish,
  path: string,
  target: Relation,
): Readonly<Record<string, Comparison>> {
  if (type === null) return {}
  const has = (name: string): boolean => target.columns.some((column) => column.name === name)
  if ((type === 'personal' || type === 'team') && has('is_personal_account'))
    return { is_personal_account: { equals: type === 'personal' } }
  const own = target.columns.map(({ name }) => name)
  const column = KINDS.find(has) ?? own.find((name) => KINDS.some((kind) => name.endsWith(`_${kind}`)))
  if (column !== undefined) return { [column]: { equals: type } }
  throw new SeedError({
    code: 'association-type',
    message: `Nothing in ${target.id} tells its rows apart by type.`,
    place: { table: target.id, path: `${path}.target.type` },
    expected: 'a column is_personal_account, type, kind or role',
    found: own.join(', '),
    next: "Say it by a column of its own: target: { filter: { column: 'value' } }",
  })
}
