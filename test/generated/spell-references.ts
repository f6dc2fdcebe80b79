import { quote } from '../../src/model/name.ts'
import { type BuiltColumn, type BuiltTable, plainColumn } from './built-table.ts'
import { nth } from './spell-columns.ts'

/** Foreign keys to any table, also the own one, as columns and ALTER TABLE. */
export function addReferences(table: BuiltTable, tables: readonly BuiltTable[]): void {
  for (const [at, reference] of table.from.references.entries()) {
    const parent = tables[reference.to % tables.length] as BuiltTable
    const beside = reference.beside ? nth(referable(parent), reference.to) : undefined
    const target = beside === undefined ? parent.key : [beside]
    if (target.length === 0) continue
    const own = target.map((column, n) =>
      leading(table, parent, column, target.length === 1 ? `r${at}` : `r${at}_${n}`, reference.required),
    )
    const deferrable = reference.deferrable ? ' deferrable initially deferred' : ''
    table.later.push(
      `alter table ${table.name} add foreign key (${names(own)}) references ${parent.name} (${names(target)}) ${reference.ends}${deferrable};`,
    )
    const one = own[0] as BuiltColumn
    const others = table.columns.filter(({ sorts, name }) => sorts && name !== one.name)
    const other = nth(others, reference.to)
    if (table.from.partitions !== '') continue
    if (reference.unique === 'alone') table.lines.push(`unique (${names(own)})`)
    if (reference.unique === 'with another' && other !== undefined) table.lines.push(`unique (${names([one, other])})`)
  }
}

const names = (columns: readonly BuiltColumn[]): string => columns.map(({ name }) => name).join(', ')

/** Columns with a plain unique key of their own. */
const referable = (parent: BuiltTable): BuiltColumn[] =>
  parent.from.partitions !== ''
    ? []
    : parent.from.columns.flatMap((column, at) => {
        const built = parent.columns.find(({ name }) => name === quote(`${column.name}${at}`))
        return column.unique === 'plain' && built?.sorts ? [built] : []
      })

/** A column that leads to another one; the first of an owned key is shared by all that lead under the same owner. */
function leading(
  table: BuiltTable,
  parent: BuiltTable,
  target: BuiltColumn,
  name: string,
  required: boolean,
): BuiltColumn {
  const shared = parent.from.key === 'owned' && /^"k\d+"$/.test(target.name) ? target.name : quote(name)
  const known = table.columns.find((column) => column.name === shared)
  if (known !== undefined) return known
  const spelled = target.type === 'state' ? 'text' : target.type
  const built = {
    ...plainColumn('', spelled, required),
    name: shared,
    family: 'none' as const,
    required: required || spelled === 'label',
  }
  table.columns.push(built)
  table.lines.push(`${shared} ${spelled}${required ? ' not null' : ''}`)
  return built
}
