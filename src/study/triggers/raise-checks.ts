import type { Check, FunctionInfo, Relation, Trigger } from '../../model/catalog.ts'
import type { ObjectId } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'
import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'
import { plpgsqlTree } from './function-tree.ts'
import { triggerCall } from './trigger-call.ts'

/** elog.h. */
const ERROR = 21
/** What `SELECT (` takes before an expression that is parsed by itself, in bytes. */
const BEFORE = 8
/** What hangs on the session, not on the row. */
const OF_SESSION = /^(current_setting|random|gen_random_uuid|clock_timestamp|pg_trigger_depth|txid_current|has_.*)$/

const PREFIX = 'trigger '

/** Is it the name of such a check? */
export const isRaiseCheck = (name: string): boolean => name.startsWith(PREFIX)

/**
 * `IF NEW.price < 0 THEN RAISE EXCEPTION …` at the head of a row trigger is a check on the row, as good as one of the table's own: what it refuses is found by
 * reading. Conditions over anything but columns of the new row that nothing has changed before are left to the rehearsal.
 */
export function raiseChecks(
  relation: Relation,
  functions: ReadonlyMap<ObjectId, FunctionInfo>,
  parser: SqlParser,
  isTable: (name: string) => boolean,
): readonly Check[] {
  return relation.triggers.filter(firesOnInsert).flatMap((trigger) => {
    const info = functions.get(trigger.function)
    if (info?.language !== 'plpgsql' || triggerCall(trigger, parser)?.when !== null) return []
    const root = plpgsqlTree(info, parser, isTable)
    const block = tree(tree(root?.action).PLpgSQL_stmt_block)
    if (root === null || block.exceptions !== undefined) return []
    const walk: Walk = { relation, functions, parser, datums: list(root.datums), changed: new Set(), found: [] }
    walkHead(list(block.body), walk)
    return walk.found.map(({ expression, columns }) => ({
      name: `${PREFIX}${trigger.name}`,
      expression: `NOT (${expression})`,
      columns,
      validated: true,
    }))
  })
}

const firesOnInsert = ({ timing, level, events, enabled }: Trigger): boolean =>
  timing !== 'instead of' && level === 'row' && events.includes('insert') && (enabled === 'O' || enabled === 'A')

interface Walk {
  readonly relation: Relation
  readonly functions: ReadonlyMap<ObjectId, FunctionInfo>
  readonly parser: SqlParser
  readonly datums: readonly unknown[]
  /** Columns of the new row that may be others by now. */
  readonly changed: Set<string>
  readonly found: { readonly expression: string; readonly columns: readonly string[] }[]
}

/** False where the rest may not be reached. */
function walkHead(statements: readonly unknown[], walk: Walk): boolean {
  return statements.every((statement) => {
    const [kind, fields] = tagged(statement)
    if (kind === 'PLpgSQL_stmt_if') return walkIf(fields, walk)
    if (JSON.stringify(statement).includes('PLpgSQL_stmt_return')) return false
    noteChanges(statement, walk)
    return true
  })
}

function walkIf(fields: Tree, walk: Walk): boolean {
  const condition = queryOf(fields.cond)
  if (isInsert(condition, walk.parser)) return walkHead(list(fields.then_body), walk)
  const branches = [
    { condition, body: list(fields.then_body) },
    ...list(fields.elsif_list).map((one) => {
      const branch = tree(tree(one).PLpgSQL_if_elsif)
      return { condition: queryOf(branch.cond), body: list(branch.stmts) }
    }),
  ]
  for (const branch of branches) {
    if (!refuses(branch.body)) break
    const read = onRow(branch.condition, walk)
    if (read === null) break
    walk.found.push(read)
  }
  const others = [...branches.map(({ body }) => body), list(fields.else_body)].filter((body) => !refuses(body))
  for (const body of others) noteChanges(body, walk)
  return !JSON.stringify(others).includes('PLpgSQL_stmt_return')
}

const queryOf = (node: unknown): string => text(tree(tree(node).PLpgSQL_expr).query)

