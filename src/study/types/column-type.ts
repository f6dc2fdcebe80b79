import type { TypeInfo } from '../../model/catalog.ts'
import type { ColumnType } from '../checks/reader.ts'
import { baseOf } from './base-of.ts'
import type { Types, TypeUse } from './type-use.ts'
import { unwrap } from './unwrap.ts'

/** What the reading of checks needs to know of a type. */
export function columnType(types: Types, use: TypeUse): ColumnType {
  const { type, use: inner } = unwrap(types, use)
  const plain: ColumnType = {
    base: baseOf(types, use),
    shape: 'scalar',
    labels: null,
    length: inner.length,
    scale: inner.precision === null ? null : (inner.scale ?? 0),
    attributes: [],
  }
  return type === null ? plain : ofKind(types, type, inner, plain)
}

function ofKind(types: Types, type: TypeInfo, use: TypeUse, plain: ColumnType): ColumnType {
  switch (type.kind) {
    case 'enum':
      return { ...plain, labels: type.labels }
    case 'array':
      return type.of === null
        ? { ...plain, shape: 'array' }
        : { ...columnType(types, { ...use, type: type.of }), shape: 'array' }
    case 'range':
    case 'multirange':
      return { ...plain, shape: type.kind }
    case 'composite':
      return {
        ...plain,
        shape: 'composite',
        attributes: type.attributes.map((attribute) => ({ name: attribute.name, type: columnType(types, attribute) })),
      }
    default:
      return plain
  }
}
