import { type BuiltColumn, type BuiltTable, plainColumn } from './built-table.ts'
import { COLUMN_FORMS, type ColumnForm, CROSS_CHECKS, DERIVATIONS } from './column-forms.ts'

/** The columns of a table that refer to nothing, and its checks. */
export function addColumns(table: BuiltTable): void {
  for (const [at, column] of table.from.columns.entries()) {
    const built = plainColumn(`${column.name}${at}`, column.type, column.required || column.type === 'label')
    table.columns.push(built)
    table.lines.push(columnLine(built, column, COLUMN_FORMS[column.type] as ColumnForm))
  }
  for (const check of table.from.checks) addCheck(table, check)
  for (const derived of table.from.derived) addDerived(table, derived)
}

function columnLine(built: BuiltColumn, column: BuiltTable['from']['columns'][number], form: ColumnForm): string {
  const checks = column.checks.flatMap((at) => form.checks[at] ?? [])
  const usual = column.default ? form.defaults[0] : undefined
  return [
    `${built.name} ${column.type === 'state' ? "text check (@ in ('new', 'open', 'done'))" : column.type}`,
    ...(column.required ? ['not null'] : []),
    ...(usual === undefined ? [] : [`default ${usual}`]),
    ...checks.map((check) => `check (${check})`),
  ]
    .join(' ')
    .replace(/(?<!<)@/g, () => built.name)
}

/** Compares columns that are no keys. */
function addCheck(
  { columns: all, key, lines }: BuiltTable,
  { form, first, second }: BuiltTable['from']['checks'][number],
): void {
  const [one, two, check] = CROSS_CHECKS[form] ?? ['any', 'any', '']
  const columns = all.filter((column) => !key.includes(column))
  const left = nth(columns.filter(fits(one)), first)
  const right = nth(
    columns.filter((column) => column !== left && fits(two)(column)),
    second,
  )
  if (left === undefined || right === undefined) return
  lines.push(`check (${check.replace(/[#%]/g, (mark) => (mark === '#' ? left : right).name)})`)
}

const fits =
  (family: string) =>
  (column: BuiltColumn): boolean =>
    family === 'any' ? !column.required : column.family === family

export const nth = <Value>(list: readonly Value[], at: number): Value | undefined => list[at % list.length]

function addDerived(table: BuiltTable, { from, how, unique }: BuiltTable['from']['derived'][number]): void {
  const [family, type, expression] = DERIVATIONS[how] ?? ['', '', '']
  const source = nth(
    table.columns.filter((column) => column.family === family),
    from,
  )
  if (source === undefined) return
  const text = expression.replaceAll('@', () => source.name)
  const isUnique = unique && table.from.partitions === '' && type !== 'tsvector'
  table.lines.push(`derived ${type} generated always as (${text}) stored${isUnique ? ' unique' : ''}`)
}
