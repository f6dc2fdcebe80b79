import type { Types, TypeUse } from './type-use.ts'
import { unwrap } from './unwrap.ts'

/**
 * Innermost base type: the internal name of a built-in or extension's one (`int4`, `citext`), the id of an enum, composite or range of the
 * user's. Of an array that of its items, however deep.
 */
export function baseOf(types: Types, use: TypeUse): string {
  const { type, use: inner } = unwrap(types, use)
  if (type === null) return inner.type
  if (type.kind === 'array' && type.of !== null) return baseOf(types, { ...inner, type: type.of })
  return type.schema === 'pg_catalog' || type.extension !== null ? type.name : type.id
}
