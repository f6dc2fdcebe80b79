import type { ColumnType } from './reader.ts'

/** A plain type by its internal name. */
export function scalarType(base: string): ColumnType {
  return { base, shape: 'scalar', labels: null, length: null, scale: null, attributes: [] }
}
