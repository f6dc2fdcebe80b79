import { list, type Tree } from '../sql/tree.ts'
import { assignTargets } from './assign.ts'
import { flowOf, NEXT } from './flow.ts'
import { fold } from './fold.ts'
import type { Flow, Frame } from './frame.ts'
import { readExpression } from './read-expression.ts'
import { visitSql } from './visit-sql.ts'

/** EXECUTE: read where the text is known; where only parts are, what can be told from its shape, and the rest is noted as unread. */
export function readDynamic(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const { parser, ledger } = frame.reading
  const query = readExpression(fields.query, frame)
  visitSql(query, frame, conditional)
  const using = list(fields.params).map((one) => readExpression(one, frame))
  for (const expression of using) visitSql(expression, frame, conditional)
  const command = fold(query, frame)
  const statements = command?.kind === 'text' ? parser.statements(command.text) : null
  if (statements === null || command?.kind !== 'text' || !command.whole) ledger.read = false
  // The command sees none of the variables, only what USING gives.
  const inside: Frame = { ...frame, values: new Map(), parameters: using.map((one) => fold(one, frame)) }
  const raises = visitSql(statements, inside, conditional)
  if (fields.target !== undefined) assignTargets(fields.target, frame)
  return raises ? flowOf('raise') : NEXT
}