/** It begins by raising. */
function refuses([first]: readonly unknown[]): boolean {
  const raise = tree(tree(first).PLpgSQL_stmt_raise)
  return raise.elog_level !== undefined && Number(raise.elog_level) >= ERROR
}

/** `TG_OP = 'INSERT'`, `TG_OP IN ('INSERT', 'UPDATE')`. */
function isInsert(condition: string, parser: SqlParser): boolean {
  const comparison = tree(tree(parser.expression(condition)).A_Expr)
  const names = strings(tree(tree(comparison.lexpr).ColumnRef).fields)
  const items = comparison.kind === 'AEXPR_IN' ? list(tree(tree(comparison.rexpr).List).items) : [comparison.rexpr]
  return (
    names.join() === 'tg_op' &&
    strings(comparison.name).join() === '=' &&
    items.some((item) => tree(tree(tree(item).A_Const).sval).sval === 'INSERT')
  )
}

/** Columns of the new row that statements set, by assignment or INTO. */
function noteChanges(node: unknown, walk: Walk): void {
  if (Array.isArray(node)) for (const item of node) noteChanges(item, walk)
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return
  for (const [key, value] of Object.entries(node)) {
    if (key === 'varno') {
      const [kind, datum] = tagged(walk.datums[Number(value)])
      if (kind === 'PLpgSQL_recfield') walk.changed.add(text(datum.fieldname))
      else if (text(datum.refname) === 'new') for (const { name } of walk.relation.columns) walk.changed.add(name)
    } else noteChanges(value, walk)
  }
}

/** The condition with plain names of columns; null where it looks at more than unchanged columns of the new row. */
function onRow(condition: string, walk: Walk): { expression: string; columns: readonly string[] } | null {
  const references: { name: string; at: number }[] = []
  if (!collect(walk.parser.expression(condition), walk, references) || references.length === 0) return null
  const bytes = new TextEncoder().encode(condition)
  const decoder = new TextDecoder()
  let expression = ''
  let done = 0
  for (const { at } of [...references].sort((a, b) => a.at - b.at)) {
    expression += decoder.decode(bytes.slice(done, at))
    const rest = decoder.decode(bytes.slice(at))
    const qualifier = /^(?:new|"new")\s*\.\s*/i.exec(rest)?.[0]
    if (qualifier === undefined) return null
    done = at + new TextEncoder().encode(qualifier).length
  }
  return {
    expression: expression + decoder.decode(bytes.slice(done)),
    columns: [...new Set(references.map(({ name }) => name))],
  }
}

/** False where anything but the columns and built-in functions is in the tree. */
function collect(node: unknown, walk: Walk, found: { name: string; at: number }[]): boolean {
  if (Array.isArray(node)) return node.every((item) => collect(item, walk, found))
  if (typeof node !== 'object' || node === null) return node !== undefined
  const [kind, fields] = tagged(node)
  if (kind === 'SubLink' || kind === 'SelectStmt') return false
  if (kind === 'SQLValueFunction' && /USER|ROLE|CATALOG|SCHEMA/.test(text(fields.op))) return false
  if (kind === 'FuncCall' && !isBuiltIn(strings(fields.funcname), walk)) return false
  if (kind !== 'ColumnRef') return Object.values(node).every((value) => collect(value, walk, found))
  const [row, name, ...more] = strings(fields.fields)
  const known = walk.relation.columns.some((column) => column.name === name && column.generated === null)
  if (row !== 'new' || name === undefined || more.length > 0 || !known || walk.changed.has(name)) return false
  found.push({ name, at: Number(fields.location ?? 0) - BEFORE })
  return true
}

function isBuiltIn(names: readonly string[], { functions }: Walk): boolean {
  const name = names.at(-1) ?? ''
  const schemas = names.slice(0, -1)
  if (schemas.some((schema) => schema !== 'pg_catalog') || OF_SESSION.test(name)) return false
  return ![...functions.values()].some((own) => own.name === name && own.extension === null)
}
