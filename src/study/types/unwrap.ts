import type { Check, TypeInfo } from '../../model/catalog.ts'
import type { Types, TypeUse } from './type-use.ts'

/** What stands inside one or more domains: the stored type, and all that the domains add. */
export interface Unwrapped {
  /** Null when the catalog does not know the type. */
  readonly type: TypeInfo | null
  readonly use: TypeUse
  readonly notNull: boolean
  /** Checks of all the domains; each speaks of VALUE. */
  readonly checks: readonly Check[]
}

/** Takes off the domains, over any depth. */
export function unwrap(types: Types, use: TypeUse): Unwrapped {
  const type = types.get(use.type) ?? null
  if (type === null || type.kind !== 'domain' || type.of === null) return { type, use, notNull: false, checks: [] }
  const { length, precision, scale, of, baseName } = type
  const inner = unwrap(types, {
    type: of,
    length,
    precision,
    scale,
    ...(baseName === null ? {} : { typeName: baseName }),
  })
  return { ...inner, notNull: type.notNull || inner.notNull, checks: [...inner.checks, ...type.checks] }
}
