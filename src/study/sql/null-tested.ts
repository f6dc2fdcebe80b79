import type { SqlParser } from '../../model/study.ts'
import { list, strings, tagged, text, tree } from './tree.ts'

/** Columns of which an expression asks nothing but whether they are NULL (`a is null`, `num_nonnulls(a, b) = 1`). */
export function nullTested(expression: string, parser: SqlParser): ReadonlySet<string> {
  const tested = new Set<string>()
  const read = new Set<string>()
  visit(parser.expression(expression), tested, read)
  return new Set([...tested].filter((name) => !read.has(name)))
}

function visit(node: unknown, tested: Set<string>, read: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, tested, read)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const [kind, fields] = tagged(node)
  if (kind === 'ColumnRef') {
    read.add(strings(fields.fields).at(-1) ?? '')
    return
  }
  const arguments_ = kind === 'NullTest' ? [fields.arg] : countsNulls(kind, fields) ? list(fields.args) : null
  if (arguments_ === null) {
    for (const value of Object.values(node)) visit(value, tested, read)
    return
  }
  for (const argument of arguments_) {
    const reference = tree(tree(argument).ColumnRef)
    if (reference.fields === undefined) visit(argument, tested, read)
    else tested.add(strings(reference.fields).at(-1) ?? '')
  }
}

const countsNulls = (kind: string, fields: Readonly<Record<string, unknown>>): boolean =>
  kind === 'FuncCall' && /^num_(non)?nulls$/.test(text(strings(fields.funcname).at(-1)))
