import type { ObjectId } from '../../model/name.ts'
import { list, tagged, text, tree } from '../sql/tree.ts'
import { flowOf, NEXT } from './flow.ts'
import { fold } from './fold.ts'
import type { Call, Flow, Frame } from './frame.ts'
import { plpgsqlTree, sqlStatements } from './function-tree.ts'
import { readExpression } from './read-expression.ts'
import type { Values } from './value.ts'
import { visitSql } from './visit-sql.ts'
import { walkBody } from './walk-body.ts'

/** Calls of calls of calls; what lies deeper counts as unread. */
const DEEPEST = 3

/** Reads the body of a function into the ledger of its trigger and tells how it may end. */
export function readFunction(frame: Frame, conditional: boolean): Flow {
  const { ledger } = frame.reading
  if (frame.function.language === 'plpgsql') return readPlpgsql(frame, conditional)
  if (frame.function.language === 'sql') return readSql(frame, conditional)
  ledger.read = false
  return NEXT
}

/** Reads a function that another one calls; its parameters carry what is known of the arguments. */
export function followCall(call: Call): Flow {
  const { from } = call
  const { id } = call.function
  if (from.path.has(id)) return NEXT
  if (from.depth >= DEEPEST) {
    from.reading.ledger.read = false
    return NEXT
  }
  const values: Values = new Map()
  for (const [index, { name }] of call.parameters.entries())
    if (name !== '') values.set(name, call.arguments[index] ?? null)
  const frame: Frame = {
    ...from,
    function: call.function,
    depth: from.depth + 1,
    path: new Set<ObjectId>([...from.path, id]),
    searchPath: null,
    values,
    parameters: call.arguments,
    datums: [],
  }
  return readFunction(frame, call.conditional)
}

function readPlpgsql(frame: Frame, conditional: boolean): Flow {
  const { parser, ledger, catalog } = frame.reading
  const isTable = (name: string) => catalog.relations.some((relation) => relation.name === name)
  const root = plpgsqlTree(frame.function, parser, isTable)
  if (root === null) {
    ledger.read = false
    return NEXT
  }
  frame.datums = list(root.datums)
  for (const alias of list(root.aliases).map((one) => tree(tree(one).PLpgSQL_alias))) {
    const [, datum] = tagged(frame.datums[Number(alias.varno ?? 0)])
    frame.values.set(text(alias.name), frame.values.get(text(datum.refname)) ?? null)
  }
  for (const datum of frame.datums) readDeclaration(datum, frame, conditional)
  return walkBody([root.action], frame, conditional)
}

/** DECLARE: defaults are values, and may call; so may the queries of cursors. */
function readDeclaration(datum: unknown, frame: Frame, conditional: boolean): void {
  const [, fields] = tagged(datum)
  if (fields.cursor_explicit_expr !== undefined)
    visitSql(readExpression(fields.cursor_explicit_expr, frame), frame, true)
  if (fields.default_val === undefined) return
  const value = readExpression(fields.default_val, frame)
  visitSql(value, frame, conditional)
  frame.values.set(text(fields.refname), fold(value, frame))
}

function readSql(frame: Frame, conditional: boolean): Flow {
  const body = sqlStatements(frame.function, frame.reading.parser)
  if (body === null) {
    frame.reading.ledger.read = false
    return NEXT
  }
  frame.searchPath = body.searchPath
  for (const statement of body.statements) {
    if (visitSql(statement, frame, conditional)) return flowOf('raise')
  }
  return NEXT
}
