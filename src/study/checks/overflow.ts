import { columnsOf } from '../sql/columns-of.ts'
import type { Expr } from '../sql/expr.ts'
import { partsOf } from '../sql/parts-of.ts'
import { INTEGERS } from './families.ts'
import { all, type Formula } from './formula.ts'
import { narrowed } from './narrowed.ts'
import type { Reader } from './reader.ts'

/** What a result of whole-number arithmetic can hold; beyond it the check does not fail but breaks. */
const REACH: Readonly<Record<string, number>> = { int2: 2 ** 15 - 1, int4: 2 ** 31 - 1, int8: 2 ** 62 }

/** Keeps the columns of whole-number arithmetic so small that no step of it overflows. */
export function withinReach(expr: Expr, reader: Reader): Formula {
  return narrowed(all([reachOf(expr, reader), ...partsOf(expr).map((part) => withinReach(part, reader))]))
}

function reachOf(expr: Expr, reader: Reader): Formula {
  const reach =
    expr.kind === 'call' && ['+', '-', '*', 'abs', '@'].includes(expr.name)
      ? REACH[reader.type(expr)?.base ?? '']
      : undefined
  // Of dates the difference is a whole number, too.
  if (
    expr.kind !== 'call' ||
    reach === undefined ||
    !expr.args.every((arg) => INTEGERS.includes(reader.type(arg)?.base ?? ''))
  )
    return all([])
  const columns = columnsOf(expr)
  if (columns.length === 0) return all([])
  if (columns.length === 1 && isLine(expr)) return reader.demand(expr, { min: -reach, max: reach }, true)
  const most = expr.name === '*' ? Math.floor(Math.sqrt(reach)) : Math.floor(reach / 2)
  const bounded = expr.args
    .filter((arg) => columnsOf(arg).length > 0)
    .map((arg) => reader.demand(arg, { min: -most, max: most }, true))
  return all(bounded.filter(({ kind }) => kind !== 'unknown'))
}

/** The column and a constant. */
const isLine = (expr: Extract<Expr, { kind: 'call' }>): boolean =>
  expr.args.some((arg) => arg.kind === 'constant') || expr.args.length === 1
