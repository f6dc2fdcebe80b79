import type { TypeInfo } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'

/** The types of a catalog by id. */
export type Types = ReadonlyMap<ObjectId, TypeInfo>

/** A type as a column, an attribute or a domain uses it: with what stands in brackets. */
export interface TypeUse {
  readonly type: ObjectId
  /** As people write it, with the modifier. */
  readonly typeName?: string
  readonly length: number | null
  readonly precision: number | null
  readonly scale: number | null
}
