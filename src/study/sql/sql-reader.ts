import type { FunctionInfo } from '../../model/catalog.ts'
import type { SqlParser } from '../../model/study.ts'
import type { Expr } from './expr.ts'
import { inlineFunctions } from './inline-function.ts'
import { readExpr, type Scope } from './read-expr.ts'

/** Reads expressions of one catalog, its own SQL functions looked into. */
export interface SqlReader {
  /** Null where the text does not parse. Names that `scope` knows stand for what it gives. */
  expression(sql: string, scope?: Scope): Expr | null
  readonly parser: SqlParser
}

export function sqlReader(functions: readonly FunctionInfo[], parser: SqlParser): SqlReader {
  const inline = inlineFunctions(functions, parser)
  return {
    parser,
    expression(sql, scope = () => null) {
      const node = parser.expression(sql)
      return node === null ? null : readExpr(node, { scope, inline })
    },
  }
}
