import type { ObjectId } from '../../model/name.ts'
import type { ColumnPlan, TablePlan } from '../../model/plan.ts'
import { uniqueOf } from '../../model/unique-of.ts'

/** The plan of a table, where it has one. */
export type TableOf = (id: ObjectId) => TablePlan | undefined

/**
 * Nobody else would come upon such a key by themselves: not so with `owner`, `member` or `DE`, nor with 1, 2, 3. A key that leads to other rows tells as
 * much as they do: rows of ours tell, those of others do not.
 */
export const isTelling = (table: TablePlan, tableOf: TableOf): boolean => tellingColumns(table, tableOf).length > 0

/** The columns of its key that tell. */
export const tellingColumns = (table: TablePlan, tableOf: TableOf): string[] =>
  table.key.columns.filter((name) => tellsBy(table, name, tableOf, new Set([table.id])))

function tellsBy(table: TablePlan, name: string, tableOf: TableOf, seen: ReadonlySet<ObjectId>): boolean {
  const column = table.columns.find((one) => one.name === name)
  if (column === undefined) return false
  if (column.recipe.kind !== 'follow') return isDrawn(column)
  const { link: to, column: wanted } = column.recipe
  const link = table.links.find((one) => one.name === to)
  if (link === undefined || link.parent.pool !== null) return false
  const parent = tableOf(link.parent.table)
  if (parent === undefined || seen.has(parent.id)) return false
  return parent.present > 0 || tellsBy(parent, wanted, tableOf, new Set([...seen, parent.id]))
}

function isDrawn({ recipe }: ColumnPlan): boolean {
  if (['serial', 'pick', 'constant', 'derive', 'asset', 'leave'].includes(recipe.kind)) return false
  const unique = uniqueOf(recipe)
  return unique === undefined || unique === null || unique.by === 'path'
}
