import { list, type Tree, tree } from '../sql/tree.ts'
import { assignTargets, outputs, returnedName } from './assign.ts'
import { flowOf, NEXT } from './flow.ts'
import type { Flow, Frame } from './frame.ts'
import { readExpression } from './read-expression.ts'
import { readInsert } from './read-insert.ts'
import { visitSql } from './visit-sql.ts'

/** An SQL statement inside PL/pgSQL, with INTO where it has one. */
export function readStatement(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const statements = readExpression(fields.sqlstmt, frame)
  const raises = visitSql(statements, frame, conditional)
  if (fields.target !== undefined) readInto(fields.target, list(statements)[0], frame, conditional)
  return raises ? flowOf('raise') : NEXT
}

function readInto(target: unknown, statement: unknown, frame: Frame, conditional: boolean): void {
  const insert = tree(statement).InsertStmt
  const select = tree(tree(statement).SelectStmt)
  if (insert !== undefined) {
    const fields = tree(insert)
    const columns = readInsert(fields, frame, conditional)
    const returned = list(tree(fields.returningClause).exprs).map(returnedName)
    const values = returned.map((name) => {
      const column = name === null ? null : (columns[name] ?? null)
      return column === null ? null : ({ kind: 'column', name: column } as const)
    })
    assignTargets(target, frame, values, returned.includes('*') ? columns : {})
    return
  }
  const plain = select.targetList !== undefined && select.fromClause === undefined && select.whereClause === undefined
  assignTargets(target, frame, plain ? outputs(list(select.targetList), frame) : [])
}
