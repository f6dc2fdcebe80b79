import type { FunctionInfo } from '../../model/catalog.ts'
import { quote } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'
import { list, type Tree, text, tree } from '../sql/tree.ts'
import { loosenDeclaredTypes } from './loosen-declared-types.ts'
import { loosenRowTypes } from './loosen-row-types.ts'

/** The PLpgSQL_function node of a function in language plpgsql, or null where the body does not parse. */
export function plpgsqlTree(info: FunctionInfo, parser: SqlParser, isTable: (name: string) => boolean): Tree | null {
  const body = loosenRowTypes(info.body)
  return parseBody(info, body, parser) ?? parseBody(info, loosenDeclaredTypes(body, isTable), parser)
}

function parseBody(info: FunctionInfo, body: string, parser: SqlParser): Tree | null {
  const parsed = tree(parser.plpgsql(`${head(info)} LANGUAGE plpgsql AS ${dollarQuote(body)}`))
  const node = tree(list(parsed.plpgsql_funcs)[0]).PLpgSQL_function
  return node === undefined ? null : tree(node)
}

/** The statements of a function in language sql, written as a string or as BEGIN ATOMIC. Null where it does not parse. */
export function sqlStatements(
  info: FunctionInfo,
  parser: SqlParser,
): { statements: readonly unknown[]; searchPath: string[] | null } | null {
  const parsed = parser.statements(info.body)
  if (parsed === null) return null
  const create = tree(tree(list(parsed)[0]).CreateFunctionStmt)
  if (create.sql_body === undefined) return { statements: list(parsed), searchPath: null }
  const atomic = tree(create.sql_body).List
  const statements = atomic === undefined ? [create.sql_body] : list(tree(tree(list(tree(atomic).items)[0]).List).items)
  return { statements, searchPath: searchPathOf(create) }
}

export interface Parameter {
  readonly name: string
  readonly optional: boolean
  readonly rest: boolean
}

/** The parameters that take arguments, in order. Null where they do not parse. */
export function parametersOf(info: FunctionInfo, parser: SqlParser): Parameter[] | null {
  if (info.arguments === '') return []
  const [statement] = list(parser.statements(`${head(info)} LANGUAGE sql AS ''`))
  const create = tree(tree(statement).CreateFunctionStmt)
  if (create.parameters === undefined) return null
  return list(create.parameters)
    .map((one) => tree(tree(one).FunctionParameter))
    .filter((one) => one.mode !== 'FUNC_PARAM_OUT' && one.mode !== 'FUNC_PARAM_TABLE')
    .map((one) => ({
      name: text(one.name),
      optional: one.defexpr !== undefined,
      rest: one.mode === 'FUNC_PARAM_VARIADIC',
    }))
}

function head(info: FunctionInfo): string {
  if (info.returns === '') return `CREATE PROCEDURE ${quote(info.name)}(${info.arguments})`
  return `CREATE FUNCTION ${quote(info.name)}(${info.arguments}) RETURNS ${info.returns}`
}

/** The tag must not even start at the end of the body. */
function dollarQuote(body: string): string {
  let tag = 'body'
  for (let number = 1; body.includes(`$${tag}`); number += 1) tag = `body${number}x`
  return `$${tag}$${body}$${tag}$`
}

function searchPathOf(create: Tree): string[] | null {
  for (const option of list(create.options)) {
    const set = tree(tree(tree(tree(option).DefElem).arg).VariableSetStmt)
    if (set.name === 'search_path') return list(set.args).map((one) => text(tree(tree(tree(one).A_Const).sval).sval))
  }
  return null
}
