import type { FunctionInfo } from '../../model/catalog.ts'
import { quoteQualified } from '../../model/name.ts'
import type { SqlParser } from '../../model/study.ts'
import type { Expr } from './expr.ts'
import { type Inline, readExpr } from './read-expr.ts'
import { list, tagged, text, tree } from './tree.ts'

/** Functions call functions; deeper than this nobody looks. */
const DEPTH = 6

/**
 * Looks into calls of the schema's own SQL functions whose body is one `SELECT expression` (or `RETURN expression`) over their
 * arguments: `is_slug(x)` becomes `x ~ '^[a-z-]+$'`.
 */
export function inlineFunctions(functions: readonly FunctionInfo[], parser: SqlParser, depth = 0): Inline {
  const bodies = new Map<FunctionInfo, Body | null>()
  return (name, args) => {
    if (depth >= DEPTH) return null
    for (const candidate of functions) {
      if (candidate.language !== 'sql' || candidate.extension !== null || !isNamed(candidate, name)) continue
      if (!bodies.has(candidate)) bodies.set(candidate, readBody(candidate, parser))
      const body = bodies.get(candidate)
      if (body && body.parameters.length === args.length)
        return substitute(body, args, inlineFunctions(functions, parser, depth + 1))
    }
    return null
  }
}

interface Body {
  readonly parameters: readonly string[]
  readonly expression: unknown
}

const isNamed = (candidate: FunctionInfo, name: string): boolean =>
  `${candidate.schema}.${candidate.name}` === name || (candidate.schema === 'public' && candidate.name === name)

function readBody(candidate: FunctionInfo, parser: SqlParser): Body | null {
  const printed = /^\s*CREATE\s/i.test(candidate.body)
  const source = printed ? candidate.body : declaration(candidate)
  const create = tree(tree(list(parser.statements(source))[0]).CreateFunctionStmt)
  const parameters = list(create.parameters).map((one) => text(tree(tree(one).FunctionParameter).name))
  const statements = printed ? atomicStatements(create.sql_body) : list(parser.statements(candidate.body))
  const expression = statements.length === 1 ? singleExpression(statements[0]) : null
  return expression === null ? null : { parameters, expression }
}

/** Only its parameters are of interest: their printed list is put where they are parsed. */
const declaration = ({ schema, name, arguments: parameters }: FunctionInfo): string =>
  `CREATE FUNCTION ${quoteQualified(schema, name)}(${parameters}) RETURNS void LANGUAGE sql AS ''`

function atomicStatements(body: unknown): readonly unknown[] {
  const [kind, fields] = tagged(body)
  if (kind !== 'List') return [body]
  return list(tree(tree(list(fields.items)[0]).List).items)
}

/** The expression of `SELECT expression` without anything else, or of `RETURN expression`. */
function singleExpression(statement: unknown): unknown {
  const [kind, fields] = tagged(statement)
  if (kind === 'ReturnStmt') return fields.returnval ?? null
  if (kind !== 'SelectStmt') return null
  const targets = list(fields.targetList)
  const more = [
    'fromClause',
    'whereClause',
    'groupClause',
    'havingClause',
    'valuesLists',
    'withClause',
    'limitCount',
    'larg',
  ]
  if (targets.length !== 1 || more.some((part) => fields[part] !== undefined)) return null
  return tree(tree(targets[0]).ResTarget).val ?? null
}

function substitute(body: Body, args: readonly Expr[], inline: Inline): Expr {
  const byName = new Map(body.parameters.map((parameter, index) => [parameter, args[index]]))
  const scope = (name: string): Expr | null => byName.get(name.split('.').at(-1) ?? '') ?? null
  return readExpr(body.expression, { scope, inline, parameters: args })
}
