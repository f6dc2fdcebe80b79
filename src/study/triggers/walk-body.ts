import { list, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { assign, assignTargets } from './assign.ts'
import { flowOf, join, NEXT } from './flow.ts'
import { fold } from './fold.ts'
import type { Flow, Frame } from './frame.ts'
import { judge } from './judge.ts'
import { readDynamic } from './read-dynamic.ts'
import { readExpression } from './read-expression.ts'
import { readRaise } from './read-raise.ts'
import { readStatement } from './read-statement.ts'
import { mergeValues } from './value.ts'
import { visitSql } from './visit-sql.ts'

/** Walks PL/pgSQL statements in order, notes what they do, and tells how they may end. */
export function walkBody(statements: readonly unknown[], frame: Frame, conditional: boolean): Flow {
  let flow: Flow = NEXT
  for (const statement of statements) {
    if (!flow.has('next')) break
    // A raise keeps the row from being inserted at all, unless it is caught.
    const left = flow.has('return') || flow.has('exit') || (frame.caught && flow.has('raise'))
    const [kind, fields] = tagged(statement)
    flow = join([
      new Set([...flow].filter((end) => end !== 'next')),
      walkStatement(kind, fields, frame, conditional || left),
    ])
  }
  return flow
}

function walkStatement(kind: string, fields: Tree, frame: Frame, conditional: boolean): Flow {
  switch (kind) {
    case 'PLpgSQL_stmt_block':
      return walkBlock(fields, frame, conditional)
    case 'PLpgSQL_stmt_if':
      return walkIf(fields, frame, conditional)
    case 'PLpgSQL_stmt_case':
      return walkCase(fields, frame, conditional)
    case 'PLpgSQL_stmt_assign':
      return assign(fields, frame, conditional)
    case 'PLpgSQL_stmt_execsql':
      return readStatement(fields, frame, conditional)
    case 'PLpgSQL_stmt_dynexecute':
      return readDynamic(fields, frame, conditional)
    case 'PLpgSQL_stmt_raise':
      return readRaise(fields, frame, conditional)
    case 'PLpgSQL_stmt_return':
      visitSql(readExpression(fields.expr, frame), frame, conditional)
      return flowOf('return')
    case 'PLpgSQL_stmt_exit':
      return walkExit(fields, frame)
    default:
      return fields.body === undefined ? walkOther(fields, frame, conditional) : walkLoop(fields, frame, conditional)
  }
}

/** PERFORM, CALL, OPEN, FETCH, ASSERT, GET DIAGNOSTICS, RETURN QUERY, …: their expressions, and what they put into variables. */
function walkOther(fields: Tree, frame: Frame, conditional: boolean): Flow {
  let raises = false
  for (const value of Object.values(fields).flat()) {
    if (tagged(value)[0] === 'PLpgSQL_expr') {
      raises = visitSql(readExpression(value, frame), frame, conditional) || raises
    }
    const item = tree(tree(value).PLpgSQL_diag_item)
    if (item.kind !== undefined) assignTargets({ PLpgSQL_row: { fields: [{ varno: item.target }] } }, frame)
  }
  // EXECUTE in disguise: OPEN … FOR EXECUTE, RETURN QUERY EXECUTE.
  if (fields.dynquery !== undefined) frame.reading.ledger.read = false
  if (fields.target !== undefined) assignTargets(fields.target, frame)
  return raises ? flowOf('raise') : NEXT
}

function walkBlock(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const handlers = list(tree(tree(fields.exceptions).PLpgSQL_exception_block).exc_list)
  if (handlers.length === 0) return leaveLabel(fields, walkBody(list(fields.body), frame, conditional))
  const { caught } = frame
  const before = new Map(frame.values)
  frame.caught = true
  const flow = walkBody(list(fields.body), frame, conditional)
  frame.caught = caught
  const after = frame.values
  const endings: Flow[] = []
  const values = [after]
  for (const handler of handlers) {
    frame.values = mergeValues([before, after])
    const ending = walkBody(list(tree(tree(handler).PLpgSQL_exception).action), frame, true)
    if (ending.has('next')) values.push(frame.values)
    endings.push(ending)
  }
  frame.values = mergeValues(values)
  // The usual way is the body's; the handlers count where the body itself raises.
  if (!flow.has('raise')) return leaveLabel(fields, flow)
  return leaveLabel(fields, join([new Set([...flow].filter((end) => end !== 'raise')), ...endings]))
}

/** EXIT of a labelled block goes on behind it. */
function leaveLabel(fields: Tree, flow: Flow): Flow {
  if (fields.label === undefined || !flow.has('exit')) return flow
  return join([new Set([...flow].filter((end) => end !== 'exit')), NEXT])
}

function walkIf(fields: Tree, frame: Frame, conditional: boolean): Flow {
  const branches = [
    { condition: fields.cond, body: list(fields.then_body) },
    ...list(fields.elsif_list).map((one) => {
      const branch = tree(tree(one).PLpgSQL_if_elsif)
      return { condition: branch.cond, body: list(branch.stmts) }
    }),
  ]
  return walkBranches(branches, list(fields.else_body), frame, conditional)
}

function walkCase(fields: Tree, frame: Frame, conditional: boolean): Flow {
  if (fields.t_expr !== undefined) {
    const subject = readExpression(fields.t_expr, frame)
    visitSql(subject, frame, conditional)
    const name = text(tree(tree(frame.datums[Number(fields.t_varno ?? 0)]).PLpgSQL_var).refname)
    frame.values.set(name, fold(subject, frame))
  }
  const branches = list(fields.case_when_list).map((one) => {
    const branch = tree(tree(one).PLpgSQL_case_when)
    return { condition: branch.expr, body: list(branch.stmts) }
  })
  return walkBranches(branches, list(fields.else_stmts), frame, conditional)
}

type Branch = { readonly condition: unknown; readonly body: readonly unknown[] }

/** Branches that an INSERT never takes are left out; one that it always takes is no condition. */
function walkBranches(
  branches: readonly Branch[],
  otherwise: readonly unknown[],
  frame: Frame,
  conditional: boolean,
): Flow {
  const taken: { flow: Flow; values: Frame['values'] }[] = []
  const before = frame.values
  const walk = (body: readonly unknown[], maybe: boolean): void => {
    frame.values = new Map(before)
    taken.push({ flow: walkBody(body, frame, maybe), values: frame.values })
    frame.values = before
  }
  let maybe = conditional
  let decided = false
  for (const { condition, body } of branches) {
    const expression = readExpression(condition, frame)
    visitSql(expression, frame, maybe)
    const truth = judge(expression, frame)
    if (truth === false || truth === null) continue
    decided = truth === true
    walk(body, decided ? maybe : true)
    if (decided) break
    maybe = true
  }
  if (!decided) walk(otherwise, maybe)
  const going = taken.filter(({ flow }) => flow.has('next')).map(({ values }) => values)
  frame.values = going.length === 0 ? before : mergeValues(going)
  return join(taken.map(({ flow }) => flow))
}

/** LOOP, WHILE, FOR, FOREACH: the query or bounds first, then the body, maybe. */
function walkLoop(fields: Tree, frame: Frame, conditional: boolean): Flow {
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'body' && tagged(value)[0] === 'PLpgSQL_expr')
      visitSql(readExpression(value, frame), frame, conditional)
  }
  const variable = fields.var ?? {
    PLpgSQL_row: { fields: fields.varno === undefined ? [] : [{ varno: fields.varno }] },
  }
  assignTargets(variable, frame)
  const before = new Map(frame.values)
  const dynamic = tree(tree(fields.query).PLpgSQL_expr).query !== undefined && fields.params !== undefined
  if (dynamic) frame.reading.ledger.read = false
  const flow = walkBody(list(fields.body), frame, true)
  frame.values = mergeValues([before, frame.values])
  return join([new Set([...flow].filter((end) => end !== 'exit')), NEXT])
}

/** EXIT and CONTINUE, with or without WHEN. */
function walkExit(fields: Tree, frame: Frame): Flow {
  const condition = readExpression(fields.cond, frame)
  visitSql(condition, frame, true)
  return fields.cond === undefined ? flowOf('exit') : flowOf('exit', 'next')
}
