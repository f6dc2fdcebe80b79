import type { Check, Relation } from '../model/catalog.ts'
import { quote } from '../model/name.ts'
import type { Expr } from './sql/expr.ts'
import type { SqlReader } from './sql/sql-reader.ts'

/** What a text may look like that is read as such a type; every one of them is a value of it. */
const LOOKS: Readonly<Record<string, string>> = {
  int2: '^[1-9][0-9]{1,3}$',
  int4: '^[1-9][0-9]{3,6}$',
  int8: '^[1-9][0-9]{3,8}$',
  numeric: '^[1-9][0-9]{2,4}$',
  float4: '^[1-9][0-9]{2,4}$',
  float8: '^[1-9][0-9]{2,4}$',
  bool: '^(true|false)$',
  uuid: '^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$',
  inet: '^10\\.0\\.[1-9][0-9]\\.[1-9][0-9]$',
}

/** Name of the check that a text can be read as what an index or a generated column makes of it. */
export const readAsName = (column: string): string => `reading of ${column}`

/** What indexes and generated columns that cast a text column ask of it, as checks: `(number)::integer` wants digits. */
export function readAs(relation: Relation, texts: ReadonlySet<string>, sql: SqlReader): readonly Check[] {
  if (texts.size === 0) return []
  const found = new Map<string, string>()
  for (const text of expressionsOf(relation)) {
    const expr = sql.expression(text)
    if (expr !== null)
      gather(expr, (column, type) => texts.has(column) && !found.has(column) && found.set(column, type))
  }
  return [...found].map(([column, type]) => ({
    name: readAsName(column),
    expression: `${quote(column)} ~ '${LOOKS[type]}'`,
    columns: [column],
    validated: true,
  }))
}

const expressionsOf = ({ columns, primaryKey, uniques, indexed = [] }: Relation): readonly string[] => [
  ...columns.flatMap(({ generated }) => generated?.expression ?? []),
  ...[primaryKey, ...uniques].flatMap((key) => (key?.expressions ?? []).filter((text) => text !== null)),
  ...indexed,
]

/** Casts of plain columns in an expression. */
function gather(expr: Expr, tell: (column: string, type: string) => void): void {
  switch (expr.kind) {
    case 'cast':
      if (expr.of.kind === 'column' && LOOKS[expr.to] !== undefined) tell(expr.of.name, expr.to)
      gather(expr.of, tell)
      return
    case 'call':
      for (const arg of expr.args) gather(arg, tell)
      return
    case 'and':
    case 'or':
    case 'unknown':
      for (const one of expr.of) gather(one, tell)
      return
    case 'not':
    case 'is-null':
    case 'is':
      gather(expr.of, tell)
      return
    case 'quantified':
      gather(expr.left, tell)
      return
    default:
      return
  }
}
