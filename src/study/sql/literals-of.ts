import type { SqlParser } from '../../model/study.ts'
import { list, tree } from './tree.ts'

/** The texts and numbers that an expression names, each once, in their order. */
export function literalsOf(expression: string, parser: SqlParser): readonly (string | number)[] {
  const found = new Set<string | number>()
  collect(parser.expression(expression), found)
  return [...found]
}

function collect(node: unknown, found: Set<string | number>): void {
  if (Array.isArray(node)) {
    for (const item of list(node)) collect(item, found)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const constant = tree(tree(node).A_Const)
  if (constant.sval !== undefined) found.add(String(tree(constant.sval).sval ?? ''))
  else if (constant.ival !== undefined) found.add(Number(tree(constant.ival).ival ?? 0))
  else if (constant.fval !== undefined) found.add(Number(tree(constant.fval).fval ?? 0))
  else for (const value of Object.values(node)) collect(value, found)
}
