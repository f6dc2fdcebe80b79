import type { FunctionInfo } from '../../model/catalog.ts'
import { type Expr, unknown } from '../sql/expr.ts'
import { list, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { plpgsqlTree } from '../triggers/function-tree.ts'
import { splitAssignment } from '../triggers/split-assignment.ts'
import { lookUp } from './look-up.ts'
import { isStar, onlyIf, parseValue, readValue } from './read-value.ts'
import type { Names, Scene } from './scene.ts'

/** How a function may end, as far as its body is understood: conditions in the order of their statements. */
export interface Run {
  readonly raises: Expr[]
  readonly returns: { readonly when: Expr; readonly value: Expr }[]
}

interface Walk extends Run {
  readonly datums: readonly unknown[]
  readonly scene: Scene
}

/** Reads a body in PL/pgSQL with names instead of values; null where it does not parse. */
export function runBody(info: FunctionInfo, names: Names, scene: Scene): Run | null {
  const isTable = (name: string): boolean => scene.relations.some((relation) => relation.name === name)
  const root = plpgsqlTree(info, scene.parser, isTable)
  if (root === null) return null
  const walk: Walk = { raises: [], returns: [], datums: list(root.datums), scene }
  for (const datum of walk.datums) {
    const [, fields] = tagged(datum)
    if (fields.default_val !== undefined) set(text(fields.refname), evaluate(fields.default_val, names, walk), names)
  }
  statements([root.action], names, [], walk)
  return walk
}

/** True where nothing behind them is reached. */
function statements(body: readonly unknown[], names: Names, path: readonly Expr[], walk: Walk): boolean {
  return body.some((statement) => {
    const [kind, fields] = tagged(statement)
    switch (kind) {
      case 'PLpgSQL_stmt_block':
        return statements(list(fields.body), names, path, walk)
      case 'PLpgSQL_stmt_assign':
        assign(fields, names, walk)
        return false
      case 'PLpgSQL_stmt_execsql':
        select(fields, names, walk)
        return false
      case 'PLpgSQL_stmt_perform':
        perform(fields, names, walk)
        return false
      case 'PLpgSQL_stmt_if':
        return choose(fields, names, path, walk)
      case 'PLpgSQL_stmt_raise':
        if (Number(fields.elog_level) < ERROR) return false
        walk.raises.push(every(path))
        return true
      case 'PLpgSQL_stmt_return':
        walk.returns.push({ when: every(path), value: returned(fields, names, walk) })
        return true
      default:
        names.values.set('found', unknown())
        return false
    }
  })
}

/** A variable by itself goes by its number. */
function returned({ retvarno, expr }: Tree, names: Names, walk: Walk): Expr {
  if (retvarno === undefined) return evaluate(expr, names, walk)
  return names.values.get(nameOf(Number(retvarno), walk) ?? '') ?? unknown()
}

/** elog.h. */
const ERROR = 21

const every = (path: readonly Expr[]): Expr => ({ kind: 'and', of: path })

/** Branches are read each by itself; what they assign is not known behind them. */
function choose(fields: Tree, names: Names, path: readonly Expr[], walk: Walk): boolean {
  const branches = [
    { condition: fields.cond, body: list(fields.then_body) },
    ...list(fields.elsif_list).map((one) => {
      const branch = tree(tree(one).PLpgSQL_if_elsif)
      return { condition: branch.cond, body: list(branch.stmts) }
    }),
  ]
  const before: Expr[] = [...path]
  const assigned = new Set<string>()
  const read = (body: readonly unknown[], on: readonly Expr[]): boolean => {
    const inner: Names = { ...names, values: new Map(names.values), records: new Map(names.records) }
    const ends = statements(body, inner, on, walk)
    if (ends) return true
    for (const [name, value] of inner.values) if (names.values.get(name) !== value) assigned.add(name)
    for (const [name, link] of inner.records) if (names.records.get(name) !== link) assigned.add(name)
    return false
  }
  const ends: boolean[] = []
  for (const { condition, body } of branches) {
    const when = evaluate(condition, names, walk)
    ends.push(read(body, [...before, when]))
    before.push({ kind: 'is', of: when, what: 'true', not: true })
  }
  ends.push(read(list(fields.else_body), before))
  for (const name of assigned) set(name, unknown(), names)
  return ends.every((end) => end)
}

function assign(fields: Tree, names: Names, walk: Walk): void {
  const name = nameOf(Number(fields.varno ?? 0), walk)
  if (name !== null) set(name, evaluate(fields.expr, names, walk), names)
}

/** `select … into …`: the row that is found, or values of it. */
function select(fields: Tree, names: Names, walk: Walk): void {
  const query = tree(tree(queryOf(fields.sqlstmt, walk)).SelectStmt)
  const found = query.fromClause === undefined ? null : lookUp(query, names, walk.scene)
  const condition = found?.condition ?? unknown()
  if (fields.target === undefined) return
  const targets = list(query.targetList).map((one) => tree(tree(one).ResTarget).val)
  const [kind, target] = tagged(fields.target)
  const counting = targets.length === 1 && tagged(targets[0])[0] === 'FuncCall'
  if (kind === 'PLpgSQL_rec') {
    const name = text(target.refname)
    if (found !== null && targets.length === 1 && isStar(targets[0])) setRecord(name, found.link, names)
    else {
      set(name, unknown(), names)
      for (const item of list(query.targetList).map((one) => tree(tree(one).ResTarget))) {
        const label = text(item.name) || labelOf(item.val)
        if (found !== null && label !== '')
          names.values.set(`${name}.${label}`, onlyIf(condition, found.read(item.val)))
      }
    }
  } else
    for (const [at, field] of list(target.fields).entries()) {
      const name = nameOf(Number(tree(field).varno ?? 0), walk)
      const item = targets[at]
      if (name === null) continue
      const value = counting
        ? counted(query, names, walk)
        : found === null || item === undefined
          ? unknown()
          : onlyIf(condition, found.read(item))
      set(name, value, names)
    }
  names.values.set('found', counting ? TRUE : condition)
}

const TRUE: Expr = { kind: 'constant', value: true, type: 'bool' }

const counted = (query: Tree, names: Names, walk: Walk): Expr =>
  readValue({ SubLink: { subLinkType: 'EXPR_SUBLINK', subselect: { SelectStmt: query } } }, names, walk.scene)

function labelOf(node: unknown): string {
  const last = list(tree(tree(node).ColumnRef).fields).at(-1)
  return text(tree(tree(last).String).sval)
}

function perform(fields: Tree, names: Names, walk: Walk): void {
  const query = tree(tree(queryOf(fields.expr, walk)).SelectStmt)
  const found = query.fromClause === undefined ? null : lookUp(query, names, walk.scene)
  names.values.set('found', found?.condition ?? unknown())
}

function queryOf(node: unknown, { scene }: Walk): unknown {
  const [statement] = list(scene.parser.statements(text(tree(tree(node).PLpgSQL_expr).query)))
  return tree(statement).RawStmt === undefined ? statement : tree(tree(statement).RawStmt).stmt
}

function evaluate(node: unknown, names: Names, { scene }: Walk): Expr {
  const expr = tree(tree(node).PLpgSQL_expr)
  if (expr.query === undefined) return unknown()
  const mode = Number(expr.parseMode ?? 0)
  const query = text(expr.query)
  const parsed = parseValue(
    mode === 0 || mode === 2 ? query.replace(/^\s*SELECT\s/i, '') : splitAssignment(query),
    scene,
  )
  return parsed === null ? unknown() : readValue(parsed, names, scene)
}

/** The variable of that number, or the field of a record that is not NEW. */
function nameOf(number: number, { datums }: Walk): string | null {
  const [kind, datum] = tagged(datums[number])
  if (kind !== 'PLpgSQL_recfield') return text(datum.refname) || null
  const record = text(tagged(datums[Number(datum.recparentno ?? 0)])[1].refname)
  return record === '' ? null : `${record}.${text(datum.fieldname)}`
}

function set(name: string, value: Expr, { values, records }: Names): void {
  records.delete(name)
  for (const known of [...values.keys()]) if (known.startsWith(`${name}.`)) values.delete(known)
  values.set(name, value)
}

function setRecord(name: string, link: string, names: Names): void {
  set(name, unknown(), names)
  names.values.delete(name)
  names.records.set(name, link)
}
