import { list, text, tree } from '../sql/tree.ts'
import type { Frame } from './frame.ts'
import { splitAssignment } from './split-assignment.ts'

/** The parse tree of a PLpgSQL_expr by its mode (plpgsql.h): a statement, an expression, or the value of an assignment. */
export function readExpression(node: unknown, frame: Frame): unknown {
  const expr = tree(tree(node).PLpgSQL_expr)
  if (expr.query === undefined) return null
  const { parser, ledger } = frame.reading
  const query = text(expr.query)
  const mode = Number(expr.parseMode ?? 0)
  const parsed = mode === 0 ? parser.statements(query) : readValue(mode === 2 ? query : splitAssignment(query), frame)
  if (parsed === null) ledger.read = false
  return parsed
}

/** An expression of PL/pgSQL is what may follow SELECT: `count(*) FROM t WHERE …` is one as well. */
function readValue(sql: string, frame: Frame): unknown {
  const { parser } = frame.reading
  const expression = parser.expression(sql)
  if (expression !== null) return expression
  const statements = parser.statements(`SELECT ${sql}`)
  return list(statements).length === 1 ? list(statements)[0] : null
}
