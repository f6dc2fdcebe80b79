import { list, strings, type Tree, tagged, text, tree } from '../sql/tree.ts'

const AGGREGATES: readonly string[] = ['count', 'sum']

/** Columns that an UPDATE counts up: `likes = likes + 1`, `likes = (select count(*) from …)`. Those that it counts down are not among them. */
export function countedColumns(update: Tree): readonly string[] {
  return list(update.targetList).flatMap((target) => {
    const { name, val } = tree(tree(target).ResTarget)
    return counts(val, text(name)) ? [text(name)] : []
  })
}

function counts(node: unknown, column: string): boolean {
  const [kind, fields] = tagged(node)
  switch (kind) {
    case 'A_Expr':
      return strings(fields.name).at(-1) === '+' && [fields.lexpr, fields.rexpr].some((side) => isColumn(side, column))
    case 'SubLink': {
      const [only, ...others] = list(tree(tree(fields.subselect).SelectStmt).targetList)
      return others.length === 0 && isAggregate(tree(tree(only).ResTarget).val)
    }
    case 'TypeCast':
      return counts(fields.arg, column)
    case 'CoalesceExpr':
    case 'MinMaxExpr':
      return list(fields.args).some((arg) => counts(arg, column))
    default:
      return false
  }
}

/** The column, or `coalesce(column, 0)`. */
function isColumn(node: unknown, column: string): boolean {
  const [kind, fields] = tagged(node)
  if (kind === 'CoalesceExpr') return isColumn(list(fields.args)[0], column)
  return kind === 'ColumnRef' && strings(fields.fields).at(-1) === column
}

function isAggregate(node: unknown): boolean {
  const [kind, fields] = tagged(node)
  if (kind === 'TypeCast') return isAggregate(fields.arg)
  if (kind === 'CoalesceExpr') return isAggregate(list(fields.args)[0])
  return kind === 'FuncCall' && AGGREGATES.includes(strings(fields.funcname).at(-1) ?? '')
}
