/** A node of libpg-query's JSON: an object whose fields are nodes, lists of nodes, or plain values. */
export type Tree = Readonly<Record<string, unknown>>

/** The value as a node; an empty one where it is none, so that reading on stays harmless. */
export function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {}
}

/** The value as a list; an empty one where it is none. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The value as a text; an empty one where it is none. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The kind of a tagged node (`{"A_Expr": {…}}`) and its fields. */
export function tagged(value: unknown): readonly [kind: string, fields: Tree] {
  const [entry] = Object.entries(tree(value))
  return entry === undefined ? ['', {}] : [entry[0], tree(entry[1])]
}

/** The strings of a list of `String` nodes: a qualified name. */
export function strings(value: unknown): readonly string[] {
  return list(value).map((part) => text(tree(tree(part).String).sval))
}
