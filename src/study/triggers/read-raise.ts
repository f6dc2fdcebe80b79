import { list, type Tree, text, tree } from '../sql/tree.ts'
import { flowOf, NEXT } from './flow.ts'
import { fold } from './fold.ts'
import type { Flow, Frame } from './frame.ts'
import { readExpression } from './read-expression.ts'
import { visitSql } from './visit-sql.ts'

/** elog.h. */
const ERROR = 21
/** PLPGSQL_RAISEOPTION_MESSAGE. */
const MESSAGE = 1

/** RAISE: only EXCEPTION ends anything. Notes its format, or the text of USING MESSAGE, or the name of the condition. */
export function readRaise(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const options = list(fields.options).map((option) => tree(tree(option).PLpgSQL_raise_option))
  for (const expr of [...list(fields.params), ...options.map((option) => option.expr)]) {
    visitSql(readExpression(expr, frame), frame, conditional)
  }
  if (Number(fields.elog_level) < ERROR) return NEXT
  const given = options.find((option) => option.opt_type === MESSAGE)
  const value = given === undefined ? null : fold(readExpression(given.expr, frame), frame)
  const message =
    text(fields.message) || (value?.kind === 'text' && value.whole ? value.text : '') || text(fields.condname)
  if (message !== '') frame.reading.ledger.raises.add(message)
  return flowOf('raise')
}
