import fc from 'fast-check'
import { type BuiltTable, beginTable } from './built-table.ts'
import { PRELUDE } from './column-forms.ts'
import { type RandomTable, randomTable } from './random-table.ts'
import { addColumns } from './spell-columns.ts'
import { addReferences } from './spell-references.ts'
import { triggerOf } from './spell-triggers.ts'
import { addUniques } from './spell-uniques.ts'

/** DDL of one to six tables, as statements. */
export const randomSchema: fc.Arbitrary<string[]> = fc
  .array(randomTable, { minLength: 1, maxLength: 6 })
  .map((tables) => [spell(tables)])

function spell(all: readonly RandomTable[]): string {
  const tables: BuiltTable[] = []
  for (const [at, one] of all.entries()) tables.push(beginTable(one, at, tables.at(-1)))
  for (const table of tables) addColumns(table)
  for (const table of tables) addReferences(table, tables)
  for (const table of tables) addUniques(table)
  return [PRELUDE, ...tables.map(create), ...tables.flatMap((table) => [...table.later, ...triggerOf(table)])].join(
    '\n',
  )
}

function create({ name, lines, from, at }: BuiltTable): string {
  const part = `part${at}`
  const by =
    { hash: 'hash (id)', list: `list (${part})`, none: `range (${part})` }[from.partitions] ?? `range (${part})`
  const ends = from.partitions === '' ? '' : ` partition by ${by}`
  const bounds = BOUNDS[from.partitions] ?? []
  const own = bounds.map((bound, n) => `create table p${at}_${n} partition of ${name} ${bound};`)
  return [`create table ${name} (`, `  ${lines.join(',\n  ')}`, `)${ends};`, ...own].join('\n')
}

const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  hash: ['for values with (modulus 2, remainder 0)', 'for values with (modulus 2, remainder 1)'],
  list: ['for values in (1, 2)', 'for values in (7)'],
  range: ['for values from (0) to (100)', 'for values from (200) to (300)'],
  default: ['for values from (0) to (10)', 'default'],
}
