import type { FunctionInfo } from '../../model/catalog.ts'
import type { Expr } from '../sql/expr.ts'
import { list, type Tree, tagged, tree } from '../sql/tree.ts'
import { parametersOf, sqlStatements } from '../triggers/function-tree.ts'
import { readValue, valueOfQuery } from './read-value.ts'
import { runBody } from './run-body.ts'
import type { Names, Scene } from './scene.ts'

/** Functions call functions; deeper than this nobody looks. */
const DEEPEST = 4

/** What a call of one of the schema's own functions comes to; null where it cannot be looked into. */
export function callFunction(name: string, args: readonly Expr[], depth: number, scene: Scene): Expr | null {
  if (depth >= DEEPEST) return null
  for (const info of scene.functions) {
    if (info.extension !== null || !isNamed(info, name)) continue
    const parameters = parametersOf(info, scene.parser)
    if (parameters === null || parameters.length !== args.length) continue
    const names: Names = {
      values: new Map(parameters.flatMap(({ name: one }, at) => (one === '' ? [] : [[one, args[at] as Expr]]))),
      records: new Map(),
      bare: false,
      parameters: args,
      depth: depth + 1,
    }
    const found = info.language === 'sql' ? ofSql(info, names, scene) : ofPlpgsql(info, names, scene)
    if (found !== null) return found
  }
  return null
}

const isNamed = ({ schema, name }: FunctionInfo, called: string): boolean =>
  called === `${schema}.${name}` || called === name

function ofSql(info: FunctionInfo, names: Names, scene: Scene): Expr | null {
  const body = sqlStatements(info, scene.parser)
  const [statement, ...more] = body?.statements ?? []
  if (statement === undefined || more.length > 0) return null
  const [kind, fields]: readonly [string, Tree] = tagged(
    tree(statement).RawStmt === undefined ? statement : tree(tree(statement).RawStmt).stmt,
  )
  if (kind === 'ReturnStmt') return readValue(fields.returnval, names, scene)
  return kind === 'SelectStmt' && list(fields.targetList).length === 1 ? valueOfQuery(fields, names, scene) : null
}

function ofPlpgsql(info: FunctionInfo, names: Names, scene: Scene): Expr | null {
  if (info.language !== 'plpgsql') return null
  const run = runBody(info, names, scene)
  const [last, ...before] = run === null ? [] : run.returns.toReversed()
  if (last === undefined) return null
  return before.length === 0
    ? last.value
    : {
        kind: 'case',
        branches: before.toReversed().map(({ when, value }) => ({ when, result: value })),
        otherwise: last.value,
      }
}
