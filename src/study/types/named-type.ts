import { objectId } from '../../model/name.ts'
import type { ColumnType } from '../checks/reader.ts'
import { scalarType } from '../checks/scalar-type.ts'
import { columnType } from './column-type.ts'
import type { Types } from './type-use.ts'

const BUILT_IN_RANGES = /^(int4|int8|num|date|ts|tstz)range$/

/** The type that a cast names: from the catalog, or by its name alone where no column uses it. */
export function namedType(types: Types, name: string): ColumnType {
  const known = find(types, name)
  if (known !== undefined) return columnType(types, { type: known, length: null, precision: null, scale: null })
  const array = /^(.*\.)?_(.+)$/.exec(name)
  if (array !== null) return { ...namedType(types, `${array[1] ?? ''}${array[2]}`), shape: 'array' }
  // Extension types go by their bare name, whichever schema they live in.
  const bare = name.replace(/^.*\./, '').replaceAll('"', '')
  return BUILT_IN_RANGES.test(bare) ? { ...scalarType(bare), shape: 'range' } : scalarType(bare)
}

function find(types: Types, name: string): string | undefined {
  if (types.has(name)) return name
  const inPublic = objectId('public', name)
  return types.has(inPublic) ? inPublic : undefined
}
