import type { TypeInfo } from '../model/catalog.ts'
import type { ObjectId } from '../model/name.ts'
import { SeedError } from '../model/seed-error.ts'

/** A type with its domains peeled off. */
export interface ResolvedType {
  /** Id of the innermost type that is no domain: `varchar`, `_int4`, an enum … */
  readonly base: ObjectId
  readonly type: TypeInfo
  /** The domains around it, from the outermost to the innermost. */
  readonly domains: readonly TypeInfo[]
  /** True when one of the domains is NOT NULL. */
  readonly notNull: boolean
  /** Limits that a domain puts on the base type; null where a column's own limits count. */
  readonly length: number | null
  readonly precision: number | null
  readonly scale: number | null
  /** Of an array: its element, resolved in the same way (an element may be a domain). */
  readonly element: ResolvedType | null
}

/**
 * Follows domains down to what is stored. `types` comes from `typeById(catalog)`.
 * @throws SeedError `unknown-type` when the catalog does not hold the type: it was put together by hand, or cut.
 */
export function resolveType(types: ReadonlyMap<ObjectId, TypeInfo>, id: ObjectId): ResolvedType {
  const domains: TypeInfo[] = []
  let type = find(types, id)
  while (type.kind === 'domain' && type.of !== null) {
    domains.push(type)
    type = find(types, type.of)
  }
  // Only the innermost domain stands directly on the base type and may carry its modifier.
  const innermost = domains.at(-1)
  return {
    base: type.id,
    type,
    domains,
    notNull: domains.some((domain) => domain.notNull),
    length: innermost?.length ?? null,
    precision: innermost?.precision ?? null,
    scale: innermost?.scale ?? null,
    element: type.kind === 'array' && type.of !== null ? resolveType(types, type.of) : null,
  }
}

function find(types: ReadonlyMap<ObjectId, TypeInfo>, id: ObjectId): TypeInfo {
  const type = types.get(id)
  if (type) return type
  throw new SeedError({
    code: 'unknown-type',
    message: `The catalog does not hold the type ${id}.`,
    expected: id,
    next: 'Read the catalog again from the database.',
  })
}
