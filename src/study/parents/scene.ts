import type { FunctionInfo, Relation } from '../../model/catalog.ts'
import type { SqlParser } from '../../model/study.ts'
import type { Expr } from '../sql/expr.ts'

/** A table whose rows lead to others, and what is there to read conditions on those in. */
export interface Scene {
  readonly child: Relation
  readonly relations: readonly Relation[]
  readonly functions: readonly FunctionInfo[]
  readonly parser: SqlParser
  /** Reads an expression where names stand for something. */
  readonly read: (node: unknown, names: Names) => Expr
  /** What a call of one of the schema's own functions comes to, so many calls deep; null where it cannot be looked into. */
  readonly call: (name: string, args: readonly Expr[], depth: number) => Expr | null
}

/** What names stand for at one place of a function or query; columns of parents are spelled by `parentColumn`. */
export interface Names {
  /** Variables and parameters, fields of records as `record.field`. */
  readonly values: Map<string, Expr>
  /** Records that hold a whole row of the parent that a column of the child leads to; `new` holds the child's own. */
  readonly records: Map<string, string | null>
  /** Columns without a record are the child's own (in a check). */
  readonly bare: boolean
  /** `$1`, `$2` … */
  readonly parameters: readonly Expr[]
  readonly depth: number
}

const SEPARATOR = '\0'

/** A column of the row that a column of the child leads to. */
export const parentColumn = (link: string, column: string): Expr => ({
  kind: 'column',
  name: `${link}${SEPARATOR}${column}`,
})

/** The column of the child, and that of its parent; null for a column of the child itself. */
export function splitName(name: string): { readonly link: string; readonly column: string } | null {
  const at = name.indexOf(SEPARATOR)
  return at === -1 ? null : { link: name.slice(0, at), column: name.slice(at + 1) }
}
