import { quote } from '../../src/model/name.ts'
import type { BuiltColumn, BuiltTable } from './built-table.ts'
import { nth } from './spell-columns.ts'

/** Unique constraints and indexes, and an exclusion. Partitioned tables have none but their key. */
export function addUniques(table: BuiltTable): void {
  if (table.from.partitions !== '') return
  for (const [at, column] of table.from.columns.entries()) {
    const built = table.columns.find(({ name }) => name === quote(`${column.name}${at}`))
    if (built?.sorts) addUnique(table, [built], column.unique)
  }
  for (const { columns, how } of table.from.uniques) {
    const sortable = table.columns.filter(({ sorts }) => sorts)
    const taken = [...new Set(columns.map((at) => nth(sortable, at)))].filter((column) => column !== undefined)
    if (taken.length > 0) addUnique(table, taken, how === '' ? 'plain' : how)
  }
  const range = table.columns.find(({ type }) => /range$/.test(type))
  if (table.from.excludes && range !== undefined && !range.type.includes('multi'))
    table.lines.push(`exclude using gist (${range.name} with &&)`)
}

function addUnique(table: BuiltTable, columns: readonly BuiltColumn[], how: string): void {
  const list = columns.map(({ name }) => name).join(', ')
  const index = (expressions: string, where = ''): void => {
    table.later.push(`create unique index on ${table.name} (${expressions})${where};`)
  }
  if (how === 'plain') table.lines.push(`unique (${list})`)
  if (how === 'nulls not distinct') table.lines.push(`unique nulls not distinct (${list})`)
  if (how === 'deferrable') table.lines.push(`unique (${list}) deferrable initially deferred`)
  if (how === 'lower' || how === 'coalesce' || how === 'date') index(columns.map(expressionFor(how)).join(', '))
  const where = how === 'partial' || how === 'where null' ? predicate(table, columns, how) : null
  if (where !== null) index(list, ` where ${where}`)
}

const expressionFor =
  (how: string) =>
  ({ name, family, type, required }: BuiltColumn): string => {
    if (how === 'lower' && family === 'text') return `lower(${name})`
    if (how === 'date' && type === 'timestamp') return `date_trunc('day', ${name})`
    if (how === 'coalesce' && !required && type === 'text') return `coalesce(${name}, '')`
    if (how === 'coalesce' && !required && type === 'integer') return `coalesce(${name}, 0)`
    return name
  }

function predicate({ columns }: BuiltTable, keys: readonly BuiltColumn[], how: string): string | null {
  const others = columns.filter((column) => !keys.includes(column))
  const flag = others.find(({ family }) => family === 'flag' || family === 'state')
  if (how === 'partial' && flag !== undefined) return flag.family === 'flag' ? flag.name : `${flag.name} <> 'done'`
  const absent = others.find(({ required }) => !required)
  return absent === undefined ? null : `${absent.name} is ${how === 'partial' ? 'not ' : ''}null`
}
