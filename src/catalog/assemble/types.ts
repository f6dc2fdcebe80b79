import type { Check, TypeInfo } from '../../model/catalog.ts'
import type { CheckRow } from '../queries/checks.ts'
import type { TypeRow } from '../queries/types.ts'
import { groupBy } from './group-by.ts'
import { byId, byName } from './sort.ts'
import { type TypeUse, typeId, typeUse } from './type-name.ts'

/** How a type is used, from its oid, its modifier and what `format_type` prints for both. */
export type UseType = (oid: string, modifier: number, printed: string) => TypeUse

/** The rows of `TYPES` hold every type that is used, so a miss is a mistake in the queries. */
export function typeUses(rows: readonly TypeRow[]): UseType {
  const byOid = new Map(rows.map((row) => [row.oid, row]))
  const find = (oid: string): TypeRow => {
    const row = byOid.get(oid)
    if (!row) throw new Error(`type ${oid} is used but was not read`)
    return row
  }
  return (oid, modifier, printed) => {
    const row = find(oid)
    const element = row.kind === 'array' && row.of !== null ? find(row.of) : null
    return typeUse(row, element, modifier, printed)
  }
}

/** The types, sorted by id. */
export function assembleTypes(rows: readonly TypeRow[], checks: readonly CheckRow[], use: UseType): TypeInfo[] {
  const ids = new Map(rows.map((row) => [row.oid, typeId(row)]))
  const checksOf = groupBy(checks, (check) => check.domain)
  return byId(
    rows.map((row) => {
      const base = row.kind === 'domain' && row.of !== null ? use(row.of, row.modifier, row.printedBase ?? '') : null
      return {
        id: typeId(row),
        schema: row.schema,
        name: row.name,
        kind: row.kind,
        category: row.category,
        extension: row.extension,
        labels: row.labels,
        of: row.of === null ? null : (ids.get(row.of) ?? null),
        baseName: base?.typeName ?? null,
        length: base?.limits.length ?? null,
        precision: base?.limits.precision ?? null,
        scale: base?.limits.scale ?? null,
        notNull: row.notNull,
        default: row.default,
        checks: byName((checksOf.get(row.oid) ?? []).map(assembleCheck)),
        attributes: row.attributes.map((attribute) => {
          const { type, typeName, limits } = use(attribute.type, attribute.modifier, attribute.printedType)
          return { name: attribute.name, type, typeName, ...limits }
        }),
        comment: row.comment,
      }
    }),
  )
}

/** A check of a relation or of a domain. */
export function assembleCheck({ name, expression, columns, validated }: CheckRow): Check {
  return { name, expression, columns, validated }
}
