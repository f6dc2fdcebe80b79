import type { Relation } from '../../model/catalog.ts'
import type { Scope } from '../scope.ts'

/** Columns of a table that filters, weights and conditions of associations look at; all where a function may look anywhere. */
export const columnsLookedAt = ({ associations }: Pick<Scope, 'associations'>, { id, columns }: Relation): string[] =>
  associations.flatMap(({ source, target, columns: named }) => [
    ...(source.table === id ? (named.source ?? columns.map(({ name }) => name)) : []),
    ...(target.table === id ? (named.target ?? columns.map(({ name }) => name)) : []),
  ])
