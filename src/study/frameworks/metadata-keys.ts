import type { FunctionInfo } from '../../model/catalog.ts'
import type { SqlParser } from '../../model/study.ts'
import { list, strings, text, tree } from '../sql/tree.ts'
import { plpgsqlTree, sqlStatements } from '../triggers/function-tree.ts'
import { splitAssignment } from '../triggers/split-assignment.ts'

/** Keys that a function reads out of a JSON column: `raw_user_meta_data ->> 'name'`. Sorted; none where its body is not read. */
export function metadataKeys(info: FunctionInfo, column: string, parser: SqlParser): readonly string[] {
  const keys = new Set<string>()
  const roots =
    info.language === 'plpgsql'
      ? queriesIn(
          plpgsqlTree(info, parser, () => true),
          parser,
        )
      : []
  const plain = info.language === 'sql' ? (sqlStatements(info, parser)?.statements ?? []) : []
  const work: unknown[] = [...roots, ...plain]
  while (work.length > 0) {
    const node = work.pop()
    if (Array.isArray(node)) work.push(...node)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue
    const expression = tree(tree(node).A_Expr)
    const [operator] = strings(expression.name)
    if (operator === '->>' || operator === '->') {
      const from = list(tree(tree(expression.lexpr).ColumnRef).fields)
      const key = text(tree(tree(tree(expression.rexpr).A_Const).sval).sval)
      if (key !== '' && strings(from).at(-1) === column) keys.add(key)
    }
    work.push(...Object.values(node))
  }
  return [...keys].sort()
}

/** The trees of all expressions and statements of a body. */
function queriesIn(body: unknown, parser: SqlParser): unknown[] {
  const found: unknown[] = []
  const work: unknown[] = [body]
  while (work.length > 0) {
    const node = work.pop()
    if (typeof node !== 'object' || node === null) continue
    const { query } = tree(node)
    if (typeof query === 'string')
      found.push(parser.statements(query) ?? parser.expression(query) ?? parser.expression(splitAssignment(query)))
    work.push(...Object.values(node))
  }
  return found
}
