import type { Column, Relation } from '../../model/catalog.ts'
import type { Domain } from '../../model/study.ts'
import { columnType } from '../types/column-type.ts'
import { domainOf, type TypeDomain } from '../types/domain-of.ts'
import type { Types, TypeUse } from '../types/type-use.ts'
import type { ColumnType } from './reader.ts'
import type { States } from './states.ts'

/** A table's columns as the check room needs them. */
export interface Columns {
  readonly types: ReadonlyMap<string, ColumnType>
  readonly byType: ReadonlyMap<string, TypeDomain>
  /** What each column may hold by its type and NOT NULL alone. */
  readonly states: States
}

export const useOf = ({ type, typeName, length, precision, scale }: Column): TypeUse => ({
  type,
  typeName,
  length,
  precision,
  scale,
})

export function readColumns(relation: Relation, types: Types): Columns {
  const byType = new Map(relation.columns.map((column) => [column.name, domainOf(types, useOf(column))]))
  return {
    types: new Map(relation.columns.map((column) => [column.name, columnType(types, useOf(column))])),
    byType,
    states: new Map(relation.columns.map((column) => [column.name, stateOf(column, byType.get(column.name)?.domain)])),
  }
}

function stateOf(column: Column, domain: Domain | undefined) {
  const { notNull, ...piece } = domain ?? { notNull: false }
  const isKey = column.identity !== null
  return { nulls: !(column.notNull || notNull || isKey), piece }
}
