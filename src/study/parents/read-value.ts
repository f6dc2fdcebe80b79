import { type Expr, NULL, number, unknown } from '../sql/expr.ts'
import { readExpr } from '../sql/read-expr.ts'
import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { lookUp } from './look-up.ts'
import { type Names, parentColumn, type Scene } from './scene.ts'

/** An expression of a function or check, subselects over the parents of the row and calls of the schema's own functions looked into. */
export function readValue(node: unknown, names: Names, scene: Scene): Expr {
  return readExpr(node, {
    scope: (name) => resolve(name, names),
    inline: (name, args) => scene.call(name, args, names.depth),
    query: (fields) => subselect(fields, names, scene),
    parameters: names.parameters,
  })
}

function resolve(name: string, { values, records, bare }: Names): Expr | null {
  const known = values.get(name)
  if (known !== undefined) return known
  const [record = '', column, more] = name.split('.')
  if (column !== undefined && more === undefined && records.has(record)) {
    const link = records.get(record) ?? null
    return link === null ? { kind: 'column', name: column } : parentColumn(link, column)
  }
  if (column === undefined && bare) return null
  // The last part of a dotted name is asked for as well; it must not be taken for a column.
  return column === undefined ? unknown() : (values.get(column) ?? null)
}

/** `exists (…)`, `x in (select …)`, or the value that a subselect gives. */
function subselect(fields: Tree, names: Names, scene: Scene): Expr | null {
  const select = tree(tree(fields.subselect).SelectStmt)
  if (select.op !== 'SETOP_NONE') return null
  if (select.fromClause === undefined)
    return fields.subLinkType === 'EXPR_SUBLINK' ? readValue(targetOf(select), names, scene) : null
  if (fields.subLinkType === 'EXISTS_SUBLINK') return lookUp(select, names, scene)?.condition ?? null
  if (fields.subLinkType === 'ANY_SUBLINK') {
    if (fields.operName !== undefined && strings(fields.operName)[0] !== '=') return null
    return lookUp(select, names, scene, readValue(fields.testexpr, names, scene))?.condition ?? null
  }
  return fields.subLinkType === 'EXPR_SUBLINK' ? valueOfQuery(select, names, scene) : null
}

/** The value of the first column of a query of one row; NULL where there is none. */
export function valueOfQuery(select: Tree, names: Names, scene: Scene): Expr | null {
  if (select.fromClause === undefined) return readValue(targetOf(select), names, scene)
  const found = lookUp(select, names, scene)
  if (found === null) return null
  const [kind, fields] = tagged(targetOf(select))
  if (kind === 'FuncCall' && strings(fields.funcname).at(-1) === 'count')
    return { kind: 'case', branches: [{ when: found.condition, result: number(1) }], otherwise: number(0) }
  return onlyIf(found.condition, found.read(targetOf(select)))
}

/** The value where the condition holds, else NULL. */
export const onlyIf = (condition: Expr, value: Expr): Expr =>
  condition.kind === 'constant' && condition.value === true
    ? value
    : { kind: 'case', branches: [{ when: condition, result: value }], otherwise: NULL }

/** The only item of the list of a SELECT. */
function targetOf(select: Tree): unknown {
  const targets = list(select.targetList)
  return targets.length === 1 ? tree(tree(targets[0]).ResTarget).val : null
}

/** The name that an item of a SELECT list goes by. */
export const isStar = (target: unknown): boolean =>
  tagged(list(tree(tree(target).ColumnRef).fields).at(-1))[0] === 'A_Star'

/** An expression, or what may follow SELECT. */
export function parseValue(sql: string, { parser }: Scene): unknown {
  const expression = parser.expression(sql)
  if (expression !== null) return expression
  const [statement] = list(parser.statements(`SELECT ${sql}`))
  const select = tree(tree(statement).SelectStmt)
  if (text(select.op) !== 'SETOP_NONE') return null
  // `count(*) FROM t WHERE …` is one as well.
  return { SubLink: { subLinkType: 'EXPR_SUBLINK', subselect: { SelectStmt: select } } }
}
