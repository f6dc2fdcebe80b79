import type { As, TableRows } from '../../values/rows/rows.ts'
import type { InventedKeys } from './invented-keys.ts'
import { literal } from './literal.ts'

/** Reads the columns of rows as literals. `typed`: each literal is known to be of its column's type, so that numbers may stand bare. */
export function rowLiterals(
  table: TableRows,
  names: readonly string[],
  keys: InventedKeys,
  { as, typed }: { readonly as: As; readonly typed: boolean },
): (row: number) => string[] {
  const columns = names.map((name) => table.plan.columns.find((one) => one.name === name))
  const mayBeKey = names.map(
    (name, i) => columns[i]?.typeName === 'uuid' || keys.columns.has(`${table.plan.id} ${name}`),
  )
  return (row) =>
    table.texts(row, names, as).map((text, i) => {
      const select = text !== null && mayBeKey[i] ? keys.subSelect(text, !typed) : null
      return select ?? literal(text, typed ? columns[i]?.encoding : undefined)
    })
}
