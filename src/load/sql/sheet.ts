import { quote } from '../../model/name.ts'
import { SeedError } from '../../model/seed-error.ts'
import type { DbColumn, DbTable } from './read-columns.ts'

/** Rows on their way to the server: one array of texts for each column, every array a parameter of `unnest`. */
export type Sheet = readonly (readonly (string | null)[])[]

/** `unnest($1::text[], $2::text[], …) as k(c1, c2, …)`. `first` is the number of the first parameter. */
export function unnest(alias: string, width: number, first = 1): string {
  const numbers = Array.from({ length: width }, (_, i) => i)
  const arrays = numbers.map((i) => `$${first + i}::text[]`)
  return `unnest(${arrays.join(', ')}) as ${alias}(${numbers.map((i) => `c${i + 1}`).join(', ')})`
}

/** The same with the place of each row in the sheet, from 1, as `n`. */
export function unnestNumbered(alias: string, width: number, first = 1): string {
  const numbers = Array.from({ length: width }, (_, i) => i)
  const arrays = numbers.map((i) => `$${first + i}::text[]`)
  return `unnest(${arrays.join(', ')}) with ordinality as ${alias}(${numbers.map((i) => `c${i + 1}`).join(', ')}, n)`
}

/** Column `i` (from 0) of a sheet as a value to be written. */
export const written = (alias: string, i: number, column: DbColumn): string => `${alias}.c${i + 1}::${column.cast}`

/** Columns of a table by name, in the given order; null when one of them is gone. */
export function columnsOf(table: DbTable, names: readonly string[]): readonly DbColumn[] | null {
  const columns = names.map((name) => table.columns.get(name))
  return columns.every((column) => column !== undefined) ? columns : null
}

/** Columns of a table that the plan speaks of. Throws SeedError `schema-changed` when one is gone: then the plan is for another catalog. */
export function columnsHere(table: DbTable, names: readonly string[]): readonly DbColumn[] {
  return names.map((name) => {
    const column = table.columns.get(name)
    if (column) return column
    throw new SeedError({
      code: 'schema-changed',
      message: `The table ${table.id} has no column ${name} any more.`,
      place: { table: table.id, column: name },
      next: 'Run the command again: a new plan is made from the schema as it is now.',
    })
  })
}

/**
 * The condition under which a row of `table` is a row of the sheet. `exact`: the columns are a key without NULLs, compared so that its index serves. Else all
 * of them are compared as one text, NULLs included, which the server can hash. */
export function sameRow(table: string, sheet: string, columns: readonly DbColumn[], exact: boolean): string {
  if (exact)
    return columns
      .map((column, i) => sameValue(`${table}.${quote(column.name)}`, `${sheet}.c${i + 1}::${column.type}`, column))
      .join(' and ')
  return `${rowText(table, columns)} = ${sheetText(sheet, columns)}`
}

/** A row's columns as one text. */
export const rowText = (table: string, columns: readonly DbColumn[]): string =>
  `row(${columns.map((column) => `${table}.${quote(column.name)}`).join(', ')})::text`

/** The same of a sheet's row, by way of the columns' types, so that equal values have equal texts. */
export const sheetText = (sheet: string, columns: readonly DbColumn[]): string =>
  `row(${columns.map((column, i) => `${sheet}.c${i + 1}::${column.type}`).join(', ')})::text`

/** Are two expressions of a column's type equal? Not with NULLs. Operators are named with their schema: the search path is empty. */
export function sameValue(left: string, right: string, column: DbColumn): string {
  if (column.equality === null) return `(${left})::text = (${right})::text`
  if (column.equality === 'pg_catalog') return `${left} = ${right}`
  return `${left} operator(${quote(column.equality)}.=) ${right}`
}

/** A column's value in a form that `IS DISTINCT FROM` can compare: types without an operator `=` in pg_catalog go as text. */
export const comparable = (expression: string, column: DbColumn): string =>
  column.equality === 'pg_catalog' ? expression : `(${expression})::text`
